"""Pages for what goes wrong."""

import errno

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from news.models import Rubric
from tests.admin_forms import admin_url, submit
from tests.factories import (
    create_editor,
    create_page,
    create_performance,
    create_post,
    create_production,
    create_theatre,
    moment,
)
from tests.pages import address, assert_valid, elements_of, find, html_of, links_of, main_of, said, text_of, texts_of
from theatre_site import front_desk, views
from theatre_site.models import Preference, Theatre

LANGUAGES = ["ru", "uk"]


# Not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_address_is_answered_in_its_language_and_with_whats_on(client, db, language):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")
    page = client.get(f"/{language}/no-such-page/")

    assert page.status_code == 404
    assert [html.get("lang") for html in elements_of(page, "html")] == [language]
    assert texts_of(page, "h1") == [said("This page is not in the programme", language)]
    assert links_of(main_of(page)) == [f"/{language}/afisha/", f"/{language}/", "tel:+380645264601"]
    assert [meta.get("content") for meta in elements_of(page, "meta", name="robots")] == ["noindex"]
    assert_valid(page)


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("ru", ["Суббота, 21 ноября", "Воскресенье, 22 ноября"]),
        ("uk", ["Субота, 21 листопада", "Неділя, 22 листопада"]),
    ],
)
def test_who_has_lost_the_way_finds_the_coming_weekend(client, db, language, days):
    play, tale = create_weekend()
    page = client.get(f"/{language}/no-such-page/")
    cards = find(find(page, "ul.weekend")[0], "li")

    assert [links_of(card) for card in cards] == [[address(play, language)], [address(tale, language)]]
    assert [texts_of(card, "p")[0] for card in cards] == days
    assert [texts_of(card, "p")[-1] for card in cards] == ["15:00", "11:00"]
    assert [texts_of(card, "span.price") for card in cards] == [
        [f"50–80 {said('UAH', language)}"],
        [f"30–50 {said('UAH', language)}"],
    ]
    assert [card.get("class") for card in cards] == ["is-adult", "is-child"]
    assert_valid(page)


@pytest.mark.usefixtures("at")
def test_who_is_refused_finds_it_too(db):
    create_weekend()
    page = Client(enforce_csrf_checks=True).post("/ru/afisha/")

    assert page.status_code == 403
    assert len(find(page, "ul.weekend")) == 1
    assert_valid(page)


@pytest.mark.usefixtures("at")
def test_the_weekend_shows_nothing_that_is_not_public(client, db):
    create_performance(
        starts_at=moment(2026, 11, 21, 15), production=create_production(title_ru="Тайна", status="draft")
    )

    assert find(client.get("/ru/no-such-page/"), "ul.weekend") == []


@pytest.mark.usefixtures("at")
def test_a_page_that_is_not_there_costs_four_queries(client, db, django_assert_num_queries):
    """One asks whether it has moved."""
    create_weekend()

    with django_assert_num_queries(4):
        client.get("/ru/no-such-page/")


@pytest.mark.parametrize("path", ["/media/none.jpg", "/static/none.css", "/admin/none/"])
def test_where_no_visitor_looks_for_a_play_it_costs_nothing(client, db, path, django_assert_num_queries):
    create_weekend()
    client.force_login(create_editor())
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path)

    assert page.status_code == 404
    assert [query for query in queries.captured_queries if "auth_user" not in query["sql"]][1:] == []
    assert texts_of(page, "h1") == [said("There is nothing at this address", "ru")]
    assert_valid(page)


def create_weekend():
    create_theatre()
    play = create_performance(starts_at=moment(2026, 11, 21, 15), production=create_production(audience="adults"))
    tale = create_performance(starts_at=moment(2026, 11, 22, 11), production=create_production(audience="children"))
    return play, tale


@pytest.mark.parametrize(
    "path",
    [
        f"/ru/{'a' * 5000}/",
        f"/ru/news/{'a' * 5000}/",
        f"/media/{'a' * 300}.jpg",
        f"/media/{'a/' * 2500}b.jpg",
        "/media/%00.jpg",
        "/ru/%00/",
        "/ru/pages/%D0%9F/",
        "/ru/afisha/%2F/",
    ],
    ids=lambda path: path[:24],
)
def test_a_strange_path_is_not_found_and_nothing_worse(client, db, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("page", ["abc", "", "-1", "0", "02", "99999999999999999999999", "1.5", "١", "%00"])
def test_a_page_number_that_is_none_is_not_found(client, db, page):
    create_post()

    assert client.get(f"/ru/news/?page={page}").status_code == 404


@pytest.mark.parametrize("query", ["?page=abc", "?page=%00", "?x[]=1&x[]=2", "?q=%FF%FE", "?" + "a" * 3000])
def test_a_page_without_numbers_does_not_mind_what_is_asked(client, db, query):
    assert client.get(f"/ru/afisha/{query}").status_code == 200


@pytest.mark.parametrize("path", ["/ru/", "/uk/afisha/", "/ru/no-such-page/", "/healthz"])
def test_head_answers_as_get_does_and_without_a_body(client, db, path):
    get, head = client.get(path), client.head(path)

    assert (head.status_code, head.headers["Content-Type"]) == (get.status_code, get.headers["Content-Type"])
    assert head.content == b""


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
    monkeypatch.setattr(front_desk, "last_weekend", [])


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
    assert f"{said('Tickets can be ordered without the site:', 'ru')} 6-46-01" in text_of(after)
    assert "tel:+380645264601" in links_of(after)


@pytest.mark.parametrize("seen", ["/ru/", "/ru/no-such-page/"])
@pytest.mark.parametrize(
    ("language", "words"), [("ru", ["Суббота, 21 ноября", "Замена"]), ("uk", ["Субота, 21 листопада", "Заміна"])]
)
def test_a_broken_page_shows_the_weekend_that_was_seen_last(
    broken_page, client, nothing_seen, at, seen, language, words
):
    play, tale = create_weekend()
    play.instead_of = create_production()
    play.save()
    before = broken_page(f"/{language}/box-office/")
    client.get(seen)
    with CaptureQueriesContext(connection) as queries:
        after = broken_page(f"/{language}/box-office/")

    assert find(before, "ul.weekend") == []
    assert [links_of(card)[0] for card in find(after, "li")] == [address(play, language), address(tale, language)]
    assert [each in text_of(after) for each in words] == [True, True]
    assert len(queries) == 0
    assert_valid(after)


def test_a_broken_page_shows_no_weekend_that_is_over(broken_page, client, nothing_seen, at):
    play, tale = create_weekend()
    client.get("/ru/")
    at("2026-11-21 18:00")
    after_saturday = broken_page("/ru/box-office/")
    at("2026-11-22 18:00")

    assert [links_of(card)[0] for card in find(after_saturday, "li")] == [address(tale, "ru")]
    assert find(broken_page("/ru/box-office/"), "ul.weekend") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["no-such-page/", "news/none/"])
def test_if_the_database_goes_while_a_page_is_not_found_the_site_is_broken(client, db, monkeypatch, language, path):
    client.raise_request_exception = False
    monkeypatch.setattr("django.db.models.sql.compiler.SQLCompiler.execute_sql", gone)
    page = client.get(f"/{language}/{path}")

    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    assert texts_of(page, "h1") == [said("The curtain is stuck", language)]
    assert "gone away" not in html_of(page)
    assert "Traceback" not in html_of(page)


def gone(*args, **kwargs):
    raise OperationalError("the server has gone away")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_comes_even_if_the_database_is_gone(client, db, monkeypatch, language):
    monkeypatch.setattr("django.db.models.sql.compiler.SQLCompiler.execute_sql", gone)
    client.raise_request_exception = False
    page = client.get(f"/{language}/news/")

    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    assert texts_of(page, "h1") == [said("The curtain is stuck", language)]
    assert "gone away" not in html_of(page)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_is_said_and_nothing_is_half_saved(client, db, monkeypatch, language, number):
    def full(*args, **kwargs):
        raise OSError(number, "No space left on device")

    editor = create_editor()
    Preference.objects.create(user=editor, language=language)
    client.force_login(editor)
    client.raise_request_exception = False
    monkeypatch.setattr("news.models.Rubric.save", full)
    page = submit(client, admin_url(Rubric, "add"), name_ru="Новости", slug="news")
    words = [
        "The disk of the server is full, so nothing could be stored. Please tell whoever looks after the site.",
        "Nothing of what you sent has been saved. This browser has kept your text: open the form again later and take"
        " it back.",
    ]

    assert page.status_code == 507
    assert [said(each, language) in text_of(page) for each in words] == [True, True]
    assert Rubric.objects.count() == 0


def test_a_page_of_ours_is_no_error(client, db):
    page = client.get(address(create_page(), "ru"))

    assert page.status_code == 200
    assert find(page, "div.oops") == []


@pytest.mark.parametrize(("language", "words"), [("ru", "Сюда входа нет"), ("uk", "Сюди входу немає")])
def test_a_form_where_there_is_none_is_refused_in_the_language_of_the_page(db, language, words):
    answer = Client(enforce_csrf_checks=True).post(f"/{language}/afisha/")

    assert answer.status_code == 403
    assert words in text_of(answer)
