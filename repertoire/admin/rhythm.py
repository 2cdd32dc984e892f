"""Seasons, the weekly rhythm and the days it leaves out."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from repertoire.models import Gap, Season, WeeklySlot
from theatre_site.admin import RulesBesideFields, SiteModelAdmin, badge, both


class SeasonForm(RulesBesideFields):
    beside = {"seasons_do_not_overlap": "starts_on"}


@admin.register(Season)
class SeasonAdmin(SiteModelAdmin):
    form = SeasonForm
    list_display = ["__str__", "starts_on", "ends_on"]
    fieldsets = [(None, {"fields": ["number", ("starts_on", "ends_on")]})]


class WeeklySlotForm(RulesBesideFields):
    beside = {"one_slot_at_a_time": "time"}


@admin.register(WeeklySlot)
class WeeklySlotAdmin(SiteModelAdmin):
    form = WeeklySlotForm
    list_display = ["__str__", "is_current", "where", "first_day", "last_day"]
    list_select_related = ["venue"]
    fieldsets = [
        (None, {"fields": [("weekday", "time"), "audience", "venue"]}),
        (
            gettext_lazy("Ticket prices, in hryvnias"),
            {
                "fields": [("price_min", "price_max")],
                "description": gettext_lazy("Leave empty and the theatre’s usual prices hold."),
            },
        ),
        (
            gettext_lazy("From when to when"),
            {
                "fields": [("first_day", "last_day")],
                "description": gettext_lazy("Dates that have been made stay as they are; change them one by one."),
            },
        ),
    ]

    @admin.display(description=gettext_lazy("now"))
    def is_current(self, slot):
        today = timezone.localdate()
        if slot.last_day and slot.last_day < today:
            return badge("off", _("Over"))
        return badge("good", _("In force")) if slot.first_day <= today else badge("wait", _("Not yet"))

    @admin.display(description=gettext_lazy("venue"))
    def where(self, slot):
        return slot.venue or _("our own house")


class GapForm(RulesBesideFields):
    beside = {"one_gap_a_slot_and_day": "day"}


@admin.register(Gap)
class GapAdmin(SiteModelAdmin):
    form = GapForm
    list_display = ["day", "slot", "reason"]
    list_filter = ["slot"]
    list_select_related = ["slot"]
    date_hierarchy = "day"
    fieldsets = [
        (
            None,
            {
                "fields": ["day", "slot", both("reason")],
                "description": gettext_lazy(
                    "Visitors see the day in what’s on, with the reason and the next date. A performance that is"
                    " entered for that hour takes its place."
                ),
            },
        )
    ]
