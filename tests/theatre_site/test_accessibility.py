"""The statement of accessibility (K11)."""

import pytest
from django.core.management import call_command

from tests.factories import create_theatre, create_venue
from tests.pages import assert_valid, elements_of, links_of, main_of, said, text_of, texts_of
from theatre_site.models import Page


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_statement_says_how_to_get_in_what_was_checked_and_whom_to_tell(client, db, language):
    create_theatre(phones="6-46-01", email="kassa@tuz.example")
    create_venue(is_home=True, access_ru="<p>Три ступени, петля.</p>", access_uk="<p>Три сходинки, петля.</p>")
    page = client.get(f"/{language}/accessibility/")
    words = text_of(main_of(page))

    assert texts_of(page, "h1") == [said("Accessibility", language)]
    assert {"ru": "Три ступени, петля.", "uk": "Три сходинки, петля."}[language] in words
    for name in ("WCAG 2.2", "ДСТУ EN 301 549", "ГОСТ Р 52872", "axe-core"):
        assert name in words
    assert "mailto:kassa@tuz.example" in links_of(main_of(page))
    assert [moment.get("datetime") for moment in elements_of(page, "time")][:1] == ["2026-11-24"]
    assert_valid(page)


def test_without_words_about_the_hall_the_telephone_is_there(client, db):
    create_theatre(phones="6-46-01")
    page = client.get("/ru/accessibility/")

    assert said("Ask at the box office before you come:", "ru") in text_of(main_of(page))
    assert any(link.startswith("tel:") for link in links_of(main_of(page)))


def test_the_ways_to_write_and_to_call_stand_in_one_list(client, db):
    create_theatre(phones="6-46-01, 6-46-51", email="kassa@tuz.example")
    page = client.get("/ru/accessibility/")

    assert "kassa@tuz.example, 6-46-01, 6-46-51" in text_of(main_of(page))


def test_a_comma_stays_with_its_number(client, db):
    create_theatre(phones="6-46-01, 6-46-51")
    page = main_of(client.get("/ru/accessibility/"))

    assert texts_of(page, "span.nw")[:2] == ["6-46-01,", "6-46-51"]


def test_every_page_leads_to_it(client, db):
    for path in ("/ru/", "/uk/news/", "/ru/no-such-page/"):
        assert f"/{path[1:3]}/accessibility/" in links_of(client.get(path))


def test_it_is_one_page_and_not_two(client, db):
    """The sample content has no page of that name beside it."""
    call_command("load_sample", verbosity=0)

    assert not Page.objects.filter(slug="accessibility").exists()
    assert links_of(client.get("/ru/")).count("/ru/accessibility/") == 1
