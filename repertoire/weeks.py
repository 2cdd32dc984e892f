"""Dates as a calendar lays them out: weeks from Monday on, and months of whole weeks."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter

from django.urls import reverse
from django.utils import timezone


@dataclass
class Day:
    date: date
    performances: list = field(default_factory=list)
    gaps: list = field(default_factory=list)

    @property
    def is_today(self):
        return self.date == timezone.localdate()

    @property
    def dates(self):
        return in_order(self.performances, self.gaps)


class Week:
    """Seven days from a Monday on."""

    def __init__(self, day):
        self.first_day = day - timedelta(days=day.weekday())
        self.days = [Day(self.first_day + timedelta(days=number)) for number in range(7)]

    @property
    def last_day(self):
        return self.days[-1].date

    @property
    def is_this_week(self):
        return self.first_day <= timezone.localdate() <= self.last_day

    @property
    def performances(self):
        return [performance for day in self.days for performance in day.performances]

    @property
    def dates(self):
        """Performances and announced gaps."""
        return [each for day in self.days for each in day.dates]

    @property
    def previous(self):
        return self.ahead(-1)

    @property
    def next(self):
        return self.ahead(1)

    def ahead(self, weeks):
        return Week(self.first_day + timedelta(weeks=weeks))

    def fill(self, performances, gaps=()):
        """Puts each performance and each gap on its day; those of other weeks are left out."""
        by_date = {day.date: day for day in self.days}
        for performance in performances:
            if performance.day in by_date:
                by_date[performance.day].performances.append(performance)
        for gap in gaps:
            if gap.day in by_date:
                by_date[gap.day].gaps.append(gap)
        return self

    def get_absolute_url(self):
        year, week, _ = self.first_day.isocalendar()
        return reverse("repertoire:week", args=[year, week])


class Month:
    """The whole weeks that a month touches."""

    def __init__(self, year, month):
        self.first_day = date(year, month, 1)
        self.weeks = [Week(days[0]) for days in Calendar().monthdatescalendar(year, month)]

    @property
    def previous(self):
        day = self.first_day - timedelta(days=1)
        return Month(day.year, day.month)

    @property
    def next(self):
        day = self.first_day + timedelta(days=31)
        return Month(day.year, day.month)

    @property
    def is_over(self):
        return self.next.first_day <= timezone.localdate()

    @property
    def days(self):
        """From the Monday before to the Sunday after."""
        return self.weeks[0].first_day, self.weeks[-1].last_day

    def has(self, day):
        return (day.year, day.month) == (self.first_day.year, self.first_day.month)

    @property
    def dates(self):
        """Performances and announced gaps of its own days, without those of its neighbours in the same weeks."""
        return [each for week in self.weeks for each in week.dates if self.has(each.day)]

    @property
    def has_performances(self):
        return any(not each.is_gap for each in self.dates)

    @property
    def has_dates(self):
        return bool(self.dates)

    def fill(self, performances, gaps=()):
        for week in self.weeks:
            week.fill(performances, gaps)
        return self

    def get_absolute_url(self):
        return reverse("repertoire:month", args=[self.first_day.year, self.first_day.month])


def in_order(performances, gaps):
    """What stands in a list of dates: performances and announced gaps by their hour."""
    return sorted([*performances, *gaps], key=attrgetter("starts_at"))


def by_season(performances):
    """[(season, year, its dates), …] in the order of the dates. What lies in no season stands under its year."""
    seasons = {}
    for performance in performances:
        season = performance.season_number
        seasons.setdefault((season, None if season else performance.day.year), []).append(performance)
    return [(season, year, dates) for (season, year), dates in seasons.items()]


def by_week(dates, *, first):
    """[(week, its dates), …]: the first week even if it is empty, then every later one that has something.

    A show that began before the first week and still goes on counts as one of the first week.
    """
    weeks = {first.first_day: (first, [])}
    for each in dates:
        week = Week(max(each.day, first.first_day))
        weeks.setdefault(week.first_day, (week, []))[1].append(each)
    return list(weeks.values())
