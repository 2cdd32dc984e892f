"""What stands on some days of the calendar: of the pages that are asked for most. The long queries are written once."""

from datetime import timedelta
from functools import cache
from operator import attrgetter

from django.db.models import DateField, DateTimeField

from theatre_site.written_once import Given, WrittenOnce

from .models import Gap, Performance
from .models.performance_queryset import start_of


def performances_on(first_day, last_day, audience=""):
    """What begins on one of these days, and what was to be on one of them and has been moved away (A11), the first
    first."""
    first, end = start_of(first_day), start_of(last_day + timedelta(days=1))
    found = standing(audience).ask(first=first, end=end)
    old_dates = [shown.at_its_old_date() for shown in found if shown.state == Performance.State.RESCHEDULED]
    return sorted(
        (shown for shown in [*found, *old_dates] if first <= shown.starts_at < end), key=attrgetter("starts_at")
    )


def gaps_on(first_day, last_day, audience=""):
    """What visitors are told about days that are left out; hardly anything is asked where there is none."""
    if not Gap.objects.left_out(first_day, last_day).exists():
        return []
    return announced(audience).ask(first_day=first_day, last_day=last_day)


@cache
def standing(audience):
    def make():
        performances = Performance.objects.public()
        if audience:
            performances = performances.for_audience(audience)
        return performances.standing_between(Given("first", DateTimeField()), Given("end", DateTimeField()))

    return WrittenOnce(make)


@cache
def announced(audience):
    days = Given("first_day", DateField()), Given("last_day", DateField())
    return WrittenOnce(lambda: Gap.objects.announced(*days, audience=audience))
