from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from repertoire.weeks import Month, Week, by_week


def show(day, hour):
    """A stand-in for a performance; the calendar only asks for its day."""
    begins = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/Kyiv"))
    return SimpleNamespace(day=begins.date(), starts_at=begins)


def test_saturday_and_sunday_fall_into_the_same_week_that_begins_on_monday():
    saturday, sunday = show(date(2026, 11, 28), 15), show(date(2026, 11, 29), 11)

    week = Week(date(2026, 11, 23)).fill([saturday, sunday])

    assert week.days[5].performances == [saturday]
    assert week.days[6].performances == [sunday]


def test_any_day_belongs_to_the_monday_before():
    assert {Week(date(2026, 11, day)).first_day for day in range(23, 30)} == {date(2026, 11, 23)}


def test_the_first_week_stands_even_when_it_is_empty():
    later = show(date(2026, 12, 5), 15)

    weeks = by_week([later], first=Week(date(2026, 11, 23)))

    assert [(week.first_day, performances) for week, performances in weeks] == [
        (date(2026, 11, 23), []),
        (date(2026, 11, 30), [later]),
    ]


def test_a_show_that_began_on_sunday_night_still_counts_on_monday():
    night = show(date(2026, 11, 22), 23)

    [(week, performances)] = by_week([night], first=Week(date(2026, 11, 23)))

    assert (week.first_day, performances) == (date(2026, 11, 23), [night])


def test_a_month_has_whole_weeks():
    month = Month(2026, 11)

    assert month.days == (date(2026, 10, 26), date(2026, 12, 6))
    assert not month.has(date(2026, 10, 31))
    assert month.previous.first_day == date(2026, 10, 1)
    assert month.next.first_day == date(2026, 12, 1)


def test_december_leads_to_january():
    assert Month(2026, 12).next.first_day == date(2027, 1, 1)
    assert Month(2027, 1).previous.first_day == date(2026, 12, 1)
