from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repertoire.admin.together import save_together
from repertoire.models import Performance

from .dates import Run
from .form import RunForm


class AddsRuns:
    """ModelAdmin of the performances, with the page that adds a run. Its address says the rule and shows the dates;
    sending the ticked ones saves them."""

    def get_urls(self):
        return [self.own_page("run/", self.run, "run"), *super().get_urls()]

    def run(self, request):
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = RunForm(request.GET if "production" in request.GET else None)
        if not form.is_valid():
            return self.show_run(request, form, status=400 if form.is_bound else 200)
        if request.method != "POST":
            return self.show_run(request, form, Run(form).dates())
        return self.save_run(request, form)

    @transaction.atomic
    def save_run(self, request, form):
        Performance.objects.lock_timetable()
        dates = Run(form).dates()
        ticked = set(request.POST.getlist("date"))
        for date in dates:
            date.is_chosen = date.key in ticked
        chosen = [date for date in dates if date.is_chosen]
        if not chosen or any(date.refusal for date in chosen):
            words = _("Tick at least one date.") if not chosen else _("Nothing is saved yet: look at the marked dates.")
            return self.show_run(request, form, dates, complaint=words, status=400)
        return self.write_run(request, form, dates, chosen)

    def write_run(self, request, form, dates, chosen):
        filled = {date.key for date in chosen if date.is_filled}
        refused = save_together([date.performance for date in chosen])
        if refused:
            for date in chosen:
                date.refusal = " ".join(refused.get(date.performance, []))
            words = _("Nothing is saved yet: look at the marked dates.")
            return self.show_run(request, form, dates, complaint=words, status=400)
        for date in chosen:
            if date.key in filled:
                self.log_change(request, date.performance, [{"changed": {"fields": ["production"]}}])
            else:
                self.log_addition(request, date.performance, [{"added": {}}])
        self.tell_of_run(request, chosen)
        return redirect(f"{self.url_of('planner')}?from={form.cleaned_data['first_day']}")

    def tell_of_run(self, request, chosen):
        count = len(chosen)
        words = ngettext("The run has %(count)d date.", "The run has %(count)d dates.", count)
        self.message_user(request, words % {"count": count}, messages.SUCCESS)
        if any(date.performance.has_begun for date in chosen):
            self.warn_of_the_past(request)

    def show_run(self, request, form, dates=None, *, complaint="", status=200):
        context = {"title": _("Add a run"), "form": form, "dates": dates, "complaint": complaint}
        return self.show_page(request, "admin/repertoire/run.html", status=status, **context)
