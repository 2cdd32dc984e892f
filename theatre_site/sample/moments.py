"""Dates as people say them, so that the sample looks fresh on whatever day it is loaded.

    today-3          three days ago
    saturday         the Saturday of this week; weeks begin on Monday
    saturday+2       the Saturday two weeks after it
    next 01-01       the coming first of January, today included
    2011-10-21       just that day

A moment is a day and an hour: `saturday+2 15:00`. Without the hour it is midnight.
"""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
COUNTED = re.compile(rf"(today|{'|'.join(WEEKDAYS)})([+-]\d+)?")


def day(words):
    """The date that these words mean today. Raises ValueError if they mean none."""
    if words.startswith("next "):
        return coming(words.removeprefix("next "))
    if counted := COUNTED.fullmatch(words):
        return count(counted[1], int(counted[2] or 0))
    return date.fromisoformat(words)


def moment(words):
    """The moment that these words mean today, by the clocks of the theatre."""
    day_words, _, hour = words.rpartition(" ")
    if ":" not in hour:
        day_words, hour = words, "00:00"
    return datetime.combine(day(day_words), time.fromisoformat(hour), timezone.get_current_timezone())


def count(name, number):
    today = timezone.localdate()
    if name == "today":
        return today + timedelta(days=number)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=number, days=WEEKDAYS.index(name))


def coming(month_and_day):
    today = timezone.localdate()
    this_year, next_year = (date.fromisoformat(f"{year}-{month_and_day}") for year in (today.year, today.year + 1))
    return this_year if this_year >= today else next_year
