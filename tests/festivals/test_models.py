from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from festivals.models import Nomination
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition,
    create_edition_partner,
    create_jury_member,
    create_nomination,
    create_participant,
    create_partner,
    create_programme_item,
    moment,
    pdf,
)
from tests.rules import invalid_fields, refused

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
