"""Which pages are kept, for how long, and what happens while one is made."""

import gzip
import threading

import brotli
import pytest
from django.db import OperationalError

from theatre_site.page_cache import KeptPages

from .conftest import WORDS
from .visitor import ask


@pytest.fixture
def site(application, clock, database):
    return KeptPages(application, room=1_000_000, ticks=clock, wall=clock)


def made(reply):
    """How many pages the application had made when it made this one."""
    return int(reply.content.split()[0])


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


def test_behind_a_proxy_its_word_counts(site, application, settings):
    settings.HTTPS = True
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


# How it is sent


def test_a_page_comes_compressed_as_the_browser_likes_it(site):
    plain, packed, smaller = (ask(site, "/ru/", headers={"Accept-Encoding": a}) for a in ("", "gzip", "gzip, br"))

    assert [page.headers.get("Content-Encoding") for page in (plain, packed, smaller)] == [None, "gzip", "br"]
    assert plain.content == gzip.decompress(packed.content) == brotli.decompress(smaller.content)
    assert len({page.headers["ETag"] for page in (plain, packed, smaller)}) == 3
    assert [int(page.headers["Content-Length"]) for page in (plain, packed)] == [
        len(plain.content),
        len(packed.content),
    ]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br;q=0, gzip", "gzip"),
        ("BR", "br"),
        ("*", "br"),
        ("*;q=0", None),
        ("gzip;q=0.5, br;q=1.0", "br"),
        ("identity", None),
        ("br;q=nonsense", None),
        ("deflate, zstd", None),
    ],
)
def test_the_header_is_read_as_it_is_meant(site, accepted, encoding):
    reply = ask(site, "/ru/", headers={"Accept-Encoding": accepted})

    assert reply.headers.get("Content-Encoding") == encoding


def test_what_the_application_would_not_compress_is_not_compressed(site, application):
    application.headers = []

    assert "Content-Encoding" not in ask(site, "/robots.txt", headers={"Accept-Encoding": "gzip"}).headers


def test_an_error_comes_compressed_too(site, application):
    application.status = "404 Not Found"
    reply = ask(site, "/ru/nowhere/", headers={"Accept-Encoding": "gzip"})

    assert (reply.status, gzip.decompress(reply.content)) == (404, b"1 " + WORDS * 10)
    assert int(reply.headers["Content-Length"]) == len(reply.content)


def test_caches_in_front_are_told_what_to_do(site):
    headers = ask(site, "/ru/").headers

    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-if-error=86400"
    assert headers["Vary"] == "Cookie, Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "gzip"])
def test_whoever_has_the_page_is_told_so(site, accepted):
    first = ask(site, "/ru/", headers={"Accept-Encoding": accepted})
    tag = first.headers["ETag"]
    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        reply = ask(site, "/ru/", headers={"Accept-Encoding": accepted, "If-None-Match": known})

        assert (reply.status, reply.content) == (304, b"")
        assert reply.headers == {name: first.headers[name] for name in ("Vary", "Cache-Control", "ETag")}


def test_whoever_has_another_page_gets_this_one(site):
    ask(site, "/ru/")

    assert ask(site, "/ru/", headers={"If-None-Match": '"other"'}).status == 200


def test_a_page_made_anew_with_the_same_words_is_still_known(site, application, database, clock):
    first = ask(site, "/ru/")
    application.asked.clear()
    database.generation, clock.now = 2, clock.now + 1
    reply = ask(site, "/ru/", headers={"If-None-Match": first.headers["ETag"]})

    assert (reply.status, len(application.asked)) == (304, 1)


def test_a_reader_of_feeds_may_ask_by_the_day(site, application):
    application.headers = [("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT")]
    days = ["Tue, 24 Nov 2026 10:00:00 GMT", "Tue, 24 Nov 2026 09:59:59 GMT", "nonsense"]

    assert [ask(site, "/ru/news/feed/", headers={"If-Modified-Since": day}).status for day in days] == [304, 200, 200]


def test_head_answers_as_get_does_and_without_a_body(site, application):
    head, get = ask(site, "/ru/", method="HEAD"), ask(site, "/ru/")

    assert (head.status, head.headers, head.content) == (200, get.headers, b"")
    assert [asked["REQUEST_METHOD"] for asked in application.asked] == ["GET"]


# How long


def test_a_change_is_seen_a_second_later_and_the_database_asked_no_more_often(site, database, clock):
    ask(site, "/ru/")
    database.generation = 2
    clock.now += 0.999
    before = made(ask(site, "/ru/"))
    looks = database.looks
    clock.now += 0.001

    assert (before, looks) == (1, 1)
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/")), database.looks] == [2, 2, 2]


def test_what_is_older_than_a_change_leaves_the_memory(site, database, clock):
    for path in ("/ru/", "/uk/", "/ru/news/"):
        ask(site, path)
    database.generation, clock.now = 2, clock.now + 1
    ask(site, "/ru/")

    assert [address.path for address in site.pages] == ["/ru/"]


def test_a_page_that_was_begun_before_a_change_does_not_outlive_it(site, application, database, clock):
    """Its words were read before the change, and it is finished after somebody has seen the change."""

    def meanwhile(environ):
        application.before_it_answers = lambda environ: None
        database.generation, clock.now = 2, clock.now + 1
        ask(site, "/ru/news/")

    application.before_it_answers = meanwhile
    late = ask(site, "/ru/")

    assert [made(late), made(ask(site, "/ru/"))] == [1, 3]


def test_a_moment_ends_a_page_to_the_second(site, database, clock):
    database.moment = clock.now + 0.5
    ask(site, "/ru/")
    clock.now += 0.49
    before = made(ask(site, "/ru/"))
    clock.now += 0.01

    assert [before, made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2, 2]


def test_a_minute_ends_it_in_any_case(site, clock):
    ask(site, "/ru/")
    clock.now += 59.9
    before = made(ask(site, "/ru/"))
    clock.now += 0.1

    assert [before, made(ask(site, "/ru/"))] == [1, 2]


# Memory


def test_the_least_recently_used_page_goes(site, application):
    application.length = 5_000  # 220 kB, twice that at most with its compressed forms: two have room
    for path in ("/ru/", "/uk/", "/ru/", "/ru/news/"):
        ask(site, path)

    assert [address.path for address in site.pages] == ["/ru/", "/ru/news/"]
    assert site.pages.currsize <= site.pages.maxsize


# Many at once


def test_one_makes_a_page_and_the_others_wait_for_it(site, application):
    may_finish = threading.Event()
    application.before_it_answers = lambda environ: may_finish.wait(5)
    replies = []
    visitors = [threading.Thread(target=lambda: replies.append(ask(site, "/ru/"))) for _ in range(8)]
    for visitor in visitors:
        visitor.start()
    may_finish.set()
    for visitor in visitors:
        visitor.join()

    assert [made(reply) for reply in replies] == [1] * 8
    assert site.in_the_making == {}


def test_whoever_waited_for_a_page_that_could_not_be_made_asks_alone(site, application):
    may_finish = threading.Event()

    def fail_first(environ):
        if len(application.asked) == 1:
            may_finish.wait(5)
            raise RuntimeError("broken")

    application.before_it_answers = fail_first
    replies = []

    def visit():
        try:
            replies.append(made(ask(site, "/ru/")))
        except RuntimeError:
            replies.append(None)

    visitors = [threading.Thread(target=visit) for _ in range(2)]
    for visitor in visitors:
        visitor.start()
    may_finish.set()
    for visitor in visitors:
        visitor.join()

    assert sorted(replies, key=str) == [2, None]


# Without the database


@pytest.fixture
def gone(application, database):
    def leave():
        database.problem = OperationalError("gone away")
        application.status = "503 Service Unavailable"

    return leave


def test_kept_pages_go_on_without_the_database_and_say_so(site, application, clock, gone):
    first = ask(site, "/ru/", headers={"Accept-Encoding": "gzip"})
    gone()
    clock.now += 300
    reply = ask(site, "/ru/", headers={"Accept-Encoding": "gzip"})
    known = ask(site, "/ru/", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})

    assert (reply.status, reply.content) == (200, first.content)
    assert reply.headers == first.headers | {"Cache-Status": "kept-pages; hit; ttl=-240"}
    assert (known.status, known.headers["Cache-Status"]) == (304, "kept-pages; hit; ttl=-240")
    assert len(application.asked) == 1


def test_they_say_so_from_the_first_moment(site, clock, gone):
    ask(site, "/ru/")
    gone()
    clock.now += 1
    replies = [ask(site, "/ru/") for _ in range(2)]

    assert [reply.headers.get("Cache-Status") for reply in replies] == ["kept-pages; hit; ttl=-1"] * 2


def test_others_are_told_that_it_is_away(site, clock, gone):
    ask(site, "/ru/")
    gone()
    clock.now += 1

    assert ask(site, "/uk/").status == 503


def test_a_page_that_cannot_be_made_anew_is_shown_as_it_was(site, application, clock):
    """The database answers whether something has changed, and goes while the page is made."""
    ask(site, "/ru/")
    application.status = "503 Service Unavailable"
    clock.now += 60
    reply = ask(site, "/ru/")

    assert (reply.status, made(reply), reply.headers["Cache-Status"]) == (200, 1, "kept-pages; hit; ttl=-1")


def test_what_was_changed_before_it_went_is_never_shown_again(site, application, database, clock):
    ask(site, "/ru/")
    database.generation, clock.now = 2, clock.now + 1
    application.status = "503 Service Unavailable"

    assert ask(site, "/ru/").status == 503


def test_it_is_asked_once_a_second_whether_it_is_back(site, application, database, clock, gone, caplog):
    ask(site, "/ru/")
    gone()
    looks = database.looks
    for _ in range(5):
        clock.now += 0.5
        ask(site, "/ru/")
    database.problem, application.status = None, "200 OK"
    clock.now += 60
    reply = ask(site, "/ru/")

    assert (database.looks - looks, made(reply), reply.headers.get("Cache-Status")) == (3, 2, None)
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
