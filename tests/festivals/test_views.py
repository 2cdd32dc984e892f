import pytest

from tests.factories import (
    create_award,
    create_company,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_partner,
    create_performance,
    create_post,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import assert_valid
from tests.queries import queries_for

from .pages import LANGUAGES, SECTIONS, create_full_edition


def fill(edition, count):
    create_theatre()
    for _ in range(count):
        create_edition()
        company = create_company(town_ru="Луганск")
        participant = create_participant(edition=edition, company=company)
        create_programme_item(
            edition=edition,
            kind="show",
            participant=participant,
            venue=create_venue(),
            performance=create_performance(starts_at=moment(2013, 10, 4, 18), venue=create_venue()),
        )
        nomination = create_nomination(edition=edition, presented_by=create_partner())
        create_award(nomination=nomination, participant=participant)
        create_edition_photo(edition=edition)
        create_edition_video(edition=edition)
        create_jury_member(edition=edition)
        create_edition_partner(edition=edition)
        create_post(editions=[edition], slug=f"about-{edition.jury.count()}")


@pytest.mark.parametrize("section", ["", *(f"{section}/" for section in SECTIONS)])
def test_a_section_costs_as_much_for_ten_rows_as_for_one(client, db, section):
    edition = create_full_edition(year=2013)
    few = queries_for(client, f"/ru/festival/2013/{section}")
    fill(edition, 10)

    assert queries_for(client, f"/ru/festival/2013/{section}") == few <= 8


def test_the_festival_page_costs_as_much_for_ten_editions_as_for_one(client, db):
    create_full_edition(year=2013)
    few = queries_for(client, "/ru/festival/")
    for year in range(1991, 2001):
        create_full_edition(year=year)

    assert queries_for(client, "/ru/festival/") == few <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_valid_html(client, db, language):
    fill(create_full_edition(year=2013), 2)

    for address in ["", "2013/", *(f"2013/{section}/" for section in SECTIONS)]:
        assert_valid(client.get(f"/{language}/festival/{address}"))
