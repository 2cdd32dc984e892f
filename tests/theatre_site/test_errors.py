"""Pages for what goes wrong."""

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import create_page, create_theatre
from tests.pages import address, assert_valid, elements_of, find, html_of, links_of, main_of, said, text_of, texts_of
from theatre_site import front_desk, views
from theatre_site.models import Theatre

LANGUAGES = ["ru", "uk"]


# Not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_address_is_answered_in_its_language_and_with_whats_on(client, db, language):
    create_theatre()
    page = client.get(f"/{language}/no-such-page/")

    assert page.status_code == 404
    assert [html.get("lang") for html in elements_of(page, "html")] == [language]
    assert texts_of(page, "h1") == [said("This page is not in the programme", language)]
    assert links_of(main_of(page)) == [f"/{language}/afisha/", f"/{language}/"]
    assert [meta.get("content") for meta in elements_of(page, "meta", name="robots")] == ["noindex"]
    assert_valid(page)


@pytest.mark.parametrize("wrong", ["/fr/", "/ua/", "/en/news/", "/RU/", "/ru-ru/", "/no-such-page", "/ru/news/none/"])
def test_an_unknown_language_or_address_is_a_404_in_the_default_language(client, db, wrong):
    page = client.get(wrong)

    assert page.status_code == 404
    assert [html.get("lang") for html in elements_of(page, "html")] == ["ru"]


def test_a_page_that_is_not_there_has_no_canonical_address(client, db):
    page = client.get("/ru/no-such-page/")

    assert elements_of(page, "link", rel="canonical") + elements_of(page, "link", rel="alternate") == []


@pytest.mark.parametrize("path", ["/ru", "/uk", "/uk/news", "/ru/festival/2013"])
def test_a_forgotten_slash_is_forgiven(client, db, path):
    answer = client.get(path)

    assert (answer.status_code, answer.url) == (301, f"{path}/")


# Broken


class Broken(Exception):
    pass


def break_down():
    raise Broken


@pytest.fixture
def broken_page(client, db, monkeypatch):
    """Gets a page whose view breaks."""
    monkeypatch.setattr(views.Venue.objects, "home", break_down)
    client.raise_request_exception = False
    return lambda path: client.get(path)


@pytest.fixture
def nothing_seen(monkeypatch):
    monkeypatch.setattr(front_desk, "last_seen", Theatre())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_page_says_so_without_asking_the_database(broken_page, language):
    with CaptureQueriesContext(connection) as queries:
        page = broken_page(f"/{language}/box-office/")

    assert (page.status_code, len(queries)) == (500, 0)
    assert texts_of(page, "h1") == [said("The curtain is stuck", language)]
    assert [html.get("lang") for html in elements_of(page, "html")] == [language]
    assert_valid(page)


def test_a_broken_page_shows_the_telephones_that_were_seen_last(broken_page, client, nothing_seen):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")
    before = broken_page("/ru/box-office/")
    client.get("/ru/news/")
    after = broken_page("/ru/box-office/")

    assert "6-46-01" not in text_of(before)
    assert f"{said('Tickets can be ordered without the site:', 'ru')} 6-46-01." in text_of(after)
    assert "tel:+380645264601" in links_of(after)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_comes_even_if_the_database_is_gone(client, db, monkeypatch, language):
    def gone(*args, **kwargs):
        raise OperationalError("the server has gone away")

    monkeypatch.setattr("django.db.models.sql.compiler.SQLCompiler.execute_sql", gone)
    client.raise_request_exception = False
    page = client.get(f"/{language}/news/")

    assert page.status_code == 500
    assert texts_of(page, "h1") == [said("The curtain is stuck", language)]
    assert "gone away" not in html_of(page)


# Health


def test_health_is_ok_as_long_as_the_database_answers(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, b"ok\n", "text/plain")
    assert "no-store" in answer.headers["Cache-Control"]


def test_health_is_broken_without_the_database(client, db, monkeypatch):
    def gone(*args):
        raise OperationalError("the server has gone away")

    client.raise_request_exception = False
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(connections["default"], "cursor", gone)
        answer = client.get("/healthz")

    assert answer.status_code == 500


def test_a_page_of_ours_is_no_error(client, db):
    page = client.get(address(create_page(), "ru"))

    assert page.status_code == 200
    assert find(page, "div.oops") == []


@pytest.mark.parametrize(("language", "words"), [("ru", "Сюда входа нет"), ("uk", "Сюди входу немає")])
def test_a_form_where_there_is_none_is_refused_in_the_language_of_the_page(db, language, words):
    answer = Client(enforce_csrf_checks=True).post(f"/{language}/afisha/")

    assert answer.status_code == 403
    assert words in text_of(answer)
