"""Pages made anew: CPU of the worker and, apart, of the database, for each page and each number of posts."""

import json
import time
from urllib.parse import urlencode

from .. import databases, serving
from ..figures import Figure

WARM_UP, ROUNDS, TIMES = 5, 6, 30
DEAREST, DEAREST_SEARCH, DEAREST_GROWTH = 7, 10, 1.3  # ms, ms, times
WORD, UNKNOWN = "театра", "хвастунишка"
PRODUCTION, FESTIVAL = "/ru/repertoire/bench-5/", "/ru/festival/2030/programme/"
AFTER_AN_EDIT, NOTICED_AFTER = ["home", "list", "post", "festival programme"], 1.1  # seconds
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
    speeds = []
    costs = {posts: costs_of_pages(posts, speeds) for posts in databases.SIZES}
    yield Figure("How fast this machine was at its fastest: ten million additions in Python", min(speeds), "ms")
    yield Figure("… and at its slowest", max(speeds), "ms")
    few, middle, many = databases.SIZES
    for name in costs[middle]:
        worker, database = costs[middle][name]
        limit = DEAREST_SEARCH if name.startswith("search") else DEAREST if name in LIMITED else None
        yield Figure(f"Made anew, {name}: CPU of the worker", worker, "ms", at_most=limit)
        yield Figure(f"Made anew, {name}: CPU of the database", database, "ms")
    for name, milliseconds in costs_after_an_edit(middle).items():
        yield Figure(f"The first page after an edit, {name}: CPU of the worker", milliseconds, "ms")
    for name in GROWING:
        growth = sum(costs[many][name]) / sum(costs[few][name])
        yield Figure(f"{name}: {many:,} posts / {few:,} posts, worker and database", growth, at_most=DEAREST_GROWTH)
    (databases.FOLDER / "made.json").write_text(json.dumps(costs, indent=1))


def additions():
    began, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return (time.process_time() - began) * 1000


def costs_of_pages(posts, speeds):
    """{page: (ms of the worker, ms of the database)}, the least of some rounds. All pages take part in each round, for
    a machine that others share is twice as slow in one minute as in the next."""
    rounds = {}
    with serving.gunicorn(posts, PAGE_CACHE_MB=0) as served:
        for path in pages(posts).values():
            warm_up(served, path)
        for _ in range(ROUNDS):
            speeds.append(additions())
            for name, path in pages(posts).items():
                rounds.setdefault(name, []).append(one_round(served, path))
    return {name: tuple(map(min, zip(*spent, strict=True))) for name, spent in rounds.items()}


def costs_after_an_edit(posts):
    """{page: ms of the worker}: nothing of what pages have in common is left."""
    with serving.gunicorn(posts, PAGE_CACHE_MB=0) as served:
        return {name: cost_after_an_edit(served, posts, pages(posts)[name]) for name in AFTER_AN_EDIT}


def cost_after_an_edit(served, posts, path):
    spent = []
    for _ in range(ROUNDS):
        databases.sql("UPDATE theatre_site_theatre SET weeks_ahead = weeks_ahead", database=databases.name_of(posts))
        time.sleep(NOTICED_AFTER)
        before = served.cpu_seconds()
        served.get(path)
        spent.append((served.cpu_seconds() - before) * 1000)
    return min(spent)


def warm_up(served, path):
    for _ in range(WARM_UP):
        status, _, _ = served.get(path)
        assert status == 200, f"{path}: {status}"


def one_round(served, path):
    before = served.cpu_seconds(), databases.cpu_seconds()
    for _ in range(TIMES):
        served.get(path)
    after = served.cpu_seconds(), databases.cpu_seconds()
    return [(now - then) * 1000 / TIMES for then, now in zip(before, after, strict=True)]
