"""The rows of the planner's weeks, and how they are saved: all of them or none."""

from itertools import groupby

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property

from repertoire.models import Gap, Performance
from repertoire.weeks import Week
from theatre_site.models import Venue

from .dates import DateRow, ExtraRow, HourRow, LostRow
from .plays import Plays
from .words import lost

EXTRA_ROWS = 3


class Plan:
    """`rights` says what else but changing dates its editor may do: {"add", "free"}."""

    def __init__(self, period, rights, data=None):
        self.period, self.rights, self.data = period, rights, data
        self.plays = Plays()

    # What stands in it

    @cached_property
    def rows(self):
        return sorted([*self.dates(), *self.hours()], key=lambda row: (row.seen_at, row.prefix))

    def dates(self):
        found = Performance.objects.with_facts().between(self.period.first_day, self.period.last_day)
        for performance in found.select_related("slot"):
            yield self.row(
                DateRow, DateRow.key_of(performance), instance=performance, may_free={"add", "free"} <= self.rights
            )

    def hours(self):
        """What of the rhythm has no date yet; whole free days have a line of their own."""
        if "add" not in self.rights:
            return
        free = {gap.day for gap in self.free_days}
        gaps = {(gap.slot_id, gap.day): gap for gap in self.gaps}
        for slot, day in Performance.objects.free_hours(self.period.first_day, self.period.last_day):
            gap = gaps.get((slot.pk, day))
            if day not in free and (gap is None or "free" in self.rights):
                yield self.row(
                    HourRow, HourRow.key_of(slot, day), slot=slot, day=day, gap=gap, may_free="free" in self.rights
                )

    @cached_property
    def extra(self):
        if "add" not in self.rights:
            return []
        venues = list(Venue.objects.for_choice())
        return [self.row(ExtraRow, f"n{number}", venues=venues) for number in range(EXTRA_ROWS)]

    def row(self, kind, key, **facts):
        return kind(self.data if key in self.sent else None, prefix=key, plays=self.plays, **facts)

    @cached_property
    def sent(self):
        """The keys of the rows on the page that has been sent."""
        return dict.fromkeys(self.data.getlist("row")) if self.data else {}

    @cached_property
    def gaps(self):
        return list(Gap.objects.filter(day__range=(self.period.first_day, self.period.last_day)).order_by("day"))

    @property
    def free_days(self):
        return [gap for gap in self.gaps if gap.slot_id is None]

    @property
    def weeks(self):
        """[(week, its rows, its free days), …]"""
        rows = {monday: list(group) for monday, group in groupby(self.rows, key=monday_of_row)}
        free = {monday: list(group) for monday, group in groupby(self.free_days, key=monday_of_gap)}
        return [(week, rows.get(week.first_day, []), free.get(week.first_day, [])) for week in self.period.weeks]

    # Saving

    @cached_property
    def touched(self):
        return [row for row in [*self.rows, *self.extra] if row.is_touched]

    @property
    def extra_is_touched(self):
        return any(row.is_touched for row in self.extra)

    @property
    def refused_rows(self):
        return [row for row in self.touched if row.complaints]

    @property
    def refused(self):
        return bool(self.lost or self.refused_rows)

    @cached_property
    def lost(self):
        """Sentences about what was typed in rows that are there no more."""
        there = {row.prefix for row in [*self.rows, *self.extra]}
        return [words for key in self.sent if key not in there and (words := self.lost_words(key))]

    def lost_words(self, key):
        row = LostRow(self.data, prefix=key[:40], plays=self.plays)
        typed = row.typed()
        return lost(self.data.get(f"{key}-label", key)[:60], typed) if typed else ""

    @property
    def is_stale(self):
        """Somebody else was faster with one of its dates."""
        return bool(self.lost) or any(row.has_error(NON_FIELD_ERRORS, "conflict") for row in self.touched)

    @transaction.atomic
    def save(self, journal):
        """True if everything was right and is written now."""
        Performance.objects.lock_timetable()
        is_valid = [row.is_valid() for row in self.touched]  # all are asked: each says what is wrong with it
        if all(is_valid) and not self.lost:
            for row in self.touched:
                row.write(journal)
            for row in self.touched:
                row.check()
        if self.refused:
            transaction.set_rollback(True)
            return False
        return True


def monday_of_row(row):
    return Week(timezone.localdate(row.seen_at)).first_day


def monday_of_gap(gap):
    return Week(gap.day).first_day
