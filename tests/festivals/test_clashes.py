"""What does not fit together in a programme, as the organiser reads it."""

import pytest
from django.utils import translation

from festivals.clashes import Timetable
from tests.factories import (
    create_company,
    create_edition,
    create_participant,
    create_performance,
    create_programme_item,
    create_venue,
    moment,
)


@pytest.fixture
def edition(db):
    with translation.override("en"):
        yield create_edition(year=2013, set_change=60)


@pytest.fixture
def stage(edition):
    return create_venue(name_ru="Большая сцена")


def show(edition, name, hour, minute=0, *, day=3, minutes=60, company="Маска", **fields):
    """A show of an accepted participant."""
    participant = fields.pop("participant", None) or create_participant(
        edition=edition, company=create_company(name_ru=company), show_ru=name
    )
    return create_programme_item(
        edition=edition,
        kind="show",
        participant=participant,
        title_ru="",
        title_uk="",
        starts_at=moment(2013, 10, day, hour, minute),
        duration=minutes,
        **fields,
    )


def warnings(edition):
    return [clash.words for clash in Timetable.of(edition).clashes()]


def test_two_items_at_once_on_one_stage(edition, stage):
    show(edition, "Колобок", 12, minutes=90, venue=stage)
    show(edition, "Маугли", 13, minutes=90, venue=stage)
    show(edition, "В другом месте", 12, minutes=600, venue=create_venue())
    show(edition, "Нигде", 12, minutes=600)

    assert warnings(edition) == [
        "Two at once on the stage “Большая сцена”: «Колобок» (3 October, 12:00) and «Маугли» (3 October, 13:00)."
    ]


@pytest.mark.parametrize(("language", "words"), [("ru", "Два пункта сразу"), ("uk", "Два пункти водночас")])
def test_two_at_once_are_items_and_not_people(edition, stage, language, words):
    show(edition, "Колобок", 12, minutes=90, venue=stage)
    show(edition, "Маугли", 13, minutes=90, venue=stage)

    with translation.override(language):
        [found] = warnings(edition)

    assert found.startswith(words)


def test_what_begins_as_the_other_ends_is_not_at_once(edition, stage):
    edition.set_change = 0
    edition.save()
    show(edition, "Колобок", 12, venue=stage)
    show(edition, "Маугли", 13, venue=stage)

    assert warnings(edition) == []


def test_of_what_lasts_unknown_long_only_the_beginning_counts(edition, stage):
    show(edition, "Колобок", 12, minutes=None, venue=stage)
    show(edition, "Маугли", 12, 30, minutes=None, venue=stage)
    assert warnings(edition) == []

    show(edition, "Теремок", 12, minutes=None, venue=stage)
    assert len(warnings(edition)) == 1


def test_one_company_twice_at_once(edition, stage):
    first = show(edition, "Колобок", 12, venue=stage, minutes=90)
    show(edition, "Колобок", 13, venue=create_venue(), participant=first.participant)
    show(edition, "Маугли", 14, 30, venue=create_venue(), participant=first.participant)

    assert warnings(edition) == [
        "The company “Маска” plays twice at once: «Колобок» (3 October, 12:00) and «Колобок» (3 October, 13:00)."
    ]


@pytest.mark.parametrize(("day", "is_outside"), [(2, True), (3, False), (5, False), (6, True)])
def test_an_item_outside_the_festival(edition, day, is_outside):
    show(edition, "Колобок", 23, 30, day=day)

    words = "“Колобок” is outside the festival, which lasts from 3 October to 5 October."
    assert warnings(edition) == ([words] if is_outside else [])


def test_a_festival_without_days_has_no_outside(edition):
    edition.starts_on = edition.ends_on = None
    edition.save()
    show(edition, "Колобок", 12, day=30)

    assert warnings(edition) == []


@pytest.mark.parametrize(("begins", "minutes"), [(13, 0), (13, 59), (14, None)])
def test_no_time_to_change_the_set_between_two_shows(edition, stage, begins, minutes):
    hour, minute = begins, minutes or 0
    show(edition, "Колобок", 12, venue=stage)
    show(edition, "Маугли", hour, minute, venue=stage)

    words = (
        f"{minute} minutes to change the set on the stage “Большая сцена”: "
        f"«Колобок» (3 October, 12:00) and «Маугли» (3 October, 13:{minute:02d})."
    )
    assert warnings(edition) == ([] if minutes is None else [words])


def test_a_discussion_needs_no_set(edition, stage):
    show(edition, "Колобок", 12, venue=stage)
    create_programme_item(edition=edition, kind="discussion", starts_at=moment(2013, 10, 3, 13), venue=stage)

    assert warnings(edition) == []


@pytest.mark.parametrize("state", ["submitted", "accepted", "confirmed", "rejected", "withdrawn"])
def test_who_comes_has_an_hour_and_who_does_not_has_none(edition, state):
    company = create_company(name_ru="Маска")
    participant = create_participant(edition=edition, company=company, show_ru="Колобок", state=state)
    comes = state in {"accepted", "confirmed"}
    assert warnings(edition) == (["“Колобок” (Маска) has no hour yet."] if comes else [])

    show(edition, "", 12, participant=participant)
    words = "“Колобок” is in the programme, but visitors do not see it; its participant: "
    assert warnings(edition) == ([] if comes else [f"{words}{participant.get_state_display()}."])


def test_a_date_of_whats_on_is_in_our_own_house_unless_it_says_otherwise(edition):
    home = create_venue(name_ru="Наш дом", is_home=True)
    performance = create_performance(starts_at=moment(2013, 10, 3, 12), running_time=90)
    create_programme_item(edition=edition, kind="show", performance=performance, title_ru="Ревизор")
    show(edition, "Колобок", 13, venue=home)
    assert [words[:34] for words in warnings(edition)] == ["Two at once on the stage “Наш дом”"]

    performance.state = "cancelled"
    performance.save()
    assert warnings(edition) == []


def test_a_clash_knows_its_items(edition, stage):
    first = show(edition, "Колобок", 12, venue=stage)
    second = show(edition, "Маугли", 12, 30, venue=stage)
    waiting = create_participant(edition=edition)

    clashes = Timetable.of(edition).clashes()

    assert [(clash.items, clash.participant) for clash in clashes] == [((first, second), None), ((), waiting)]


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_warning_is_said_in_the_language_of_the_organiser(edition, stage, language):
    first = show(edition, "Колобок", 12, venue=stage, day=2)
    show(edition, "Маугли", 12, 30, venue=stage, participant=first.participant)
    first.participant.state = "rejected"
    first.participant.save()
    show(edition, "Теремок", 9, venue=stage)
    show(edition, "Лис", 10, venue=stage)
    create_participant(edition=edition)
    english = warnings(edition)
    with translation.override(language):
        translated = warnings(edition)

    assert len(english) == len(translated) > 3
    assert set(english) & set(translated) == set()
