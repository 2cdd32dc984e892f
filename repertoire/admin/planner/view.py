from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repertoire.models import Performance

from .period import Period
from .plan import Plan

FREEING = ["repertoire.delete_performance", "repertoire.add_gap", "repertoire.change_gap", "repertoire.delete_gap"]


class PlansWeeks:
    """ModelAdmin of the performances, with the page where weeks are planned."""

    def get_urls(self):
        return [self.own_page("planner/", self.planner, "planner"), *super().get_urls()]

    def shortcuts(self, request):
        """For the start page."""
        planner = [(_("The week planner"), self.url_of("planner"))]
        return planner if request.user.has_perm("repertoire.change_performance") else []

    def planner(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        period = Period.asked_for(request.GET)
        if request.method != "POST":
            return self.show_plan(request, Plan(period, self.rights_to_plan(request)))
        journal = Journal(self, request)
        plan = Plan(period, self.rights_to_plan(request), request.POST)
        if not plan.save(journal):
            return self.show_plan(request, plan, status=409 if plan.is_stale else 400)
        journal.tell(plan)
        return redirect(f"{self.url_of('planner')}?{period.query}")

    def rights_to_plan(self, request):
        rights = {"add": self.has_add_permission(request), "free": request.user.has_perms(FREEING)}
        return {name for name, is_given in rights.items() if is_given}

    def show_plan(self, request, plan, *, status=200):
        context = {"title": _("The week planner"), "plan": plan, "period": plan.period, "weeks": plan.weeks}
        return self.show_page(request, "admin/repertoire/planner.html", status=status, **context)


class Journal:
    """What the planner has done, as the log of the office has it."""

    def __init__(self, admin, request):
        self.admin, self.request, self.count = admin, request, 0

    def added(self, row):
        self.admin.log_addition(self.request, row, [{"added": {}}])
        self.count += 1

    def changed(self, row, form):
        self.admin.log_change(self.request, row, self.admin.construct_change_message(self.request, form, None))
        self.count += 1

    def deletes(self, row):
        """Asked for before the row goes."""
        self.admin.log_deletions(self.request, [row])

    def tell(self, plan):
        if not self.count:
            self.admin.message_user(self.request, _("Nothing was changed."), messages.INFO)
            return
        said = ngettext("%(count)d date is saved.", "%(count)d dates are saved.", self.count) % {"count": self.count}
        self.admin.message_user(self.request, said, messages.SUCCESS)
        if any(is_late(row) for row in plan.touched):
            self.admin.warn_of_the_past(self.request)


def is_late(row):
    return isinstance(row.instance, Performance) and "starts_at" in row.changed_data and row.instance.has_begun
