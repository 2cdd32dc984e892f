"""A layer in front of an application that counts how often it is asked, with clocks that stand still."""

import pytest
from django.utils.module_loading import import_string

WORDS = b"Every Saturday a play, every Sunday a tale. "


class Clock:
    """Seconds since 1970, and of the monotonic clock too."""

    def __init__(self):
        self.now = 1_800_000_000.0

    def __call__(self):
        return self.now


class Application:
    """Answers with the number of the request, so that it shows whether a page was made anew."""

    def __init__(self):
        self.asked = []
        self.status, self.headers, self.length = "200 OK", [("Vary", "Cookie, Accept-Encoding")], 10
        self.before_it_answers = lambda environ: None

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        content = b"%d " % len(self.asked) + WORDS * self.length
        self.before_it_answers(environ)
        start_response(self.status, [("Content-Type", "text/html; charset=utf-8"), *self.headers])
        return [content]


class Database:
    """What the layer asks it: which generation it is, and when time alone ends it."""

    def __init__(self, clock):
        self.generation, self.moment, self.looks = 1, None, 0
        self.clock = clock
        self.problem = None

    def now(self):
        self.looks += 1
        if self.problem:
            raise self.problem
        return self.generation

    def next_moment(self):
        moment = self.moment if self.moment and self.moment > self.clock.now else self.clock.now + 1_000_000
        return Moment(moment)


class Moment(float):
    def timestamp(self):
        return float(self)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def application():
    return Application()


@pytest.fixture
def database(clock, monkeypatch):
    database = Database(clock)
    monkeypatch.setattr("theatre_site.page_cache.era.ContentChange.objects.generation", database.now)
    monkeypatch.setattr("theatre_site.page_cache.era.next_moment", database.next_moment)
    monkeypatch.setattr("theatre_site.page_cache.era.close_old_connections", lambda: None)
    return database


@pytest.fixture
def site(application, clock, database):
    layer = import_string("theatre_site.page_cache.KeptPages")  # not before the site is open
    return layer(application, room=1_000_000, ticks=clock, wall=clock)
