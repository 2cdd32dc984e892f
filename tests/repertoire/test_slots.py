from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from repertoire.models import Performance, WeeklySlot
from tests.factories import (
    SUNDAY,
    create_gap,
    create_performance,
    create_production,
    create_season,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import find, said, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def november(*days):
    return [date(2026, 11, day) for day in days]


def days_made():
    return [performance.day for performance in Performance.objects.public()]


def test_the_rhythm_makes_ordinary_dates_some_weeks_ahead():
    venue = create_venue()
    create_slot(venue=venue)
    create_slot(weekday=SUNDAY, time=time(11), audience="children")

    made = Performance.objects.make_from_slots(weeks=2)

    assert made == 4
    assert [
        (performance.starts_at, performance.for_audience, performance.venue)
        for performance in Performance.objects.public()
    ] == [
        (moment(2026, 11, 21, 15), "adults", venue),
        (moment(2026, 11, 22, 11), "children", None),
        (moment(2026, 11, 28, 15), "adults", venue),
        (moment(2026, 11, 29, 11), "children", None),
    ]


def test_the_theatre_says_how_many_weeks_ahead():
    create_theatre(weeks_ahead=1)
    create_slot()

    Performance.objects.make_from_slots()

    assert days_made() == november(21)


def test_without_a_word_from_the_theatre_it_is_eight_weeks():
    create_slot()

    assert Performance.objects.make_from_slots() == 8


def test_today_belongs_to_the_rhythm(at):
    at("2026-11-21 09:00")
    create_slot()

    Performance.objects.make_from_slots(weeks=1)

    assert days_made() == november(21, 28)


def test_making_dates_twice_makes_nothing_twice():
    create_slot()
    Performance.objects.make_from_slots(weeks=2)

    assert Performance.objects.make_from_slots(weeks=2) == 0
    assert days_made() == november(21, 28)


def test_later_the_rhythm_goes_on_where_it_ended(at):
    create_slot()
    Performance.objects.make_from_slots(weeks=1)

    at("2026-11-25 10:00")

    assert Performance.objects.make_from_slots(weeks=1) == 1
    assert days_made() == november(21, 28)


def test_a_date_that_was_moved_is_not_made_again():
    create_slot()
    Performance.objects.make_from_slots(weeks=1)
    Performance.objects.update(starts_at=moment(2026, 11, 20, 18))

    assert Performance.objects.make_from_slots(weeks=1) == 0
    assert days_made() == november(20)


def test_a_date_entered_by_hand_is_the_date(at):
    home = create_venue(is_home=True)
    create_slot(venue=None)
    create_performance(starts_at=moment(2026, 11, 21, 15), venue=home)

    assert Performance.objects.make_from_slots(weeks=2) == 1
    assert days_made() == november(21, 28)


def test_a_date_by_hand_in_another_house_leaves_the_rhythm_alone(at):
    create_venue(is_home=True)
    create_slot(venue=None)
    create_performance(starts_at=moment(2026, 11, 21, 15), venue=create_venue())

    assert Performance.objects.make_from_slots(weeks=1) == 1


def test_an_hour_that_has_passed_today_is_not_made(at):
    create_slot()
    at("2026-11-21 15:01")

    Performance.objects.make_from_slots(weeks=1)

    assert [shown.day for shown in Performance.objects.all()] == november(28)


def test_what_an_editor_wrote_stays_as_it_is():
    create_slot()
    Performance.objects.make_from_slots(weeks=1)
    production = create_production()
    Performance.objects.update(production=production, sale="few_left")

    Performance.objects.make_from_slots(weeks=1)

    assert list(Performance.objects.values_list("production", "sale")) == [(production.pk, "few_left")]


def test_one_slot_has_one_date_a_day():
    slot = create_slot()
    create_performance(slot=slot, slot_day=date(2026, 11, 21))

    with pytest.raises(IntegrityError, match="one_performance_a_slot_and_day"):
        create_performance(slot=slot, slot_day=date(2026, 11, 21))


def test_two_slots_may_play_on_the_same_day():
    create_slot(time=time(15))
    create_slot(time=time(18))

    Performance.objects.make_from_slots(weeks=1)

    assert days_made() == november(21, 21)


def test_a_gap_is_left_out():
    slot = create_slot()
    create_slot(weekday=SUNDAY, time=time(11), audience="children")
    create_gap(day=date(2026, 11, 22), slot=None)
    create_gap(day=date(2026, 11, 28), slot=slot)
    create_gap(day=date(2026, 11, 29), slot=slot)

    Performance.objects.make_from_slots(weeks=2)

    assert days_made() == november(21, 29)


def test_dates_are_made_from_the_first_to_the_last_day_of_a_season():
    create_season(starts_on=date(2026, 11, 28), ends_on=date(2026, 12, 5))
    create_season(starts_on=date(2026, 12, 19), ends_on=date(2027, 6, 30))
    create_slot()

    Performance.objects.make_from_slots(weeks=5)

    assert days_made() == [date(2026, 11, 28), date(2026, 12, 5), date(2026, 12, 19)]


def test_a_slot_plays_from_its_first_to_its_last_day():
    create_slot(first_day=date(2026, 11, 28), last_day=date(2026, 12, 5))

    Performance.objects.make_from_slots(weeks=5)

    assert days_made() == [date(2026, 11, 28), date(2026, 12, 5)]


@pytest.mark.parametrize(
    "fields",
    [
        {"first_day": date(2026, 9, 1), "last_day": date(2026, 11, 17)},
        {"first_day": date(2026, 11, 22), "last_day": date(2026, 11, 27)},
        {"first_day": date(2027, 9, 1)},
    ],
    ids=str,
)
def test_a_slot_without_a_day_in_these_weeks_makes_nothing(fields):
    create_slot(**fields)

    assert Performance.objects.make_from_slots(weeks=2) == 0


def test_the_hour_stays_the_same_over_the_change_of_the_clocks(at):
    at("2026-10-21 10:00")
    create_slot()

    Performance.objects.make_from_slots(weeks=2)

    starts = list(Performance.objects.values_list("starts_at", flat=True))
    assert starts == [moment(2026, 10, 24, 15), moment(2026, 10, 31, 15)]
    assert [start.hour for start in starts] == [12, 13]  # in UTC


def test_many_weeks_cost_as_many_queries_as_one():
    create_slot()
    with CaptureQueriesContext(connection) as one_week:
        Performance.objects.make_from_slots(weeks=1)

    with CaptureQueriesContext(connection) as a_year:
        made = Performance.objects.make_from_slots(weeks=52)

    assert made == 51
    assert len(a_year) == len(one_week)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_date_without_a_play_says_that_it_will_be_announced(client, language):
    create_theatre()
    create_slot(price_min=40, price_max=60)
    Performance.objects.make_from_slots(weeks=1)

    rows = find(client.get(f"/{language}/afisha/"), "li.row")

    assert [text_of(heading) for heading in find(rows[0], "h3")] == [said("Play to be announced", language)]
    assert "40–60" in text_of(rows[0])
    assert find(rows[0], "a.btn") == []


def test_no_two_slots_at_the_same_time_in_one_venue():
    create_slot(venue=None)

    with pytest.raises(IntegrityError, match="one_slot_at_a_time"):
        create_slot(venue=None)


def test_a_slot_does_not_end_before_it_begins():
    days = {"first_day": date(2026, 11, 21), "last_day": date(2026, 11, 20)}
    with pytest.raises(ValidationError) as error:
        WeeklySlot(weekday=6, time=time(15), audience="adults", **days).full_clean()
    assert "last_day" in error.value.message_dict

    with pytest.raises(IntegrityError, match="slot_days_in_order"):
        create_slot(**days)
