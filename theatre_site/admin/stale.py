"""Two editors, one form: who saves second is stopped, sees what the first has changed, and loses nothing typed.

A form carries, signed, what it said when it was opened. On saving, that is compared with what the database says now.
What only the others have changed is taken over into the form; where both have changed a field, the editor's own words
stay in it, and a choice beside them offers the others'.
"""

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core import signing
from django.db import transaction
from django.db.models import CharField, TextField
from django.utils.translation import gettext as _
from reversion.models import Version

from . import snapshots
from .collision import Collision
from .deleted import RecyclesRows
from .differences import Wording
from .restoring import as_reader

OPENED = "_opened"
SALT = "theatre_site.admin.stale"


class StopsStaleForms(RecyclesRows):
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        is_save = request.method == "POST" and object_id and OPENED in request.POST
        if not is_save or "_saveasnew" in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            return self.save_or_stop(request, object_id, form_url, extra_context)

    def save_or_stop(self, request, object_id, form_url, extra_context):
        obj = self.get_object(request, unquote(object_id))
        if obj is None and self.has_change_permission(request):
            return self.show_words_of_deleted(request)
        if obj and self.has_change_permission(request, obj):
            self.model._base_manager.select_for_update().get(pk=obj.pk)  # who comes at the same moment waits here
            self.look_for_collision(request, self.get_object(request, unquote(object_id)))
        collision = getattr(request, "collision", None)
        context = {**(extra_context or {}), "collision": collision}
        response = super().changeform_view(request, object_id, form_url, context)
        if collision:
            response.status_code = 409
        return response

    def look_for_collision(self, request, obj):
        form, formsets = self.untouched_forms(request, obj)
        request.POST = request.POST.copy()
        before = opened(request)
        if before is None:
            return
        collision = Collision(request, before, form, formsets)
        collision.take_theirs()
        if collision.changes:
            collision.take_over()
            request.POST[OPENED] = sealed(collision.now)
            collision.last = Version.objects.get_for_object(obj).select_related("revision__user").first()
            request.collision = collision

    def untouched_forms(self, request, obj):
        request = as_reader(request)
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        form = self.get_form(request, obj, change=True, fields=fields)(instance=obj)
        formsets, _inlines = self._create_formsets(request, obj, change=True)
        return form, formsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return stopped(form) if change and getattr(request, "collision", None) else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj and self.has_change_permission(request, obj):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context[OPENED.strip("_")] = request.POST.get(OPENED) or sealed(
                snapshots.of_forms(context["adminform"].form, formsets)
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def show_words_of_deleted(self, request):
        """There is nothing left to save it in, but the words can be copied."""
        context = {
            "title": _("Not saved: this was deleted meanwhile"),
            "words": words_sent(self.model, request.POST),
            "may_recover": self.may_recover(request),
        }
        return self.show_page(request, "admin/deleted_meanwhile.html", status=409, **context)


def words_sent(model, data):
    """[(label, text), …] of the texts that were typed."""
    wording = Wording()
    texts = {name: data[name].strip() for name in data}
    return wording.contents(model, {name: text for name, text in texts.items() if is_text(model, name)})


def is_text(model, name):
    texts = (field for field in model._meta.fields if isinstance(field, CharField | TextField) and not field.choices)
    return any(field.name == name for field in texts)


def stopped(form_class):
    class StoppedForm(form_class):
        def full_clean(self):
            super().full_clean()
            self.add_error(None, _("Not saved yet: somebody else has saved this meanwhile. See above."))

    return StoppedForm


def sealed(snapshot):
    return signing.dumps(snapshot, salt=SALT, compress=True)


def opened(request):
    """What the form said when it was opened; None if that cannot be known, as when the site has got another key."""
    try:
        return signing.loads(request.POST[OPENED], salt=SALT)
    except signing.BadSignature:
        return None
