"""The items of a programme."""

from datetime import date

import pytest
from django.db import transaction
from django.utils import translation

from tests.factories import (
    create_award,
    create_edition,
    create_participant,
    create_performance,
    create_production,
    create_programme_item,
    create_venue,
    moment,
)
from tests.rules import invalid_fields, refused


def test_the_programme_goes_day_by_day_and_hour_by_hour(db, django_assert_num_queries):
    edition = create_edition(year=2013)
    moved = create_performance(starts_at=moment(2013, 10, 4, 9), venue=create_venue())
    for title, starts_at, performance in [
        ("Закрытие", moment(2013, 10, 5, 18), None),
        ("Перенесён на утро", moment(2013, 10, 5, 20), moved),
        ("Открытие", moment(2013, 10, 3, 12), None),
        ("Обсуждение", moment(2013, 10, 4, 12), None),
    ]:
        create_programme_item(edition=edition, title_ru=title, starts_at=starts_at, performance=performance)
    create_programme_item(title_ru="Чужое")

    with django_assert_num_queries(1):
        items = [(item.title_ru, item.day, item.place and item.place.pk) for item in edition.programme.in_order()]
    assert items == [
        ("Открытие", date(2013, 10, 3), None),
        ("Перенесён на утро", date(2013, 10, 4), moved.venue_id),
        ("Обсуждение", date(2013, 10, 4), None),
        ("Закрытие", date(2013, 10, 5), None),
    ]


def test_an_item_says_what_it_is(db):
    nothing = {"title_ru": "", "title_uk": ""}
    with refused("programme_item_says_what_it_is"), transaction.atomic():
        create_programme_item(**nothing)
    item = create_programme_item()
    item.title_ru = item.title_uk = ""

    assert invalid_fields(item) >= {"participant"}
    create_programme_item(kind="show", performance=create_performance(), **nothing)


@pytest.mark.parametrize("kind", ["opening", "discussion", "master_class", "ceremony", "break"])
def test_an_item_needs_no_company(db, kind):
    create_programme_item(kind=kind, title_ru="Мастер-класс").full_clean()


def test_a_show_is_called_as_its_participant_or_its_date_calls_it(db):
    edition = create_edition()
    participant = create_participant(edition=edition, show_ru="Колобок", running_time=50)
    nothing = {"edition": edition, "kind": "show", "title_ru": "", "title_uk": ""}
    performance = create_performance(production=create_production(title_ru="Ревизор"))

    with translation.override("ru"):
        shown = create_programme_item(participant=participant, **nothing)
        assert (shown.name, shown.minutes) == ("Колобок", 50)
        assert create_programme_item(participant=participant, duration=45).minutes == 45
        assert create_programme_item(performance=performance, **nothing).name == "Ревизор"


def test_a_show_in_whats_on_takes_its_moment_venue_and_state_from_there(db):
    venue = create_venue()
    performance = create_performance(starts_at=moment(2013, 10, 4, 18), venue=venue, state="cancelled")
    item = create_programme_item(edition=create_edition(year=2013), performance=performance)

    assert (item.moment, item.place) == (performance.starts_at, venue)
    assert [kind for kind, words in item.badges] == ["off"]


def test_a_participant_of_another_edition_has_no_place_in_the_programme_and_no_award_here(db):
    item = create_programme_item(participant=create_participant())
    award = create_award(participant=create_participant())

    assert (invalid_fields(item), invalid_fields(award)) == ({"participant"}, {"participant"})
