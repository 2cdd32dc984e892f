"""Which weeks the planner shows, as its address says."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.http import urlencode

from repertoire.weeks import Week

CHOICES = [4, 8, 12]
USUAL = 8


@dataclass(frozen=True)
class Period:
    monday: date
    length: int

    @classmethod
    def asked_for(cls, query):
        """From this week on, unless the address names another day; nonsense counts as nothing."""
        return cls(Week(day_in(query) or timezone.localdate()).first_day, length_in(query))

    @property
    def first_day(self):
        """What is over this week is no longer planned."""
        today = timezone.localdate()
        return today if Week(today).first_day == self.monday else self.monday

    @property
    def last_day(self):
        return self.weeks[-1].last_day

    @property
    def weeks(self):
        first = Week(self.monday)
        return [first.ahead(number) for number in range(self.length)]

    @property
    def query(self):
        return urlencode({"from": self.monday.isoformat(), "weeks": self.length})

    @property
    def previous(self):
        return Period(self.monday - timedelta(weeks=self.length), self.length)

    @property
    def next(self):
        return Period(self.monday + timedelta(weeks=self.length), self.length)

    @property
    def lengths(self):
        return [Period(self.monday, length) for length in CHOICES]


def day_in(query):
    try:
        day = date.fromisoformat(query.get("from", ""))
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def length_in(query):
    asked = query.get("weeks", "")
    return int(asked) if asked in map(str, CHOICES) else USUAL
