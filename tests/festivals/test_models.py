from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation

from festivals.models import Award, Nomination, Participant, ProgrammeItem
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_partner,
    create_performance,
    create_production,
    create_programme_item,
    create_venue,
    days_from_now,
    moment,
    pdf,
)


def invalid_fields(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return set(error.value.message_dict)


def refused(constraint):
    return pytest.raises(IntegrityError, match=constraint)


def sections_of(edition):
    found = type(edition).objects.with_sections().get(pk=edition.pk)
    return [word for word, label, address in found.sections]


# The edition


def test_a_year_has_one_edition(db):
    create_edition(year=2013)

    with refused("festivals_edition_year"):
        create_edition(year=2013)


@pytest.mark.parametrize("ends_on", [date(2013, 10, 3), date(2013, 10, 2), None])
def test_the_database_refuses_a_festival_that_ends_before_it_goes_on(db, ends_on):
    with refused("edition_dates_in_order"):
        create_edition(year=2013, starts_on=date(2013, 10, 3), ends_on=ends_on)


@pytest.mark.parametrize("ends_on", [date(2013, 10, 3), None])
def test_the_form_says_so_beside_the_field(db, ends_on):
    edition = create_edition(year=2013, starts_on=date(2013, 10, 3), ends_on=date(2013, 10, 6))
    edition.full_clean()
    edition.ends_on = ends_on

    assert "ends_on" in invalid_fields(edition)


def test_an_edition_begins_in_its_own_year(db):
    with refused("edition_is_in_its_year"), transaction.atomic():
        create_edition(year=2013, starts_on=date(2012, 10, 3), ends_on=date(2012, 10, 6))
    edition = create_edition(year=2013)
    edition.starts_on = date(2012, 10, 3)

    assert "starts_on" in invalid_fields(edition)


def test_an_edition_may_end_in_the_next_year_or_have_no_dates_yet(db):
    create_edition(year=2013, starts_on=date(2013, 12, 30), ends_on=date(2014, 1, 2)).full_clean()
    create_edition(year=2015, starts_on=None, ends_on=None).full_clean()


@pytest.mark.parametrize(
    ("now", "is_over"), [("2013-10-01 12:00", False), ("2013-10-06 23:59", False), ("2013-10-07 00:00", True)]
)
def test_a_festival_is_over_the_day_after_its_last(db, at, now, is_over):
    at(now)

    assert create_edition(year=2013, starts_on=date(2013, 10, 3), ends_on=date(2013, 10, 6)).is_over == is_over


def test_a_festival_without_dates_is_over_with_its_year(db, at):
    edition = create_edition(year=2013, starts_on=None, ends_on=None)

    at("2013-12-31 23:59")
    assert not edition.is_over
    at("2014-01-01 00:00")
    assert edition.is_over


# Its sections


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


# Documents


def test_an_edition_has_one_document_of_a_kind(db):
    edition = create_edition()
    create_document(edition=edition)
    create_document(edition=edition, kind="press")

    with refused("one_document_of_a_kind"):
        create_document(edition=edition)


@pytest.mark.parametrize("name", ["title", "body"])
def test_a_document_can_be_read_without_the_pdf(db, name):
    with refused(f"festivals_document_{name}_said"):
        create_document(**{f"{name}_ru": "", f"{name}_uk": "", "pdf_ru": pdf()})


def test_a_document_knows_in_which_languages_it_is_signed(db):
    both = create_document(pdf_uk=pdf("uk.pdf"), pdf_ru=pdf("ru.pdf"))
    one = create_document(pdf_uk=pdf())

    assert [language for language, file, size in both.files] == ["ru", "uk"]
    assert [(language, size) for language, file, size in one.files] == [("uk", pdf().size)]
    assert create_document().files == []


def test_a_signed_document_that_is_lost_is_still_named(db):
    document = create_document(pdf_uk=pdf())
    document.pdf_uk.storage.delete(document.pdf_uk.name)

    assert [(language, size) for language, file, size in document.files] == [("uk", None)]


def test_a_signed_document_is_a_pdf(db):
    document = create_document()
    not_a_pdf = pdf()
    not_a_pdf.file.write(b"<html>")
    document.pdf_ru = not_a_pdf

    assert invalid_fields(document) == {"pdf_ru"}


# Companies and participants


def test_a_company_with_participations_cannot_be_deleted(db):
    participant = create_participant()

    with pytest.raises(ProtectedError):
        participant.company.delete()


def test_a_participant_with_awards_or_an_hour_cannot_be_deleted(db):
    with pytest.raises(ProtectedError):
        create_award().participant.delete()
    participant = create_participant()
    create_programme_item(edition=participant.edition, participant=participant)
    with pytest.raises(ProtectedError):
        participant.delete()


def test_a_company_without_participations_can_be_deleted(db):
    create_company().delete()


def test_a_company_is_the_same_one_in_all_editions(db):
    company = create_company()
    for year in (2011, 2013):
        create_participant(company=company, edition=create_edition(year=year))

    assert [participant.edition.year for participant in company.participations.all()] == [2011, 2013]


def test_the_age_mark_of_the_youngest_is_0_plus(db):
    assert [create_participant(age_rating=age).age_mark for age in (None, 0, 6)] == ["", "0+", "6+"]


# The programme


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


# Results


def test_a_prize_has_degrees_is_shared_or_is_not_awarded(db):
    nomination = create_nomination()
    for degree in ("laureate", "laureate", "diploma", "not_awarded"):
        create_award(nomination=nomination, degree=degree).full_clean()

    assert [award.degree for award in nomination.awards.all()] == ["laureate", "laureate", "diploma", "not_awarded"]


def test_somebody_received_the_prize_or_nobody_did(db):
    nomination = create_nomination()
    participant = create_participant(edition=nomination.edition)
    for wrong in (
        {"degree": "not_awarded", "participant": participant},
        {"degree": "not_awarded", "person_uk": "Анна"},
        {"degree": "laureate"},
        {"degree": ""},
    ):
        award = Award(nomination=nomination, **wrong)
        with pytest.raises(ValidationError):
            award.full_clean()
        with refused("award_has_a_winner_or_none"), transaction.atomic():
            award.save()

    for right in ({"participant": participant}, {"person_uk": "Анна"}, {"degree": "not_awarded"}):
        Award.objects.create(nomination=nomination, **right)


def test_the_winner_is_a_person_else_a_company(db):
    with translation.override("ru"):
        nomination = create_nomination()
        maska = create_participant(edition=nomination.edition, company=create_company(name_ru="Маска"))
        assert create_award(nomination=nomination, participant=maska).winner == "Маска"
        assert create_award(nomination=nomination, participant=maska, person_ru="Анна").winner == "Анна"
        assert create_award(nomination=nomination, degree="not_awarded").winner == ""


def test_an_edition_has_one_grand_prix_and_it_comes_first(db):
    edition = create_edition()
    create_nomination(edition=edition, title_ru="Режиссура")
    create_nomination(edition=edition, title_ru="Гран-при", is_grand_prix=True, order=9)
    create_nomination(is_grand_prix=True)

    assert [nomination.title_ru for nomination in edition.nominations.all()] == ["Гран-при", "Режиссура"]
    with refused("one_grand_prix_an_edition"):
        create_nomination(edition=edition, is_grand_prix=True)


def test_a_partner_who_gives_a_special_prize_or_helps_an_edition_cannot_be_deleted(db):
    for partner in (create_nomination(presented_by=create_partner()).presented_by, create_edition_partner().partner):
        with pytest.raises(ProtectedError):
            partner.delete()


# Those beside it


def test_a_partner_stands_once_in_an_edition_in_the_organisers_order(db):
    edition = create_edition()
    for order, name in [(2, "Второй"), (1, "Первый")]:
        create_edition_partner(edition=edition, order=order, partner=create_partner(name_ru=name))

    assert [each.partner.name_ru for each in edition.partners.all()] == ["Первый", "Второй"]
    with refused("a_partner_once_an_edition"):
        create_edition_partner(edition=edition, partner=edition.partners.first().partner)


def test_the_jury_stands_before_the_committee(db):
    edition = create_edition()
    for board, order, name in [("committee", 0, "Комитет"), ("jury", 2, "Член"), ("jury", 1, "Председатель")]:
        create_jury_member(edition=edition, board=board, order=order, name_ru=name)

    assert [member.name_ru for member in edition.jury.all()] == ["Председатель", "Член", "Комитет"]


def test_an_edition_takes_its_parts_with_it_but_not_the_companies(db):
    edition = create_edition()
    company = create_participant(edition=edition).company
    create_nomination(edition=edition)
    edition.delete()

    company.refresh_from_db()
    assert not Nomination.objects.exists()


def test_the_year_switcher_loads_no_long_texts(db):
    create_edition(year=2013)
    create_edition(year=2009)
    editions = list(type(create_edition(year=2011)).objects.for_list())

    assert [edition.year for edition in editions] == [2009, 2011, 2013]
    assert "about_ru" in editions[0].get_deferred_fields()


def test_the_last_day_is_the_last_of_the_theatres_clocks(db, at):
    """At 23:30 in Greenwich it is 1:30 of the next day in Kyiv."""
    edition = create_edition(year=2013, starts_on=date(2013, 10, 3), ends_on=date(2013, 10, 5))
    at("2013-10-06 00:30")

    assert timezone.now() - timedelta(hours=3) < moment(2013, 10, 6)
    assert edition.is_over
