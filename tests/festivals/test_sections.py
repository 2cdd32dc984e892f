"""Which sections an edition has, and when they appear."""

import pytest
from django.utils import translation

from festivals.models import Participant, ProgrammeItem
from tests.factories import (
    create_award,
    create_document,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_programme_item,
    days_from_now,
    moment,
)


def sections_of(edition):
    found = type(edition).objects.with_sections().get(pk=edition.pk)
    return [word for word, label, address in found.sections]


def test_an_edition_without_anything_has_no_sections(db):
    assert sections_of(create_edition()) == []


@pytest.mark.parametrize(
    ("create", "fields", "section"),
    [
        (create_document, {}, "regulations"),
        (create_document, {"kind": "press"}, "press"),
        (create_programme_item, {}, "programme"),
        (create_participant, {}, "participants"),
        (create_edition_photo, {}, "photos"),
        (create_edition_video, {}, "photos"),
    ],
)
def test_what_an_edition_has_makes_its_section_and_no_other_editions(db, create, fields, section):
    edition, other = create_edition(), create_edition()
    create(edition=edition, **fields)

    assert (sections_of(edition), sections_of(other)) == ([section], [])


def test_awards_make_the_section_of_the_results(db):
    edition = create_edition(results_at=days_from_now(-1), lists_participants=False)
    create_nomination(edition=edition)
    assert sections_of(edition) == []

    create_award(nomination=edition.nominations.get())
    assert sections_of(edition) == ["results"]


def test_jury_and_partners_stand_on_the_first_page_and_make_no_section(db):
    edition = create_edition()
    create_jury_member(edition=edition)
    create_edition_partner(edition=edition)

    assert sections_of(edition) == []


def test_sections_come_in_the_order_of_the_tabs_with_their_addresses(db):
    edition = create_edition(year=2013, results_at=days_from_now(-1))
    create_edition_video(edition=edition)
    create_document(edition=edition, kind="press")
    create_award(nomination=create_nomination(edition=edition))
    create_programme_item(edition=edition)
    create_document(edition=edition)
    found = type(edition).objects.with_sections().get()

    with translation.override("uk"):
        assert [(word, address) for word, label, address in found.sections] == [
            ("regulations", "/uk/festival/2013/regulations/"),
            ("programme", "/uk/festival/2013/programme/"),
            ("participants", "/uk/festival/2013/participants/"),
            ("results", "/uk/festival/2013/results/"),
            ("press", "/uk/festival/2013/press/"),
            ("photos", "/uk/festival/2013/photos/"),
        ]


@pytest.mark.parametrize("state", ["submitted", "rejected", "withdrawn"])
def test_who_only_applied_or_does_not_come_makes_no_list_of_participants(db, state):
    edition = create_edition()
    create_participant(edition=edition, state=state)

    assert sections_of(edition) == []
    assert not edition.participants.public()


def test_accepted_and_confirmed_participants_are_public_before_they_have_an_hour(db):
    edition = create_edition()
    for state in Participant.State:
        create_participant(edition=edition, state=state, show_ru=state)

    assert [participant.show_ru for participant in edition.participants.public()] == ["accepted", "confirmed"]
    assert not ProgrammeItem.objects.exists()


def test_a_list_of_participants_that_is_not_ready_is_held_back(db):
    edition = create_edition(lists_participants=False)
    create_participant(edition=edition)

    assert sections_of(edition) == []


@pytest.mark.parametrize(
    ("results_at", "now", "seen"),
    [
        (moment(2013, 10, 6, 18), "2013-10-06 17:59:59", False),
        (moment(2013, 10, 6, 18), "2013-10-06 18:00", True),
        (None, "2026-11-18 10:00", False),
    ],
)
def test_results_appear_at_their_moment_and_never_without_one(db, at, results_at, now, seen):
    edition = create_edition(year=2013, results_at=results_at, lists_participants=False)
    create_award(nomination=create_nomination(edition=edition))
    at(now)

    assert (edition.results_are_out, sections_of(edition)) == (seen, ["results"] if seen else [])


def test_titles_are_those_of_sections_that_are_out(db):
    edition = create_edition(
        programme_title_ru="Программа фестиваля",
        results_title_ru="Итоги фестиваля",
        participants_title_ru="Участники фестиваля",
    )
    create_programme_item(edition=edition)
    create_award(nomination=create_nomination(edition=edition), person_ru="Анна Петренко")
    create_document(edition=edition, title_ru="Положение")

    with translation.override("ru"):
        found = type(edition).objects.with_sections().get()
        assert [title for title, address in found.titles] == ["Положение", "Программа фестиваля"]
