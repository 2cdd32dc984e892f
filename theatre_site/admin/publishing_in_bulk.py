"""Steps for many rows at once, from the list: by the same rights and with the same checks as on the form."""

from django.contrib import admin, messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from theatre_site.publishing import PUBLISH, SEND, WITHDRAW

from .outcomes import what_was_done
from .publishing import obstacles


class PublishesInBulk:
    """ModelAdmin of a Publishable."""

    actions = ["send_selected", "publish_selected", "withdraw_selected"]

    @admin.action(description=gettext_lazy("Send for review"), permissions=["change"])
    def send_selected(self, request, rows):
        self.take_step(request, rows, SEND)

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_selected(self, request, rows):
        self.take_step(request, rows, PUBLISH)

    @admin.action(description=gettext_lazy("Withdraw from the site"), permissions=["publish"])
    def withdraw_selected(self, request, rows):
        self.take_step(request, rows, WITHDRAW)

    def take_step(self, request, rows, step):
        reasons = {row: self.reason_against(request, row, step) for row in rows}
        for row in (row for row, reason in reasons.items() if not reason):
            row.take(step)
            row.save(update_fields=["status", "publish_at", "updated_at"])
            self.log_change(request, row, what_was_done(step, row))
        self.tell(request, step, [row for row, reason in reasons.items() if not reason])
        self.tell_reasons(request, {row: reason for row, reason in reasons.items() if reason})

    def reason_against(self, request, row, step):
        """Why this row stays as it is, or ""."""
        if not self.has_change_permission(request, row) or not step.may_be_taken(request.user, row):
            return _("the state is “%(state)s”") % {"state": row.get_status_display()}
        found = obstacles(row, self.checklist) if step is PUBLISH else []
        return " ".join(words for field, words in found)

    def tell(self, request, step, taken):
        words = ngettext("%(done)s: %(count)d text.", "%(done)s: %(count)d texts.", len(taken))
        if taken:
            self.message_user(request, words % {"done": step.done, "count": len(taken)}, messages.SUCCESS)

    def tell_reasons(self, request, reasons):
        items = format_html_join("", "<li>{}: {}</li>", reasons.items())
        if items:
            self.message_user(request, format_html("{} <ul>{}</ul>", _("Left as it was:"), items), messages.WARNING)
