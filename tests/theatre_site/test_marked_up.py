"""What a screen reader makes of a page depends on its markup: tables, dates, things that play (K7, K9, K10)."""

import re
from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from tests.browser.sample_pages import sample_pages
from tests.factories import create_document, create_edition, create_performance
from tests.pages import address, elements_of, find, html_of, links_of, main_of, text_of


@pytest.fixture
def pages(client, db, at):
    """One page of every kind of the sample site in Russian."""
    call_command("load_sample", verbosity=0)
    return [client.get(path) for path in sample_pages("ru")]


def test_every_table_has_a_name_and_headers_that_say_for_what(pages):
    tables = [table for page in pages for table in elements_of(page, "table")]

    assert len(tables) >= 6
    for table in tables:
        assert table.find("caption") is not None or table.get("aria-labelledby")
        assert {header.get("scope") for header in table.iter("th")} <= {"col", "row"}
        if table.get("class") != "lines":  # on paper only, where the hour heads each line and nothing else needs a head
            assert [header for header in table.iter("th") if header.get("scope") == "col"]


def test_every_time_says_its_moment_to_machines(pages):
    times = [element.get("datetime") for page in pages for element in elements_of(page, "time")]

    assert len(times) > 100
    for moment in times:
        read = time if re.fullmatch(r"\d\d:\d\d", moment) else date if len(moment) == 10 else datetime
        read.fromisoformat(moment)


def test_a_date_in_a_sentence_is_a_time_too(client, db, at):
    old = create_performance(starts_at=datetime.fromisoformat("2026-11-21T15:00+02:00"))
    new = create_performance(
        production=old.production,
        starts_at=datetime.fromisoformat("2026-11-28T15:00+02:00"),
        state="rescheduled",
        moved_from=old.starts_at,
    )
    page = client.get(address(new, "ru"))

    assert "2026-11-21" in [moment.get("datetime") for moment in find(page, "time")]
    assert "21 ноября" in text_of(main_of(page))


def test_nothing_plays_or_moves_by_itself(pages):
    for page in pages:
        assert re.findall(r"<(?:video|audio|iframe|object|embed|marquee|blink)\b|\bautoplay\b", html_of(page)) == []
        assert 'http-equiv="refresh"' not in html_of(page)


@pytest.mark.parametrize("kind", ["regulations", "press"])
def test_a_signed_pdf_stands_on_the_page_of_its_own_text(client, db, kind):
    edition = create_edition(year=2013)
    create_document(edition=edition, kind=kind, body_ru="<p>Приглашаются театры.</p>", pdf_uk="festival/signed.pdf")
    page = client.get(f"/ru/festival/2013/{kind}/")

    assert "Приглашаются театры." in text_of(main_of(page))
    assert f"/ru/festival/2013/{kind}/uk.pdf" in links_of(main_of(page))


def test_a_pdf_without_its_text_is_refused(db):
    document = create_document(pdf_ru="festival/signed.pdf")
    document.body_ru = document.body_uk = ""

    with pytest.raises(ValidationError) as refused:
        document.full_clean()
    assert list(refused.value.message_dict) == ["body_ru"]
