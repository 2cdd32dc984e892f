"""The history of a row: who changed what and when, and a way back to a former version."""

from datetime import datetime

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms.models import _get_foreign_key
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from reversion.models import Version
from reversion.revisions import is_active, set_comment

from theatre_site.versions import DELETED, RECOVERED, RESTORED, keep_before_change, register

from . import snapshots
from .differences import Wording
from .own_pages import HasOwnPages
from .restoring import Restoring
from .who_and_when import when, who

ON_A_PAGE = 20


class KeepsHistory(HasOwnPages):
    """Keeps versions of the row and of the rows of its form."""

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        edited = [inline for inline in self.inlines if is_edited(inline)]
        for inline in edited:
            register(inline.model)
        register(model, [way_to_rows(model, inline) for inline in edited])

    def get_urls(self):
        version = self.own_page("<path:object_id>/history/<int:version_id>/", self.version_view, "version")
        return [version, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        versions = Version.objects.get_for_object(obj).select_related("revision__user")
        page = Paginator(versions, ON_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": _("What has changed"),
            "subtitle": str(obj),
            "object": obj,
            "page": page,
            "entries": entries(versions, page),
            "may_restore": self.has_change_permission(request, obj),
            **(extra_context or {}),
        }
        return self.show_page(request, "admin/history.html", **context)

    def version_view(self, request, object_id, version_id):
        """What would change if this version came back; a POST brings it back."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        versions = Version.objects.get_for_object(obj)
        version = get_object_or_404(versions.select_related("revision__user"), pk=version_id)
        newest = str(versions.values_list("pk", flat=True).first())
        is_stale = request.method == "POST" and request.POST.get("newest") != newest
        restoring = Restoring(self, request, version, obj)
        if request.method == "POST" and not is_stale:
            return restoring.response()
        context = {
            "title": _("Back to the version of %(moment)s?") % {"moment": when(version.revision.date_created)},
            "subtitle": str(obj),
            "object": obj,
            "version": version,
            "newest": newest,
            "is_stale": is_stale,
            "changes": restoring.changes(),
            "lost": restoring.lost,
        }
        return self.show_page(request, "admin/restore.html", status=409 if is_stale else 200, **context)

    # What is written down at a save

    def save_model(self, request, obj, form, change):
        if change:
            keep_before_change(self.model._base_manager.get(pk=obj.pk))
        super().save_model(request, obj, form, change)

    def log_change(self, request, obj, message):
        restored = getattr(request, "restored", None)
        if restored and is_active():
            set_comment(f"{RESTORED}{restored.revision.date_created.isoformat()}")
        return super().log_change(request, obj, message)

    def response_change(self, request, obj):
        restored = getattr(request, "restored", None)
        if restored is None:
            return super().response_change(request, obj)
        words = _("“%(name)s” is as it was on %(moment)s. What stood there since then stays in the history.")
        self.message_user(
            request, words % {"name": obj, "moment": when(restored.revision.date_created)}, messages.SUCCESS
        )
        return redirect(self.url_of("change", quote(str(obj.pk))))


def is_edited(inline):
    """And not only there to look at."""
    return not inline.fields or not set(inline.fields) <= set(inline.readonly_fields)


def way_to_rows(model, inline):
    """The name of the relation that leads from a row to the rows of its form."""
    return _get_foreign_key(model, inline.model, inline.fk_name).remote_field.get_accessor_name()


def entries(versions, page):
    """[{"version": …, "changes": […], …}, …], the newest first; each is compared with the one before it."""
    shown = list(versions[page.start_index() - 1 : page.end_index() + 1]) if page.object_list else []
    siblings = versions_by_revision(shown)
    pictures = [snapshots.of_version(each, siblings[each.revision_id]) for each in shown]
    wording = Wording()
    return [
        {
            "version": version,
            "moment": version.revision.date_created,
            "who": who(version.revision.user),
            "note": note_of(version.revision.comment),
            "is_newest": page.number == 1 and index == 0,
            "is_first": index + 1 == len(shown),
            "changes": wording.changes(pictures[index + 1], pictures[index]) if index + 1 < len(shown) else [],
        }
        for index, version in enumerate(shown[:ON_A_PAGE])
    ]


def versions_by_revision(versions):
    found = {version.revision_id: [] for version in versions}
    for each in Version.objects.filter(revision__in=list(found)).order_by("pk"):
        found[each.revision_id].append(each)
    return found


def note_of(comment):
    """What a save was, if it was none of the ordinary ones."""
    if comment.startswith(RESTORED):
        moment = localtime(datetime.fromisoformat(comment.removeprefix(RESTORED)))
        return _("Brought back as it was on %(moment)s.") % {"moment": date_format(moment, "DATETIME_FORMAT")}
    return {DELETED: _("Deleted."), RECOVERED: _("Taken back from the recycle bin.")}.get(comment, "")
