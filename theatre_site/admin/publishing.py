"""From draft to published at the press of a button that saves the form, too; allowed by right, written into the log."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.publishing import PUBLISH, STEPS, may_change, may_publish

from .badges import publication_badge
from .outcomes import outcome, still_missing, what_was_done, why_locked


class PublishableForm(forms.ModelForm):
    """Refuses to save when a button was pressed whose step cannot be taken, and says why beside the field."""

    step = None
    checklist = None

    def _post_clean(self):
        super()._post_clean()
        if self.step and self.instance.status not in self.step.begins_in:
            now = self.instance.get_status_display()
            self.add_error(None, _("Somebody was quicker: the state is “%(state)s” now.") % {"state": now})
        if self.step is PUBLISH and not self.errors:
            for field, words in obstacles(self.instance, self.checklist):
                self.add_error(field if field in self.fields else None, words)


def obstacles(row, checklist):
    """[(field, words), …]: why this must not be public."""
    blocking = [check for check in checklist(row) if check.missing and check.blocks]
    found = [(check.field, f"{check.title}: {check.missing}") for check in blocking]
    if row.unpublish_at and row.unpublish_at <= timezone.now():
        found.append(("unpublish_at", _("This moment has passed: visitors would never see it.")))
    return found


class PublishesByButtons:
    """ModelAdmin of a Publishable. `checklist` yields the checks that it should pass."""

    form = PublishableForm
    checklist = staticmethod(lambda row: [])

    class Media:
        css = {"all": ["css/admin/publishing.css"]}
        js = [forms.Script("js/admin/checklist.js", defer=True)]

    # Who may do what

    def has_publish_permission(self, request):
        return may_publish(request.user, self.model)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def get_readonly_fields(self, request, obj=None):
        moments = [] if self.has_publish_permission(request) else ["publish_at", "unpublish_at"]
        return [*super().get_readonly_fields(request, obj), "status", "to_look_at", *moments]

    def steps(self, request, row):
        return [step for step in STEPS if step.may_be_taken(request.user, row)]

    # The form

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        step = self.asked_step(request, obj or self.model())
        form.step, form.checklist = step, staticmethod(self.checklist)
        return form

    def asked_step(self, request, row):
        """The one whose button was pressed; none if it was pressed twice. Raises PermissionDenied."""
        step = next((step for step in STEPS if step.button in request.POST), None)
        if step is None or row.status == step.leads_to:
            return None
        if step.needs_publish_right and not self.has_publish_permission(request):
            raise PermissionDenied
        return step

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        row = obj or self.model()
        row.checks = list(self.checklist(row)) if row.pk else []
        allowed = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context["publication"] = {
            "badge": publication_badge(row),
            "steps": self.steps(request, row) if allowed and not context["is_popup"] else [],
            "missing": sum(bool(check.missing) for check in row.checks),
            "locked": "" if may_change(request.user, row) else why_locked(row),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=gettext_lazy("before publishing"))
    def to_look_at(self, row):
        return render_to_string("admin/_checklist.html", {"row": row})

    # Saving

    def save_model(self, request, obj, form, change):
        if change and not self.has_change_permission(request, obj):
            raise PermissionDenied
        if step := getattr(form, "step", None):
            obj.take(step, moment_is_chosen="publish_at" in form.changed_data)
            request.step_taken = step
        super().save_model(request, obj, form, change)

    def log_addition(self, request, obj, message):
        entry = super().log_addition(request, obj, message)
        return self.log_step(request, obj) or entry

    def log_change(self, request, obj, message):
        """“No fields changed” says nothing where a step was taken."""
        if not message and hasattr(request, "step_taken"):
            return self.log_step(request, obj)
        entry = super().log_change(request, obj, message)
        return self.log_step(request, obj) or entry

    def log_step(self, request, obj):
        if step := getattr(request, "step_taken", None):
            return super().log_change(request, obj, what_was_done(step, obj))
        return None

    def response_add(self, request, obj, post_url_continue=None):
        if not hasattr(request, "step_taken"):
            return super().response_add(request, obj, post_url_continue)
        self.announce(request, obj)
        return self.response_post_save_add(request, obj)

    def response_change(self, request, obj):
        if not hasattr(request, "step_taken"):
            return super().response_change(request, obj)
        self.announce(request, obj)
        return self.response_post_save_change(request, obj)

    def announce(self, request, row):
        self.message_user(request, outcome(request.step_taken, row), messages.SUCCESS)
        if request.step_taken is PUBLISH and (missing := still_missing(self.checklist(row))):
            self.message_user(request, missing, messages.WARNING)
