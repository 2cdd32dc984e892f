"""One click, and the form of the copy is open."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theatre_site.duplicates import duplicate


class Duplicates:
    """ModelAdmin with a button that makes a copy of a row."""

    def get_urls(self):
        return [self.own_page("<int:pk>/duplicate/", self.duplicate_view, "duplicate"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk and self.has_add_permission(request):
            context["duplicate_address"] = self.url_of("duplicate", obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_POST)
    def duplicate_view(self, request, pk):
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not (self.has_add_permission(request) and self.has_view_permission(request, row)):
            raise PermissionDenied
        return self.open_duplicate(request, row)


class DuplicatesAsDraft(Duplicates):
    """For a Publishable. `duplicated_parts` names what is copied with it, `not_duplicated` what a copy begins with."""

    duplicated_parts = []
    not_duplicated = {}

    def open_duplicate(self, request, row):
        copy = duplicate(row, parts=self.duplicated_parts, **self.not_duplicated)
        self.log_addition(request, copy, _("Copied from “%(name)s”") % {"name": row})
        self.message_user(request, _("This is the copy, a draft. Change what is different."), messages.SUCCESS)
        return redirect(self.url_of("change", copy.pk))


class DuplicatesAsForm(Duplicates):
    """For what cannot be saved before somebody has said what is different: the form of a new row, filled in but for
    that. `duplicated_fields` says with what."""

    duplicated_fields = []

    def open_duplicate(self, request, row):
        values = {name: row._meta.get_field(name).value_from_object(row) for name in self.duplicated_fields}
        known = {name: value for name, value in values.items() if value not in (None, "")}
        self.message_user(request, _("This is the copy. Say when it is, and save it."), messages.SUCCESS)
        return redirect(f"{self.url_of('add')}?{urlencode(known)}")
