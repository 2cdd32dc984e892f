"""When the box office is open: the week's hours, the exceptions, and what stands at a moment.

Pure calculation in the site's time zone, so that it can be shown on every page and tested by the minute.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.utils import timezone

SOON = timedelta(minutes=30)
LOOK_AHEAD_DAYS = 60


@dataclass(frozen=True)
class BoxOfficeState:
    """`kind`: open, closing (within half an hour), shut, or unknown. `until`: the next change, if one is known."""

    kind: str
    until: datetime | None = None
    now: datetime | None = None

    @property
    def minutes_left(self):
        """Whole minutes until the next change, rounded up, so that it never says 0."""
        return math.ceil((self.until - self.now).total_seconds() / 60) if self.until else None

    @property
    def days_ahead(self):
        """0 today, 1 tomorrow …"""
        return (timezone.localdate(self.until) - timezone.localdate(self.now)).days if self.until else None


class Schedule:
    def __init__(self, hours, exceptions):
        self.by_weekday = {day.weekday: day for day in hours}
        self.exceptions = exceptions

    def on(self, day):
        """The hours of one date: an exception goes before the weekday. None if nothing is known."""
        return self.exception_on(day) or self.by_weekday.get(day.isoweekday())

    def exception_on(self, day):
        """The exception of this date; of several the one for the fewest days, being the most exact."""
        found = [exception for exception in self.exceptions if exception.covers(day)]
        return min(found, key=lambda exception: exception.last_day - exception.first_day, default=None)

    @property
    def exception_today(self):
        return self.exception_on(timezone.localdate())

    def state_at(self, moment):
        """Open, closing soon or shut at this moment, and until when."""
        if not self.by_weekday:
            return BoxOfficeState("unknown")
        for begins, ends in self.spans_from(timezone.localdate(moment)):
            if begins <= moment < ends:
                kind = "closing" if ends - moment < SOON else "open"
                return BoxOfficeState(kind, until=ends, now=moment)
            if moment < begins:
                return BoxOfficeState("shut", until=begins, now=moment)
        return BoxOfficeState("shut", now=moment)

    def spans_from(self, first_day):
        """Every open span from this date on, soonest first, as aware datetimes."""
        zone = timezone.get_current_timezone()
        for ahead in range(LOOK_AHEAD_DAYS):
            day = first_day + timedelta(days=ahead)
            hours = self.on(day)
            for begins, ends in hours.spans if hours else []:
                yield datetime.combine(day, begins, zone), datetime.combine(day, ends, zone)

    def runs(self):
        """Neighbouring weekdays with the same hours together: [(first, last, spans), …], Monday first."""
        days = sorted(self.by_weekday.values(), key=lambda day: day.weekday)
        return [
            (run[0].weekday, run[-1].weekday, run[0].spans)
            for run in (list(group) for _, group in groupby(days, key=lambda day: day.spans))
        ]

    @property
    def daily_hours(self):
        """The one span that all seven days share, or None: lets a page say “daily from 9:00 to 15:00”."""
        runs = self.runs()
        if len(self.by_weekday) == 7 and len(runs) == 1 and len(runs[0][2]) == 1:
            return runs[0][2][0]
        return None
