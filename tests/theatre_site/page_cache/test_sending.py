"""How a kept page goes over the line: compressed, unchanged, told to the caches in front."""

import gzip

import brotli
import pytest

from .conftest import WORDS
from .visitor import ask


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
