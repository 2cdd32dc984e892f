"""What visitors type: nothing, too much, anything, on any page."""

import re

import pytest

from tests.factories import (
    create_performance,
    create_post,
    create_production,
    create_theatre,
    next_saturday,
    next_sunday,
)
from tests.pages import assert_valid, elements_of, find, links_of, main_of, said, text_of, texts_of

from .pages import NAMES, search, titles

# Nothing found, nothing asked


def test_nothing_found_leads_to_the_weekend_and_the_telephone(client, db):
    create_theatre()
    create_performance(starts_at=next_saturday())
    tale = create_production(title_ru="Теремок", audience="children")
    create_performance(starts_at=next_sunday(), production=tale)
    page = search(client, "абракадабра")

    assert page.status_code == 200
    assert said("Nothing found for «%(typed)s»", "ru") % {"typed": "абракадабра"} in text_of(page)
    assert texts_of(find(page, "ul.weekend")[0], "h3") == ["Ревизор", "Теремок"]
    assert "tel:+380645264601" in links_of(main_of(page))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Write what to look for: a play, a name, a day."),
        ("   ", "Write what to look for: a play, a name, a day."),
        ("\\", "Write at least one word or number."),
        ("?! … <->", "Write at least one word or number."),
        ("\x00", "Write what to look for: a play, a name, a day."),
    ],
)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_query_that_cannot_be_looked_for_is_explained(client, db, query, words, language):
    page = search(client, query, language)
    (field,) = elements_of(page, "input", id="q")
    (summary,) = elements_of(page, "div", role="alert")

    assert page.status_code == 400
    assert field.get("aria-invalid") == "true"
    assert text_of(elements_of(page, "p", id=field.get("aria-describedby"))[0]) == said(words, language)
    assert said(words, language) in text_of(summary)
    assert links_of(summary) == ["#q"]


def test_a_query_that_is_too_long_is_kept_and_explained(client, db):
    query = "театр " * 1700
    page = search(client, query)

    assert page.status_code == 400
    assert elements_of(page, "input", id="q")[0].get("value") == query
    assert "100" in text_of(elements_of(page, "div", role="alert")[0])


@pytest.mark.parametrize(
    "query",
    [
        "театр\x00зал",
        "a & b | !c <-> d:*",
        "'; DROP TABLE news_post; --",
        "' OR 1=1 --",
        "\\' театр",
        "%%%s {} %(x)s",
        "🎭 театр",
        "ﷺ Ⅷ ½ İ ß",
        "а" * 100,
        "а-б-в-г-д-е-ё-ж-з",
        "б " * 49,
        "ё" * 24 + " " + "ъ" * 24,
        "\u202eтеатр\u200b",
    ],
)
def test_strange_queries_get_a_sane_page(client, db, query):
    create_post(**NAMES)

    assert search(client, query).status_code == 200


@pytest.mark.parametrize("copied", ["Бони\u00adфаций", "Бони\u200bфаций", "\ufeffБонифаций\u2060"])
def test_letters_that_nobody_sees_keep_no_word_from_being_found(client, db, copied):
    create_post(**NAMES)

    assert titles(search(client, copied)) == ["Бонифаций"]


@pytest.mark.parametrize("query", ["\x00", "бони\x00фаций"])
def test_a_letter_that_html_does_not_know_is_not_shown_again(client, db, query):
    page = search(client, query)

    assert "\x00" not in page.content.decode()
    assert_valid(page)


@pytest.mark.parametrize("raw", ["q=%ED%A0%80", "q=%FF%FE", "q=%00", "q", "q=&q=&kind=", "q=" + "%D1%8F" * 10_000])
def test_strange_addresses_get_a_sane_page(client, db, raw):
    assert client.get(f"/ru/search/?{raw}").status_code in {200, 400}


def test_the_empty_page_says_what_can_be_found(client, db):
    page = client.get("/ru/search/")

    assert page.status_code == 200
    assert elements_of(page, "div", role="alert") == []
    assert "спектакли и показы" in text_of(main_of(page))


# On every page


@pytest.mark.parametrize("path", ["", "afisha/", "news/", "search/", "no-such-page/"])
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_page_has_the_field_in_its_header(client, db, path, language):
    page = client.get(f"/{language}/{path}")
    (header,) = elements_of(page, "header", class_="top") or elements_of(page, "header")
    (form,) = elements_of(header, "form", role="search")
    (field,) = elements_of(form, "input")

    assert (form.get("action"), form.get("method")) == (f"/{language}/search/", "get")
    assert field.get("name") == "q"
    assert [text_of(label) for label in elements_of(form, "label", for_=field.get("id"))] == [
        said("What to look for", language)
    ]
    assert len(re.findall(r'id="site-q"', page.content.decode())) == 1


def test_the_version_for_the_visually_impaired_has_the_field_open(client, db):
    client.cookies["vision"] = "150.white.normal.normal.off"
    page = client.get("/ru/")

    assert len(elements_of(page, "form", role="search")) == 1
    assert elements_of(page, "details", class_="seek") == []
