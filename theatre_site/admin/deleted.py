"""The recycle bin of a model: what was deleted, by whom and when, and a way back."""

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from reversion.models import Version

from theatre_site.versions import keep_before_deletion
from theatre_site.where_used import rows_deleted_with

from .differences import Wording
from .history import KeepsHistory
from .recovering import Recovering, to_be

ON_A_PAGE = 50


class RecyclesRows(KeepsHistory):
    def get_urls(self):
        own = [
            self.own_page("deleted/", self.deleted_view, "deleted"),
            self.own_page("deleted/<int:version_id>/", self.recover_view, "recover"),
        ]
        return [*own, *super().get_urls()]

    def may_recover(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    # Into the bin

    def delete_model(self, request, obj):
        keep_before_deletion(rows_deleted_with([obj]), request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        keep_before_deletion(rows_deleted_with(queryset), request.user)
        super().delete_queryset(request, queryset)
        self.show_way_to_bin(request)

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        self.show_way_to_bin(request)
        return response

    def show_way_to_bin(self, request):
        if self.may_recover(request):
            words = _("It can be taken back from the recycle bin.")
            self.message_user(request, format_html('<a href="{}">{}</a>', self.url_of("deleted"), words))

    # Out of the bin

    def changelist_view(self, request, extra_context=None):
        is_popup = IS_POPUP_VAR in request.GET
        context = {"has_bin": self.may_recover(request) and not is_popup, **(extra_context or {})}
        return super().changelist_view(request, context)

    def deleted_view(self, request):
        if not self.may_recover(request):
            raise PermissionDenied
        versions = Version.objects.get_deleted(self.model).select_related("revision__user")
        versions = versions.order_by("-revision__date_created", "-pk")
        page = Paginator(versions, ON_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": _("Recycle bin: %(things)s") % {"things": self.opts.verbose_name_plural},
            "page": page,
            "days": settings.BIN_DAYS,
        }
        return self.show_page(request, "admin/deleted.html", **context)

    def recover_view(self, request, version_id):
        """What would come back; a POST brings it back."""
        if not self.may_recover(request):
            raise PermissionDenied
        version = Version.objects.get_deleted(self.model).filter(pk=version_id).first()
        if version is None:
            raise Http404
        recovering = Recovering(self, request, version)
        refused = False
        if request.method == "POST":
            try:
                with transaction.atomic():
                    return recovering.response()
            except IntegrityError:
                refused = True
        context = {
            "title": _("Take “%(name)s” back?") % {"name": version.object_repr},
            "version": version,
            "contents": list(recovering.contents(Wording())),
            "lost": recovering.lost,
            "refused": refused,
        }
        return self.show_page(request, "admin/recover.html", status=409 if refused else 200, **context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        recovered = getattr(request, "recovered", None)
        return to_be(form, recovered) if recovered and not change else form

    def response_add(self, request, obj, post_url_continue=None):
        if not hasattr(request, "recovered"):
            return super().response_add(request, obj, post_url_continue)
        self.message_user(request, _("“%(name)s” is back.") % {"name": obj}, messages.SUCCESS)
        return redirect(self.url_of("change", quote(str(obj.pk))))
