"""Pages made anew: CPU of the worker and, apart, of the database, for each page and each number of posts.

A machine that others share is twice as slow in one minute as in the next. So all pages of all databases take part in
each round, and beside each turn stands how fast the machine was then. What a page costs is said as if that had always
been the speed of an idle core.
"""

import contextlib
import json
import time
from statistics import mean, median
from typing import NamedTuple
from urllib.parse import urlencode

from .. import databases, serving
from ..figures import Figure

WARM_UP, ROUNDS, TIMES = 3, 9, 20
IDLE = 400  # ms for ten million additions on an idle core of the machine for which the limits were set
DEAREST, DEAREST_SEARCH, DEAREST_GROWTH = 7, 10, 1.3  # ms, ms, times
WORD, UNKNOWN = "театра", "хвастунишка"
PRODUCTION, FESTIVAL = "/ru/repertoire/bench-5/", "/ru/festival/2030/programme/"
AFTER_AN_EDIT = ["home", "what's on", "list", "post", "festival programme", "search, all kinds"]
NOTICED_AFTER = 1.1  # seconds
GROWING = ["home", "list", "deep list", "post", "search, all kinds", "search, news", "feed"]


def pages(posts):
    search = "/ru/search/?" + urlencode({"q": WORD})
    return {
        "home": "/ru/",
        "list": "/ru/news/",
        "deep list": f"/ru/news/?page={posts // 10}",
        "post": databases.sql(
            "SELECT '/ru/news/' || slug || '/' FROM news_post WHERE slug LIKE 'bench-%%-100'",
            database=databases.name_of(posts),
        )[0][0],
        "production": PRODUCTION,
        "festival programme": FESTIVAL,
        "search, all kinds": search,
        "search, news": search + "&kind=news",
        "search, a word that no text has": "/ru/search/?" + urlencode({"q": UNKNOWN}),
        "feed": "/ru/news/feed/",
        "what's on": "/ru/afisha/",
        "month": time.strftime("/ru/afisha/%Y/%-m/"),
    }


LIMITED = ["home", "list", "deep list", "post", "production", "festival programme"]


def measure(options):
    turns = all_turns()
    speeds = [turn.speed for each in turns.values() for turn in each]
    yield Figure("How fast this machine was at its fastest: ten million additions in Python", min(speeds), "ms")
    yield Figure("… mostly", median(speeds), "ms")
    yield Figure("… and at its slowest", max(speeds), "ms")
    few, middle, many = databases.SIZES
    for name in pages(middle):
        of_this = turns[middle, name]
        limit = DEAREST_SEARCH if name.startswith("search") else DEAREST if name in LIMITED else None
        worker, database = (median(getattr(turn, who) * IDLE / turn.speed for turn in of_this) for who in WHO)
        yield Figure(f"Made anew, {name}: CPU of the worker, on an idle core", worker, "ms", at_most=limit)
        yield Figure(f"Made anew, {name}: CPU of the database, on an idle core", database, "ms")
        yield Figure(f"Made anew, {name}: CPU of the worker, as it was", min(turn.worker for turn in of_this), "ms")
    for name, milliseconds in costs_after_an_edit(middle).items():
        yield Figure(f"The first page after an edit, {name}: CPU of the worker, on an idle core", milliseconds, "ms")
    for name in GROWING:
        growth = median(map(growth_of, turns[few, name], turns[many, name]))
        yield Figure(f"{name}: {many:,} posts / {few:,} posts, worker and database", growth, at_most=DEAREST_GROWTH)
    (databases.FOLDER / "made.json").write_text(json.dumps({str(key): each for key, each in turns.items()}, indent=1))


WHO = ["worker", "database"]


class Turn(NamedTuple):
    """Milliseconds of CPU for a page, and for ten million additions at the time."""

    worker: float
    database: float
    speed: float

    @property
    def cost(self):
        return (self.worker + self.database) / self.speed


def growth_of(few, many):
    return many.cost / few.cost


def all_turns():
    """{(posts, page): [Turn, …]}"""
    turns = {(posts, name): [] for name in pages(databases.SIZES[0]) for posts in databases.SIZES}
    with contextlib.ExitStack() as stack:
        sites = {
            posts: (stack.enter_context(serving.gunicorn(posts, PAGE_CACHE_MB=0)), pages(posts))
            for posts in databases.SIZES
        }
        for _ in range(ROUNDS):
            for posts, name in turns:
                served, paths = sites[posts]
                turns[posts, name].append(one_turn(served, paths[name]))
    return turns


def one_turn(served, path):
    """What pages have in common lasts for some seconds, and is there before the turn begins."""
    warm_up(served, path)
    speed, before = additions(), (served.cpu_seconds(), databases.cpu_seconds())
    for _ in range(TIMES):
        served.get(path)
    after = served.cpu_seconds(), databases.cpu_seconds()
    spent = [(now - then) * 1000 / TIMES for then, now in zip(before, after, strict=True)]
    return Turn(*spent, (speed + additions()) / 2)


def additions():
    """Milliseconds for ten million, by one."""
    began, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number
    return (time.process_time() - began) * 10_000


def costs_after_an_edit(posts):
    """{page: ms of the worker, on an idle core}: nothing of what pages have in common is left."""
    with serving.gunicorn(posts, PAGE_CACHE_MB=0) as served:
        return {name: cost_after_an_edit(served, posts, pages(posts)[name]) for name in AFTER_AN_EDIT}


def cost_after_an_edit(served, posts, path):
    """On average, for Linux counts in hundredths of a second."""
    warm_up(served, path)
    spent, speeds = [], []
    for _ in range(ROUNDS):
        databases.sql("UPDATE theatre_site_theatre SET weeks_ahead = weeks_ahead", database=databases.name_of(posts))
        time.sleep(NOTICED_AFTER)
        speeds.append(additions())
        before = served.cpu_seconds()
        served.get(path)
        spent.append((served.cpu_seconds() - before) * 1000)
    return mean(spent) * IDLE / mean(speeds)


def warm_up(served, path):
    for _ in range(WARM_UP):
        status, _, _ = served.get(path)
        assert status == 200, f"{path}: {status}"
