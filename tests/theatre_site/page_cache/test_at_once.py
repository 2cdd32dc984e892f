"""Many who ask at once, and a database that does not answer."""

import threading

import pytest
from django.db import OperationalError

from .visitor import ask, made

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


def test_nor_what_was_begun_before_a_change_and_came_late(site, application, database, clock):
    def meanwhile(environ):
        application.before_it_answers = lambda environ: None
        database.generation, clock.now = 2, clock.now + 1
        ask(site, "/ru/news/")

    application.before_it_answers = meanwhile
    ask(site, "/ru/")
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
