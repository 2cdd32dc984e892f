import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from repertoire.models import Performance, Production, Season
from tests.factories import (
    NOT_PUBLIC,
    create_credit,
    create_edition,
    create_performance,
    create_person,
    create_production,
    create_programme_item,
    create_season,
    create_venue,
    moment,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY_15 = moment(2026, 11, 21, 15)


# What is still to come


@pytest.mark.parametrize(
    ("of_the_date", "of_the_production", "last_minute", "end"),
    [
        (None, 120, "16:59", "17:00"),
        (None, 75, "16:14", "16:15"),
        (60, 120, "15:59", "16:00"),
        (600, None, "2026-11-22 00:59", "2026-11-22 01:00"),
        (None, None, "16:59", "17:00"),
    ],
)
def test_a_performance_is_upcoming_until_its_end(at, of_the_date, of_the_production, last_minute, end):
    production = create_production(running_time=of_the_production)
    performance = create_performance(starts_at=SATURDAY_15, production=production, running_time=of_the_date)

    at(last_minute if "-" in last_minute else f"2026-11-21 {last_minute}")
    assert list(Performance.objects.upcoming()) == [performance]
    assert not performance.is_over

    at(end if "-" in end else f"2026-11-21 {end}")
    assert list(Performance.objects.upcoming()) == []
    assert performance.is_over


def test_a_longer_running_time_of_the_production_moves_the_end_of_its_dates(at):
    production = create_production(running_time=60)
    performance = create_performance(starts_at=SATURDAY_15, production=production)
    at("2026-11-21 16:30")
    assert list(Performance.objects.upcoming()) == []

    Production.objects.update(running_time=120)

    assert list(Performance.objects.upcoming()) == [performance]


def test_upcoming_is_sorted_by_time_and_leaves_the_past_out():
    create_performance(starts_at=moment(2026, 11, 14, 15))
    sunday = create_performance(starts_at=moment(2026, 11, 22, 11))
    saturday = create_performance(starts_at=SATURDAY_15)

    assert list(Performance.objects.upcoming()) == [saturday, sunday]


def test_the_days_between_are_days_of_the_theatres_clocks():
    create_performance(starts_at=moment(2026, 11, 20, 23, 59))
    first = create_performance(starts_at=moment(2026, 11, 21, 0, 0))
    last = create_performance(starts_at=moment(2026, 11, 22, 23, 59))
    create_performance(starts_at=moment(2026, 11, 23, 0, 0))

    days = moment(2026, 11, 21).date(), moment(2026, 11, 22).date()

    assert list(Performance.objects.public().between(*days)) == [first, last]


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_dates_of_a_production_that_is_not_public_are_not_public(hidden):
    create_performance(production=create_production(**hidden))
    announced_later = create_performance(production=None)
    public = create_performance()

    assert set(Performance.objects.public()) == {announced_later, public}


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_productions_that_are_not_public_are_on_no_shelf(hidden):
    create_production(premiere_on=moment(2026, 11, 1).date(), **hidden)
    create_production(is_archived=True, **hidden)
    playing = create_production(premiere_on=moment(2026, 11, 1).date())
    archived = create_production(is_archived=True)

    assert list(Production.objects.playing()) == [playing]
    assert list(Production.objects.premieres()) == [playing]
    assert list(Production.objects.archived()) == [archived]


def test_a_premiere_is_new_for_half_a_year():
    old = create_production(premiere_on=moment(2026, 5, 18).date())
    new = create_production(premiere_on=moment(2026, 5, 19).date())
    coming = create_production(premiere_on=moment(2026, 12, 1).date())
    create_production(premiere_on=None)

    assert set(Production.objects.premieres()) == {new, coming}
    assert [old.is_premiere, new.is_premiere, coming.is_premiere] == [False, True, True]


def test_a_person_has_the_credits_of_public_productions_only():
    person = create_person()
    public = create_credit(person=person)
    create_credit(person=person, production=create_production(status="draft"))
    create_credit()

    assert list(person.credits.public()) == [public]


def test_a_date_belongs_to_a_festival_only_when_the_edition_is_public():
    shown, hidden, ordinary = create_performance(), create_performance(), create_performance()
    edition = create_edition(year=2026)
    create_programme_item(edition=edition, performance=shown)
    create_programme_item(edition=create_edition(year=2027, status="draft"), performance=hidden)

    editions = {performance: performance.edition for performance in Performance.objects.public()}

    assert editions == {shown: edition, hidden: None, ordinary: None}


# What one date says about itself


def test_a_date_says_its_own_word_before_its_productions():
    production = create_production(title_ru="Ревизор", age_rating=12, running_time=100, audience="adults")
    guest = create_performance(
        production=production, title_ru="Гости", age_rating=0, running_time=50, audience="children"
    )
    plain = create_performance(production=production)

    facts = {
        performance: (performance.name, performance.age_mark, performance.length, performance.for_audience)
        for performance in Performance.objects.public()
    }

    assert facts == {guest: ("Гости", "0+", 50, "children"), plain: ("Ревизор", "12+", 100, "adults")}


def test_a_date_without_a_play_is_to_be_announced():
    create_performance(production=None)
    performance = Performance.objects.public().get()

    assert (performance.name, performance.is_to_be_announced) == ("", True)
    assert (performance.for_audience, performance.age_mark, performance.length) == ("adults", "", None)


@pytest.mark.parametrize(
    ("fields", "orderable"),
    [
        ({}, True),
        ({"sale": "few_left"}, True),
        ({"state": "rescheduled", "moved_from": moment(2026, 11, 14, 15)}, True),
        ({"production": None, "title_ru": "Гости"}, True),
        ({"sale": "sold_out"}, False),
        ({"sale": "free"}, False),
        ({"sale": "box_office"}, False),
        ({"state": "cancelled"}, False),
        ({"state": "postponed"}, False),
        ({"production": None}, False),
        ({"starts_at": moment(2026, 11, 18, 10)}, False),
        ({"starts_at": moment(2026, 11, 18, 10, 1)}, True),
    ],
    ids=str,
)
def test_tickets_can_be_ordered_only_for_what_takes_place_and_has_not_begun(fields, orderable):
    create_performance(**fields)

    assert Performance.objects.public().get().can_be_ordered is orderable


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({}, []),
        ({"state": "cancelled", "sale": "sold_out", "remark": "premiere"}, ["off"]),
        ({"state": "postponed"}, ["off"]),
        ({"state": "rescheduled", "moved_from": moment(2026, 11, 14, 15), "sale": "few_left"}, ["move", "few"]),
        ({"remark": "premiere", "sale": "sold_out"}, ["new", "out"]),
        ({"remark": "last_show"}, ["plain"]),
        ({"remark": "guest", "sale": "free"}, ["plain", "plain"]),
        ({"starts_at": moment(2026, 11, 14, 15), "sale": "sold_out", "remark": "premiere"}, ["new"]),
    ],
    ids=str,
)
def test_badges_say_what_must_be_seen_at_a_glance(fields, kinds):
    create_performance(**fields)

    assert [kind for kind, words in Performance.objects.public().get().badges] == kinds


# What must never be false


def test_a_moved_performance_knows_its_old_date():
    with pytest.raises(ValidationError) as error:
        Performance(state="rescheduled", starts_at=SATURDAY_15).full_clean()
    assert "moved_from" in error.value.message_dict

    with pytest.raises(IntegrityError, match="moved_performance_knows_its_old_date"):
        create_performance(state="rescheduled", moved_from=None)


def test_the_old_date_of_a_moved_performance_is_another_one():
    with pytest.raises(ValidationError) as error:
        Performance(state="rescheduled", starts_at=SATURDAY_15, moved_from=SATURDAY_15).full_clean()

    assert list(error.value.message_dict) == ["moved_from"]


@pytest.mark.parametrize("minutes", [0, 601])
def test_a_running_time_is_between_a_minute_and_ten_hours(minutes):
    with pytest.raises(IntegrityError, match="performance_running_time_is_sane"):
        create_performance(running_time=minutes)


@pytest.mark.parametrize("relation", ["production", "instead_of"])
def test_a_production_with_dates_cannot_be_deleted(relation):
    production = create_production()
    create_performance(**{relation: production})

    with pytest.raises(ProtectedError):
        production.delete()


def test_a_production_without_dates_can_be_deleted():
    create_production().delete()

    assert Production.objects.count() == 0


def test_a_person_in_a_cast_cannot_be_deleted():
    credit = create_credit()

    with pytest.raises(ProtectedError):
        credit.person.delete()


@pytest.mark.parametrize("word", ["premieres", "adults", "children", "archive"])
def test_no_production_takes_the_address_of_a_shelf(word):
    with pytest.raises(ValidationError) as error:
        Production(title_ru="Ревизор", slug=word, audience="adults").full_clean()

    assert list(error.value.message_dict) == ["slug"]


def test_there_is_one_house_of_our_own():
    create_venue(is_home=True)
    create_venue()

    with pytest.raises(IntegrityError, match="one_home_venue"):
        create_venue(is_home=True)


def test_seasons_do_not_overlap():
    create_season(starts_on=moment(2026, 9, 19).date(), ends_on=moment(2027, 6, 30).date())

    with pytest.raises(IntegrityError, match="seasons_do_not_overlap"):
        create_season(starts_on=moment(2027, 6, 30).date(), ends_on=moment(2027, 7, 30).date())


def test_a_season_lasts_from_its_first_to_its_last_day_and_the_next_one_follows_in_the_summer(at):
    season = create_season(starts_on=moment(2026, 9, 19).date(), ends_on=moment(2027, 6, 30).date())
    following = create_season(starts_on=moment(2027, 9, 18).date(), ends_on=moment(2028, 6, 30).date())

    found = {}
    for day in ("2026-09-18", "2026-09-19", "2027-06-30", "2027-07-01"):
        at(f"{day} 12:00")
        found[day] = (Season.objects.current_or_next(), Season.objects.opening())

    assert found == {
        "2026-09-18": (season, season),
        "2026-09-19": (season, None),
        "2027-06-30": (season, None),
        "2027-07-01": (following, following),
    }
