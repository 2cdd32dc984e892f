"""Which pages are kept, and what they depend on."""

import pytest

from theatre_site.parts import present

from .conftest import WORDS
from .visitor import ask, made

# What is kept


@pytest.mark.parametrize("path", ["/", "/ru/", "/uk/news/", "/ru/festival/2011/", "/sitemap.xml", "/robots.txt"])
def test_a_page_is_made_once(site, path):
    first, second = ask(site, path), ask(site, path)

    assert (first.status, first.content) == (second.status, second.content) == (200, b"1 " + WORDS * 10)
    assert made(ask(site, "/ru/box-office/")) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/media/a.pdf",
        "/static/site.css",
        "/healthz",
        "/ru/search/?q=сказка",
        "/uk/vision/?size=200",
        "/ru/preview/abc/",
        "/ru/picture.png",
        "/fr/",
        "/?p=77",
    ],
)
def test_what_is_for_one_visitor_or_a_file_goes_to_the_application(site, path):
    assert [made(ask(site, path)), made(ask(site, path))] == [1, 2]


@pytest.mark.parametrize(
    ("path", "asked", "is_shared"),
    [
        ("/ru/search/", {}, True),
        ("/ru/search/", {"method": "POST"}, False),
        ("/uk/search/", {"headers": {"Cookie": "sessionid=abc"}}, False),
        ("/uk/preview/abc/", {}, False),
        ("/admin/", {}, False),
        ("/ru/", {"headers": {"Cookie": "sessionid=abc"}}, False),
    ],
)
def test_a_search_is_made_of_the_parts_that_all_pages_share(site, application, monkeypatch, path, asked, is_shared):
    parts = []
    answer = site.application
    monkeypatch.setattr(site, "application", lambda *request: parts.append(present.get()) or answer(*request))
    ask(site, path, **asked)

    assert parts == [site.parts if is_shared else None]
    assert (site.parts is not None) is is_shared
    assert present.get() is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_other_methods_go_to_the_application(site, application, method):
    ask(site, "/ru/")
    reply = ask(site, "/ru/", method=method)

    assert made(reply) == 2
    assert application.asked[-1]["REQUEST_METHOD"] == method


def test_what_sends_a_body_goes_to_the_application(site):
    ask(site, "/ru/")

    assert made(ask(site, "/ru/", CONTENT_LENGTH="3")) == 2
    assert made(ask(site, "/ru/", headers={"Transfer-Encoding": "chunked"})) == 3
    assert made(ask(site, "/ru/", CONTENT_LENGTH="0")) == 1


def test_whoever_has_signed_in_gets_a_page_of_their_own(site, application):
    ask(site, "/ru/")
    reply = ask(site, "/ru/", headers={"Cookie": "a=b; sessionid=abc"})

    assert made(reply) == 2
    assert application.asked[-1]["HTTP_COOKIE"] == "a=b; sessionid=abc"
    assert "Cache-Control" not in reply.headers
    assert made(ask(site, "/ru/")) == 1


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved Permanently", "500 Error", "403 Forbidden"])
def test_no_error_and_no_redirect_is_kept(site, application, status):
    application.status = status

    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2]


@pytest.mark.parametrize(
    "header",
    [
        ("Set-Cookie", "a=b"),
        ("Cache-Control", "no-store"),
        ("Cache-Control", "public, max-age=31536000"),
        ("Vary", "User-Agent"),
        ("Vary", "*"),
    ],
)
def test_an_answer_that_is_not_for_everybody_or_says_how_long_it_lives_is_not_kept(site, application, header):
    application.headers = [header]
    replies = [ask(site, "/ru/"), ask(site, "/ru/")]

    assert [made(reply) for reply in replies] == [1, 2]
    assert replies[0].headers[header[0]] == header[1]


def test_the_largest_are_not_kept(site, application):
    application.length = 30_000

    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2]


# What a page depends on


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "other.example"},
        {"Cookie": "vision=200.black.wide.normal.off"},
    ],
)
def test_another_host_and_another_appearance_are_other_pages(site, headers):
    ask(site, "/ru/")

    assert [made(ask(site, "/ru/", headers=headers)), made(ask(site, "/ru/", headers=headers))] == [2, 2]
    assert made(ask(site, "/ru/")) == 1


def test_an_encrypted_line_is_another_page(site):
    ask(site, "/ru/")

    assert made(ask(site, "/ru/", **{"wsgi.url_scheme": "https"})) == 2


def test_behind_a_proxy_its_word_counts(site, application, monkeypatch):
    monkeypatch.setattr("theatre_site.page_cache.address.HTTPS", True)
    encrypted = {"X-Forwarded-Proto": "https"}
    ask(site, "/ru/", headers=encrypted)

    assert made(ask(site, "/ru/")) == 2
    assert made(ask(site, "/ru/", headers=encrypted)) == 1
    assert [asked.get("HTTP_X_FORWARDED_PROTO") for asked in application.asked] == ["https", None]


@pytest.mark.parametrize("cookie", ["vision=", "vision=300.pink.a.b.c", "utm=1", "visions=200.black.wide.normal.off"])
def test_a_cookie_that_nobody_offered_changes_nothing(site, cookie):
    ask(site, "/ru/")

    assert made(ask(site, "/ru/", headers={"Cookie": cookie})) == 1


def test_what_a_visitor_sends_besides_is_never_in_the_page_of_another(site, application):
    headers = {
        "X-Forwarded-Host": "evil.example",
        "X-Original-URL": "/admin/",
        "Referer": "https://evil.example/",
        "Accept-Language": "uk",
        "Cookie": "a=b; vision=200.black.wide.normal.off; csrftoken=c",
        "If-None-Match": "*",
        "Range": "bytes=0-1",
    }
    ask(site, "/ru/?utm_source=evil&page=2", headers=headers)
    (asked,) = application.asked

    assert {name: value for name, value in asked.items() if name.startswith("HTTP_")} == {
        "HTTP_HOST": "theatre.example",
        "HTTP_COOKIE": "vision=200.black.wide.normal.off",
    }
    assert asked["QUERY_STRING"] == "page=2"


@pytest.mark.parametrize("query", ["x=1", "utm_source=a&utm_medium=b", "page=", "page=7", "=", "&&&", "x=%FF%00", "q"])
def test_a_query_that_the_page_does_not_know_shares_its_entry(site, query):
    ask(site, "/ru/")

    assert made(ask(site, f"/ru/?{query}")) == 1
    assert len(site.pages) == 1


def test_whoever_asks_first_with_such_a_query_makes_the_page_for_all(site, application):
    assert made(ask(site, "/ru/?page=7")) == 1
    assert made(ask(site, "/ru/")) == 1
    assert [address.number for address in site.pages] == [""]


def test_a_list_lies_under_its_number(site, application):
    application.before_it_answers = lambda environ: environ.update({"theatre.is_numbered": True})
    numbers = ["?page=2", "?page=3", "", "?page=2&x=1", "?x=2&page=3"]

    assert [made(ask(site, f"/ru/news/{number}")) for number in numbers] == [1, 2, 3, 1, 2]


@pytest.mark.parametrize("number", ["0", "-1", "02", "abc", "1.5", "1234567", "%00"])
def test_a_number_that_is_none_is_left_to_the_page(site, application, number):
    ask(site, "/ru/news/")
    ask(site, f"/ru/news/?page={number}")

    assert application.asked[-1]["QUERY_STRING"] == f"page={number}"
