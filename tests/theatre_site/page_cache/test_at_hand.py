"""What was answered in this second is answered again without another thought, and never longer than is right."""

import pytest
from django.db import OperationalError

from .visitor import ask, made


@pytest.fixture
def thoughts(site, monkeypatch):
    """How often the layer had to find out what is asked for."""
    from theatre_site.page_cache import layer

    asked = []
    monkeypatch.setattr(layer, "address_of", lambda environ, of=layer.address_of: asked.append(1) or of(environ))
    return asked


def test_within_a_second_nothing_is_thought_over(site, clock, thoughts):
    first = ask(site, "/ru/")
    assert [ask(site, "/ru/") for _time in range(5)] == [first] * 5
    assert len(thoughts) == 1

    clock.now += 1
    assert ask(site, "/ru/") == first
    assert len(thoughts) == 2


def test_whoever_has_the_page_is_told_so_from_the_hand_too(site, thoughts):
    etag = {"If-None-Match": ask(site, "/ru/").headers["ETag"]}
    first, second = ask(site, "/ru/", headers=etag), ask(site, "/ru/", headers=etag)

    assert (first.status, first.content) == (304, b"")
    assert second == first
    assert len(thoughts) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "HEAD"},
        {"path": "/uk/"},
        {"path": "/ru/?page=2"},
        {"path": "/ru/\n"},
        {"path": "/ru/\n?page=2"},
        {"headers": {"Host": "other.example"}},
        {"headers": {"Accept-Encoding": "gzip"}},
        {"headers": {"Cookie": "vision=200"}},
        {"headers": {"Cookie": "sessionid=abc"}},
        {"headers": {"If-None-Match": "*"}},
        {"headers": {"If-Modified-Since": "Mon, 30 Nov 2026 12:00:00 GMT"}},
        {"headers": {"Transfer-Encoding": "chunked"}},
        {"CONTENT_LENGTH": "3"},
        {"wsgi.url_scheme": "https"},
        {"headers": {"X-Forwarded-Proto": "https"}},
    ],
)
def test_another_question_is_thought_over(site, thoughts, asked):
    ask(site, "/ru/")
    ask(site, **{"path": "/ru/", **asked})

    assert len(thoughts) == 2


def test_whoever_has_signed_in_never_gets_what_is_at_hand(site):
    signed_in = {"headers": {"Cookie": "sessionid=abc"}}

    assert [made(ask(site, "/ru/", **each)) for each in ({}, signed_in, signed_in, {})] == [1, 2, 3, 1]


def test_a_moment_within_the_second_ends_it(site, database, clock):
    database.moment = clock.now + 0.5
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 1]

    clock.now += 0.5
    assert made(ask(site, "/ru/")) == 2


def test_the_end_of_a_page_within_the_second_ends_it(site, clock):
    ask(site, "/ru/")
    clock.now += 59.5
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 1]

    clock.now += 0.5
    assert made(ask(site, "/ru/")) == 2


def test_a_page_that_was_changed_while_it_was_made_is_not_at_hand(site, application, database, clock):
    def somebody_saves(environ):
        clock.now += 1
        database.generation += 1
        site.eras.now()
        application.before_it_answers = lambda environ: None

    application.before_it_answers = somebody_saves
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2, 2]


def test_what_is_shown_without_a_database_is_not_at_hand(site, database, clock, thoughts):
    ask(site, "/ru/")
    clock.now += 1
    database.problem = OperationalError("gone")
    stale = [ask(site, "/ru/"), ask(site, "/ru/")]

    assert all("Cache-Status" in each.headers for each in stale)
    assert len(thoughts) == 3


def test_what_there_is_no_room_for_is_not_at_hand_either(site, application):
    application.length = 14_000  # 616 kB, and twice that with its compressed forms
    assert [made(ask(site, "/ru/")), made(ask(site, "/ru/"))] == [1, 2]


def test_it_is_not_filled_by_questions_that_nobody_else_asks(site, monkeypatch, thoughts):
    monkeypatch.setattr("theatre_site.page_cache.at_hand.MOST", 3)
    for number in range(10):
        ask(site, f"/ru/?utm={number}")

    assert len(site.at_hand.answers) == 3
    assert [made(ask(site, "/ru/?utm=9")), made(ask(site, "/ru/"))] == [1, 1]
