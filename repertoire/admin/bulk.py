"""What is done to many dates at once (E10): a page asks first, and all of them are changed or none."""

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from repertoire.models import Performance

from .bulk_forms import CancelForm, MoveForm, TicketsForm, VenueForm
from .together import save_together


class ActsOnMany:
    """ModelAdmin of the performances."""

    actions = ["cancel", "mark_sold_out", "mark_few_left", "mark_on_sale", "move", "change_venue"]

    @admin.action(description=_("Cancel, with a reason …"), permissions=["change"])
    def cancel(self, request, queryset):
        return self.ask_and_act(request, queryset, CancelForm)

    @admin.action(description=_("Tickets: sold out …"), permissions=["sell"])
    def mark_sold_out(self, request, queryset):
        return self.ask_and_act(request, queryset, TicketsForm, sale=Performance.Sale.SOLD_OUT)

    @admin.action(description=_("Tickets: few left …"), permissions=["sell"])
    def mark_few_left(self, request, queryset):
        return self.ask_and_act(request, queryset, TicketsForm, sale=Performance.Sale.FEW_LEFT)

    @admin.action(description=_("Tickets: on sale …"), permissions=["sell"])
    def mark_on_sale(self, request, queryset):
        return self.ask_and_act(request, queryset, TicketsForm, sale=Performance.Sale.ON_SALE)

    @admin.action(description=_("Move by some minutes …"), permissions=["change"])
    def move(self, request, queryset):
        return self.ask_and_act(request, queryset, MoveForm)

    @admin.action(description=_("Change the venue …"), permissions=["change"])
    def change_venue(self, request, queryset):
        return self.ask_and_act(request, queryset, VenueForm)

    @transaction.atomic
    def ask_and_act(self, request, queryset, form_class, **facts):
        Performance.objects.lock_timetable()
        performances = list(queryset.select_related("production", "venue"))
        is_confirmed = "confirm" in request.POST
        form = form_class(request.POST if is_confirmed else None, **facts)
        refused = {}
        if is_confirmed and form.is_valid():
            changed = [each for each in performances if form.concerns(each)]
            refused = self.change_all(changed, form)
            if not refused:
                self.report(request, changed, form, left_alone=len(performances) - len(changed))
                return None
        return self.ask(request, form, [(each, refused.get(each, [])) for each in performances])

    def change_all(self, performances, form):
        for performance in performances:
            form.change(performance)
        return save_together(performances)

    def report(self, request, performances, form, *, left_alone):
        for performance in performances:
            self.log_change(request, performance, [{"changed": {"fields": form.changes}}])
        count = len(performances)
        self.message_user(
            request,
            ngettext("%(count)d date is changed.", "%(count)d dates are changed.", count) % {"count": count},
            messages.SUCCESS if count else messages.WARNING,
        )
        if left_alone:
            words = ngettext(
                "%(count)d date does not take place and stays as it is.",
                "%(count)d dates do not take place and stay as they are.",
                left_alone,
            )
            self.message_user(request, words % {"count": left_alone}, messages.WARNING)

    def ask(self, request, form, rows):
        """The page in between: which dates, what is to be done, and what stands against it."""
        context = {
            "title": form.title,
            "media": self.media,
            "form": form,
            "rows": rows,
            "refused": any(words for _row, words in rows),
            "action": request.POST["action"],
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        }
        status = 400 if form.errors or context["refused"] else 200
        return self.show_page(request, "admin/repertoire/bulk.html", status=status, **context)
