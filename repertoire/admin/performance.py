"""The dates: their list begins with what is still to come, and a deleted date of the weekly rhythm stays free."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from repertoire.models import Gap, Performance
from repertoire.resources import PerformanceResource
from theatre_site.admin import DuplicatesAsForm, ExchangesFiles, RulesBesideFields, SiteModelAdmin, badge, both
from theatre_site.languages import columns

from .agenda import ShowsComingDates
from .bulk import ActsOnMany
from .planner import PlansWeeks
from .poster import poster_thumbnail
from .read_only import NamesWhatDoesNotOpen
from .run import AddsRuns
from .sale import SellsTickets

TODAY, PAST, ALL = "today", "past", "all"

BADGE_KINDS = {
    Performance.State.SCHEDULED: "good",
    Performance.State.RESCHEDULED: "wait",
    Performance.State.CANCELLED: "off",
    Performance.State.POSTPONED: "off",
}


class WhenFilter(admin.SimpleListFilter):
    title = gettext_lazy("when")
    parameter_name = "when"

    def lookups(self, request, model_admin):
        return [(TODAY, _("Today")), (PAST, _("Past")), (ALL, _("All"))]

    def choices(self, changelist):
        everything, *others = super().choices(changelist)
        return [{**everything, "display": _("From today on")}, *others]

    def queryset(self, request, performances):
        today = timezone.localdate()
        match self.value():
            case "today":
                return performances.between(today, today)
            case "past":
                return performances.filter(starts_at__lt=timezone.now())
            case None if not asks_for_a_date(request):
                return performances.filter(starts_at__date__gte=today)
        return performances


def asks_for_a_date(request):
    """A year, month or day has been chosen above the list."""
    return any(name.startswith("starts_at__") for name in request.GET)


class PerformanceForm(RulesBesideFields):
    beside = {"performance_running_time_is_sane": "running_time"}


@admin.register(Performance)
class PerformanceAdmin(
    DuplicatesAsForm,
    ShowsComingDates,
    PlansWeeks,
    AddsRuns,
    SellsTickets,
    NamesWhatDoesNotOpen,
    ActsOnMany,
    ExchangesFiles,
    SiteModelAdmin,
):
    resource_class = PerformanceResource
    form = PerformanceForm
    duplicated_fields = [
        *(
            "production",
            "venue",
            "price_min",
            "price_max",
            "ticket_url",
            "remark",
            "audience",
            "age_rating",
            "running_time",
        ),
        *columns("title", "remark_text"),
    ]
    list_display = ["when", "poster", "what", "where", "state_badge", "sale", "remark_badge"]
    list_display_links = ["when", "what"]
    list_filter = [WhenFilter, "state", "sale", "venue"]
    date_hierarchy = "starts_at"
    search_fields = [*columns("title"), *(f"production__{column}" for column in columns("title"))]
    autocomplete_fields = ["production", "instead_of"]
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["production", "starts_at", "venue"]}),
        (gettext_lazy("Tickets"), {"fields": ["sale", ("price_min", "price_max"), "ticket_url"]}),
        (gettext_lazy("Remark"), {"fields": ["remark", both("remark_text")]}),
        (
            gettext_lazy("If something changes"),
            {"fields": ["state", both("state_reason"), "moved_from", "instead_of"]},
        ),
        (gettext_lazy("A guest show"), {"fields": [both("title")], "classes": ["collapse"]}),
        (
            gettext_lazy("Other than the production says"),
            {"fields": [("audience", "age_rating", "running_time")], "classes": ["collapse"]},
        ),
    ]

    class Media:
        css = {"all": ["css/admin/dates.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("production", "venue", "slot")

    def get_ordering(self, request):
        looks_back = request.GET.get("when") in {PAST, ALL} or request.resolver_match.url_name == "autocomplete"
        return ["-starts_at", "-pk"] if looks_back else ["starts_at", "pk"]

    def get_view_on_site_url(self, obj=None):
        """No link to a page that visitors would not find."""
        if obj and obj.production and not obj.production.is_public:
            return None
        return super().get_view_on_site_url(obj)

    @admin.display(description=gettext_lazy("when"), ordering="starts_at")
    def when(self, performance):
        return date_format(timezone.localtime(performance.starts_at), "D, d.m.Y, H:i")

    @admin.display(description=gettext_lazy("what is played"), ordering="production__title_ru")
    def what(self, performance):
        return performance.name or _("play to be announced")

    @admin.display(description=gettext_lazy("poster"))
    def poster(self, performance):
        return poster_thumbnail(performance.production) if performance.production else ""

    @admin.display(description=gettext_lazy("venue"), ordering="venue")
    def where(self, performance):
        return performance.venue or _("our own house")

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_badge(self, performance):
        return badge(BADGE_KINDS[performance.state], performance.get_state_display())

    @admin.display(description=gettext_lazy("remark"), ordering="remark")
    def remark_badge(self, performance):
        return badge("plain", performance.get_remark_display()) if performance.remark else ""

    def _changeform_view(self, request, *args):
        """What the form says about a taken stage is still true when it saves (E11)."""
        if request.method == "POST":
            Performance.objects.lock_timetable()
        return super()._changeform_view(request, *args)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "starts_at" in form.changed_data and obj.has_begun:
            self.warn_of_the_past(request)

    def warn_of_the_past(self, request):
        self.message_user(request, _("This date is in the past. It is saved for the archive."), messages.WARNING)

    # The weekly rhythm

    def get_urls(self):
        return [self.own_page("make-dates/", self.make_dates, "make_dates"), *super().get_urls()]

    @method_decorator(require_POST)
    def make_dates(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        made = Performance.objects.make_from_slots()
        self.message_user(request, dates_made(made), messages.SUCCESS if made else messages.INFO)
        return redirect(self.url_of("changelist"))

    def delete_model(self, request, obj):
        self.leave_free(request, [obj])
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        self.leave_free(request, queryset.select_related("slot"))
        super().delete_queryset(request, queryset)

    def leave_free(self, request, performances):
        """Otherwise the weekly rhythm would make the deleted dates again."""
        days = set()
        for performance in performances:
            if performance.slot and performance.slot_day >= timezone.localdate():
                Gap.objects.get_or_create(day=performance.slot_day, slot=performance.slot)
                days.add(performance.slot_day)
        for day in sorted(days):
            self.message_user(
                request, _("The weekly rhythm will leave %(day)s free.") % {"day": date_format(day, "j E")}
            )


def dates_made(count):
    if not count:
        return _("The weekly rhythm has all its dates already.")
    return ngettext(
        "The weekly rhythm has made %(count)d new date.", "The weekly rhythm has made %(count)d new dates.", count
    ) % {"count": count}
