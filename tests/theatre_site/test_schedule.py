from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from theatre_site.models import HoursException, OpeningHours
from theatre_site.schedule import Schedule

KYIV = ZoneInfo("Europe/Kyiv")


def daily(opens=time(9), closes=time(15), **more):
    return [OpeningHours(weekday=day, opens=opens, closes=closes, **more) for day in range(1, 8)]


def at(hour, minute=0, day=2):
    """A moment of November 2026; the 2nd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=KYIV)


@pytest.mark.parametrize(
    ("moment", "kind", "until"),
    [
        (at(8, 59), "shut", at(9)),
        (at(9), "open", at(15)),
        (at(14, 30), "open", at(15)),
        (at(14, 31), "closing", at(15)),
        (at(15), "shut", at(9, day=3)),
        (at(23, 59), "shut", at(9, day=3)),
    ],
)
def test_the_box_office_opens_and_closes_to_the_minute(moment, kind, until):
    state = Schedule(daily(), []).state_at(moment)

    assert (state.kind, state.until) == (kind, until)


def test_a_break_closes_it_until_the_end_of_the_break():
    schedule = Schedule(daily(break_from=time(12), break_until=time(13)), [])

    assert schedule.state_at(at(12, 15)).kind == "shut"
    assert schedule.state_at(at(12, 15)).until == at(13)
    assert schedule.state_at(at(13)).until == at(15)


def test_a_closed_weekday_is_skipped():
    hours = daily()
    hours[1] = OpeningHours(weekday=2, is_closed=True)

    state = Schedule(hours, []).state_at(at(16))

    assert (state.until, state.days_ahead) == (at(9, day=4), 2)


def test_an_exception_goes_before_the_weekday():
    short_day = HoursException(first_day=date(2026, 11, 2), last_day=date(2026, 11, 2), opens=time(10), closes=time(12))
    closed = HoursException(first_day=date(2026, 11, 3), last_day=date(2026, 11, 5), is_closed=True)
    schedule = Schedule(daily(), [short_day, closed])

    assert schedule.state_at(at(9, 30)).until == at(10)
    assert schedule.state_at(at(12)).until == at(9, day=6)


def test_minutes_left_never_say_nought():
    state = Schedule(daily(), []).state_at(datetime(2026, 11, 2, 14, 59, 30, tzinfo=KYIV))

    assert state.minutes_left == 1


def test_hours_stay_right_over_the_change_of_the_clocks():
    """On 25 October 2026 clocks in Kyiv go back: 9:00 is 7:00 UTC from then on."""
    state = Schedule(daily(), []).state_at(datetime(2026, 10, 24, 16, tzinfo=KYIV))

    assert state.until.astimezone(ZoneInfo("UTC")).hour == 7


def test_without_hours_nothing_is_claimed():
    assert Schedule([], []).state_at(at(10)).kind == "unknown"


def test_without_any_open_day_it_is_shut_for_good():
    state = Schedule([OpeningHours(weekday=day, is_closed=True) for day in range(1, 8)], []).state_at(at(10))

    assert (state.kind, state.until) == ("shut", None)


def test_daily_hours_are_said_in_one_go_only_if_every_day_is_the_same():
    uneven = daily()
    uneven[6] = OpeningHours(weekday=7, opens=time(10), closes=time(12))

    assert Schedule(daily(), []).daily_hours == (time(9), time(15))
    assert Schedule(uneven, []).daily_hours is None
    assert Schedule(uneven, []).runs() == [
        (1, 6, [(time(9), time(15))]),
        (7, 7, [(time(10), time(12))]),
    ]


def test_of_two_exceptions_the_one_for_fewer_days_counts():
    month_closed = HoursException(first_day=date(2026, 11, 1), last_day=date(2026, 11, 30), is_closed=True)
    one_day = HoursException(first_day=date(2026, 11, 7), last_day=date(2026, 11, 7), opens=time(10), closes=time(12))

    assert Schedule(daily(), [month_closed, one_day]).state_at(at(9)).until == at(10, day=7)
