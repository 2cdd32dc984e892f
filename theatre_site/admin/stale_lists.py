"""Two editors, one list whose fields are edited in it: nobody overwrites what they have not seen.

Only what an editor has changed is saved. Where somebody else has changed the same field meanwhile, theirs stays and a
sentence says what was not saved.
"""

from django.contrib import messages
from django.utils.translation import gettext as _

from . import snapshots
from .collision import Collision
from .stale import OPENED, StopsStaleForms, opened, sealed


class MergesLists(StopsStaleForms):
    def changelist_view(self, request, extra_context=None):
        is_save = request.method == "POST" and "_save" in request.POST and OPENED in request.POST
        if is_save and self.list_editable and self.has_change_permission(request):
            self.merge(request, opened(request))
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        formset = getattr(context.get("cl"), "formset", None)  # none on the page that asks before deleting
        if formset:
            now = sealed(snapshots.of_forms(None, [formset]))
            context["opened"] = request.POST.get(OPENED) or now
        return response

    def merge(self, request, before):
        if before is None:
            return
        formset_class = self.get_changelist_formset(request)
        rows = self._get_list_editable_queryset(request, formset_class.get_default_prefix())
        formset = formset_class(queryset=rows.select_for_update(of=["self"]))
        request.POST = request.POST.copy()
        collision = Collision(request, before, None, [formset])
        collision.take_over()
        for clash in collision.clashes:
            if clash.choice:
                self.keep_theirs(request, collision, clash)

    def keep_theirs(self, request, collision, clash):
        label, key, field = clash.change.where
        form = collision.form_of(label, key)
        collision.put(form, field)
        words = _("“%(row)s”, %(field)s: somebody else has saved “%(theirs)s” meanwhile; your “%(mine)s” is not saved.")
        words %= {"row": form.instance, "field": clash.change.label, "theirs": clash.change.after, "mine": clash.mine}
        self.message_user(request, words, messages.WARNING)
