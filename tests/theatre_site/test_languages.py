"""Two languages: the address decides, nothing is mixed silently, and every page says where the other one is."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.template.defaultfilters import date as format_date
from django.utils import translation

from tests.factories import (
    create_document,
    create_edition,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_rubric,
    create_theatre,
    moment,
)
from tests.pages import address, elements_of, find, html_of, main_of, said, text_of, texts_of
from theatre_site.languages import Passage, in_language, preferred_languages

LANGUAGES = ["ru", "uk"]
SITE = "http://testserver"


def alternates_of(page):
    """{"ru": address, …} as search engines read it."""
    links = elements_of(page, "link", rel="alternate")
    return {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang")}


def canonical_of(page):
    (link,) = elements_of(page, "link", rel="canonical")
    return link.get("href")


def switch_on(page):
    """Where the switch in the header leads: {"uk": address}."""
    (group,) = elements_of(page, "div", class_="lang")
    return {link.get("hreflang"): link.get("href") for link in group.iter("a")}


def passages_of(page, language):
    """The words on a page that say of themselves to be in this language."""
    return [text_of(element) for element in find(page, "*") if element.get("lang") == language]


def create_one_of_everything():
    """A row of every kind that has a page of its own."""
    production = create_production()
    return [
        create_post(),
        create_rubric(),
        create_page(),
        production,
        create_performance(production=production),
        create_person(),
        create_edition(),
    ]


# The texts of a row


def test_a_text_is_in_the_language_of_the_page_or_else_says_in_which(db):
    post = create_post(title_ru="", title_uk="Прем’єра", lead_ru="Коротко", lead_uk="", body_ru="", body_uk="")

    with translation.override("ru"):
        assert (post.title, type(post.title), post.title.language) == ("Прем’єра", Passage, "uk")
        assert (post.lead, type(post.lead)) == ("Коротко", str)
        assert post.body == ""
    with translation.override("uk"):
        assert (post.title, type(post.title)) == ("Прем’єра", str)
        assert (post.lead, post.lead.language) == ("Коротко", "ru")


def test_a_row_knows_in_which_languages_it_exists(db):
    assert create_post().said_in == ["ru", "uk"]
    assert create_post(title_ru="", lead_ru="Коротко").said_in == ["uk"]
    assert create_document(title_uk="", body_uk="").said_in == ["ru"]


def test_a_date_exists_in_the_languages_of_its_play(db):
    only_uk = create_production(title_ru="")

    assert create_performance(production=only_uk).said_in == ["uk"]
    assert create_performance(production=only_uk, title_ru="Гастроли").said_in == ["ru"]
    assert create_performance(production=None).said_in == []


@pytest.mark.parametrize(("active", "order"), [("uk", ["uk", "ru"]), ("ru", ["ru", "uk"]), ("de", ["ru", "uk"])])
def test_the_language_of_the_page_goes_first_then_the_default(active, order):
    with translation.override(active):
        assert list(preferred_languages()) == order


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/ru/news/", "/uk/news/"),
        ("/uk/news/", "/uk/news/"),
        ("/ru/", "/uk/"),
        ("/ru", "/uk/"),
        ("/", "/uk/"),
        ("/no-such-page/", "/uk/"),
    ],
)
def test_the_same_address_in_the_other_language(path, other):
    assert in_language(path, "uk") == other


# Which language a page is in


@pytest.mark.parametrize("accepted", ["uk", "ru", "en-US,en;q=0.9", "uk-UA,uk;q=0.9,ru;q=0.1", "*", ""])
def test_the_wishes_of_the_browser_neither_redirect_nor_change_the_language(client, db, accepted):
    seen = {}
    for path in ("/", "/ru/", "/uk/", "/ru/news/", "/uk/afisha/"):
        page = client.get(path, headers={"accept-language": accepted})
        seen[path] = (page.status_code, page.headers["Content-Language"], elements_of(page, "html")[0].get("lang"))

    assert seen == {
        "/": (200, "ru", "ru"),
        "/ru/": (200, "ru", "ru"),
        "/uk/": (200, "uk", "uk"),
        "/ru/news/": (200, "ru", "ru"),
        "/uk/afisha/": (200, "uk", "uk"),
    }


def test_a_language_cookie_or_session_changes_nothing_either(client, db, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "uk"

    assert client.get("/ru/").headers["Content-Language"] == "ru"
    assert client.get("/").headers["Content-Language"] == "ru"


def test_the_bare_address_is_the_home_page_in_the_default_language(client, db):
    create_theatre(name_ru="Театр юного зрителя", name_uk="Театр юного глядача")
    page = client.get("/")

    assert page.status_code == 200
    assert main_of(page) == main_of(client.get("/ru/"))
    assert texts_of(page, "h1") == ["Театр юного зрителя"]
    assert canonical_of(page) == f"{SITE}/ru/"
    assert switch_on(page) == {"uk": f"{SITE}/uk/"}


@pytest.mark.parametrize(("default", "name"), [("ru", "Театр юного зрителя"), ("uk", "Театр юного глядача")])
def test_the_default_language_is_one_setting(client, db, settings, default, name):
    settings.LANGUAGE_CODE = default
    create_theatre(name_ru="Театр юного зрителя", name_uk="Театр юного глядача")
    home = client.get("/")
    prefixed = {"ru": client.get("/ru/news/"), "uk": client.get("/uk/news/")}

    assert texts_of(home, "h1") == [name]
    assert canonical_of(home) == f"{SITE}/{default}/"
    assert alternates_of(home)["x-default"] == f"{SITE}/{default}/"
    for language, page in prefixed.items():
        assert page.headers["Content-Language"] == language
        assert alternates_of(page) == {
            "ru": f"{SITE}/ru/news/",
            "uk": f"{SITE}/uk/news/",
            "x-default": f"{SITE}/{default}/news/",
        }


def test_with_ukrainian_first_a_wrong_address_is_answered_in_ukrainian(client, db, settings):
    settings.LANGUAGE_CODE = "uk"

    assert texts_of(client.get("/fr/"), "h1") == [said("This page is not in the programme", "uk")]


def manage(*arguments, **environment):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=os.environ | environment, capture_output=True, text=True)


def test_with_another_default_language_nothing_else_changes():
    """No column, no migration: the same site, which begins in the other language."""
    checked = manage("makemigrations", "--check", "--dry-run", DEFAULT_LANGUAGE="uk")

    assert (checked.returncode, checked.stdout) == (0, "No changes detected\n")


def test_a_language_that_the_site_does_not_speak_is_refused_in_one_line():
    refused = manage("check", DEFAULT_LANGUAGE="fr")

    assert refused.returncode == 1
    assert refused.stderr.strip().splitlines()[-1].endswith("DEFAULT_LANGUAGE is ru or uk, not fr.")


# From one language to the other


def test_the_switch_opens_the_same_thing_in_the_other_language(client, db):
    for row in create_one_of_everything():
        russian, ukrainian = (client.get(address(row, language)) for language in LANGUAGES)

        assert switch_on(russian) == {"uk": SITE + address(row, "uk")}
        assert switch_on(ukrainian) == {"ru": SITE + address(row, "ru")}


def test_every_page_that_exists_in_both_languages_names_both_and_the_default(client, db):
    fixed = ["", "afisha/", "afisha/adults/", "repertoire/", "repertoire/archive/", "news/", "festival/", "box-office/"]
    rows = create_one_of_everything()
    pairs = [[f"/{language}/{path}" for language in LANGUAGES] for path in fixed]
    pairs += [[address(row, language) for language in LANGUAGES] for row in rows]

    for russian, ukrainian in pairs:
        expected = {"ru": SITE + russian, "uk": SITE + ukrainian, "x-default": SITE + russian}
        for path in (russian, ukrainian):
            page = client.get(path)
            assert page.status_code == 200
            assert alternates_of(page) == expected
            assert canonical_of(page) == SITE + path


@pytest.mark.parametrize(("missing", "there"), [("ru", "uk"), ("uk", "ru")])
def test_a_page_that_is_not_translated_names_the_one_that_is(client, db, missing, there):
    no_title, no_name = {f"title_{missing}": ""}, {f"name_{missing}": ""}
    production = create_production(**no_title)
    rows = [
        create_post(**no_title),
        create_page(**no_title),
        production,
        create_performance(production=production),
        create_person(**no_name),
        create_edition(**no_name),
    ]

    for row in rows:
        only = SITE + address(row, there)
        for language in LANGUAGES:
            page = client.get(address(row, language))
            assert page.status_code == 200
            assert alternates_of(page) == {there: only, "x-default": only}
            assert canonical_of(page) == only


def test_a_document_that_is_not_translated_names_the_one_that_is(client, db):
    edition = create_edition(year=2013)
    create_document(edition=edition, body_ru="")
    create_document(edition=edition, kind="press")
    only = f"{SITE}/uk/festival/2013/regulations/"

    assert alternates_of(client.get("/ru/festival/2013/regulations/")) == {"uk": only, "x-default": only}
    assert canonical_of(client.get("/ru/festival/2013/regulations/")) == only
    assert set(alternates_of(client.get("/ru/festival/2013/press/"))) == {"ru", "uk", "x-default"}


def test_a_page_of_plays_to_be_announced_is_in_both_languages(client, db):
    performance = create_performance(production=None)

    assert set(alternates_of(client.get(address(performance, "uk")))) == {"ru", "uk", "x-default"}


# What is not translated


@pytest.mark.parametrize(("page_in", "text_in", "words"), [("ru", "uk", "in Ukrainian"), ("uk", "ru", "in Russian")])
def test_a_text_in_the_other_language_is_marked_and_has_a_note(client, db, page_in, text_in, words):
    """On the page of every kind of row: its title and its long text."""

    def only(create, title, text):
        empty = {f"{title}_{page_in}": "", f"{text}_{page_in}": ""}
        return create(**empty, **{f"{title}_{text_in}": "Имя", f"{text}_{text_in}": f"<p>Текст {text_in}</p>"})

    rows = [
        only(create_post, "title", "body"),
        only(create_page, "title", "body"),
        only(create_production, "title", "description"),
        only(create_person, "name", "bio"),
        only(create_edition, "name", "about"),
    ]
    for row in rows:
        page = client.get(address(row, page_in))
        (heading,) = find(page, "h1")
        assert (heading.get("lang"), text_of(heading)) == (text_in, "Имя")
        assert f"Текст {text_in}" in passages_of(page, text_in)
        assert said(words, page_in) in text_of(main_of(page))
        own = client.get(address(row, text_in))
        assert passages_of(own, page_in) + passages_of(own, text_in) == []
        assert said("in Ukrainian", text_in) not in text_of(main_of(own))
        assert said("in Russian", text_in) not in text_of(main_of(own))


# Grammar


@pytest.mark.parametrize(
    ("language", "month", "weekday"), [("ru", "22 ноября 2026", "Вс"), ("uk", "22 листопада 2026", "Нд")]
)
def test_months_are_in_the_genitive_and_weekdays_have_two_letters(client, db, language, month, weekday):
    day = date(2026, 11, 22)
    post = create_post(publish_at=moment(2025, 11, 22))

    with translation.override(language):
        assert (format_date(day, "j E Y"), format_date(day, "D")) == (month, weekday)
    assert month.replace("2026", "2025") in text_of(main_of(client.get(address(post, language))))


@pytest.mark.parametrize(
    ("language", "one", "many", "forms"),
    [
        ("ru", "%(count)s hour", "%(count)s hours", ["час", "часа", "часов"]),
        ("uk", "%(count)s hour", "%(count)s hours", ["година", "години", "годин"]),
        ("ru", "%(count)s minute", "%(count)s minutes", ["минута", "минуты", "минут"]),
        ("uk", "%(count)s minute", "%(count)s minutes", ["хвилина", "хвилини", "хвилин"]),
    ],
)
def test_numbers_have_three_forms(language, one, many, forms):
    """Eleven is as five, and twenty-one is as one again."""
    first, few, rest = (f"%(count)s {form}" for form in forms)

    assert [said(one, language, many, number) for number in (1, 2, 5)] == [first, few, rest]
    assert [said(one, language, many, number) for number in (21, 22, 11, 12, 0)] == [first, few, rest, rest, rest]


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Идёт на украинском языке"), ("uk", "Виставу грають українською мовою")]
)
def test_a_production_says_in_which_language_it_is_performed(client, db, language, words):
    """It is not the language of the page."""
    production = create_production(language="uk")

    for row in (production, create_performance(production=production)):
        assert words in text_of(main_of(client.get(address(row, language))))
    assert words not in text_of(main_of(client.get(address(create_production(language=""), language))))


def test_a_page_has_one_language_and_says_so(client, db):
    create_theatre()

    for language in LANGUAGES:
        page = client.get(f"/{language}/")
        assert [element.get("lang") for element in elements_of(page, "html")] == [language]
        assert '"ua"' not in html_of(page)
