"""Days and moments, by the clocks of the theatre."""

from datetime import datetime, time, timedelta

from django.utils import timezone

SATURDAY, SUNDAY = 6, 7


def days_from_now(days):
    """The moment so many days from now; before now if negative."""
    return timezone.now() + timedelta(days=days)


def moment(year, month, day, hour=0, minute=0):
    """As the clocks of the theatre have it."""
    return datetime(year, month, day, hour, minute, tzinfo=timezone.get_current_timezone())


def next_day(weekday):
    """The next Saturday, say: tomorrow at the earliest."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return tomorrow + timedelta(days=(weekday - tomorrow.isoweekday()) % 7)


def next_saturday(hour=15, minute=0):
    return datetime.combine(next_day(SATURDAY), time(hour, minute), timezone.get_current_timezone())


def next_sunday(hour=11, minute=0):
    return datetime.combine(next_day(SUNDAY), time(hour, minute), timezone.get_current_timezone())
