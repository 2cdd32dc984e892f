from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from repertoire.models import Production, WeeklySlot
from theatre_site.admin.day_and_hour import DayInput, HourInput
from theatre_site.languages import columns
from theatre_site.models import Venue
from theatre_site.models.box_office import Weekday
from theatre_site.our_time import check_time

LONGEST = timedelta(days=366)


class RunForm(forms.Form):
    """The play, the rule and the range. The rule: hours of the weekly rhythm, or weekdays with an hour."""

    production = forms.ModelChoiceField(Production.objects.to_plan().order_by(*columns("title")), label=_("play"))
    first_day = forms.DateField(label=_("from"), widget=DayInput, validators=[check_time])
    last_day = forms.DateField(label=_("until"), widget=DayInput, validators=[check_time])
    slots = forms.ModelMultipleChoiceField(
        WeeklySlot.objects.none(),
        label=_("at these hours of the weekly rhythm"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    weekdays = forms.TypedMultipleChoiceField(
        choices=Weekday,
        coerce=int,
        label=_("or on these weekdays"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    time = forms.TimeField(label=_("begins at"), required=False, widget=HourInput)
    venue = forms.ModelChoiceField(
        Venue.objects.for_choice(),
        label=_("venue"),
        required=False,
        empty_label=_("as the rhythm says, or our own house"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slots"].queryset = WeeklySlot.objects.not_over()  # of today

    def clean(self):
        said = super().clean()
        self.clean_range(said.get("first_day"), said.get("last_day"))
        if said.get("weekdays") and not said.get("time"):
            self.add_missing("time", _("Say the hour for these weekdays."))
        if said.get("time") and not said.get("weekdays"):
            self.add_missing("weekdays", _("Choose the weekdays for this hour."))
        if not (said.get("slots") or said.get("weekdays") or said.get("time")):
            self.add_missing("slots", _("Choose hours of the rhythm, or weekdays with an hour."))
        return said

    def clean_range(self, first, last):
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first."))
        elif first and last and last - first > LONGEST:
            self.add_error("last_day", _("A run lasts a year at most."))

    def add_missing(self, field, words):
        if field not in self.errors:
            self.add_error(field, words)

    @property
    def moments(self):
        """[(moment, slot or None, day), …] in their order, each moment once."""
        said = self.cleaned_data
        found = {}
        for day in days_between(said["first_day"], said["last_day"]):
            for slot in said["slots"]:
                if slot.weekday == day.isoweekday():
                    found[slot.starts_at(day), slot.venue_id] = slot
            if day.isoweekday() in said["weekdays"]:
                found.setdefault((datetime.combine(day, said["time"], timezone.get_current_timezone()), None), None)
        return [(moment, slot, timezone.localdate(moment)) for (moment, _venue), slot in sorted_by_moment(found)]


def days_between(first, last):
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def sorted_by_moment(found):
    return sorted(found.items(), key=lambda item: item[0][0])
