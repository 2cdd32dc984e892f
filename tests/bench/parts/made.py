"""Pages made anew: CPU of the worker and, apart, of the database, for each page and each number of posts."""

import json
import time
from urllib.parse import urlencode

from .. import databases, serving
from ..figures import Figure

WARM_UP, ROUNDS, TIMES = 5, 4, 15
DEAREST, DEAREST_SEARCH, DEAREST_GROWTH = 7, 10, 1.3
WORD = "театра"
POST, PRODUCTION, FESTIVAL = "/ru/news/bench-1-100/", "/ru/repertoire/bench-5/", "/ru/festival/2030/programme/"
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
        "feed": "/ru/news/feed/",
        "what's on": "/ru/afisha/",
        "month": time.strftime("/ru/afisha/%Y/%-m/"),
    }


LIMITS = {"home": 7, "list": 7, "deep list": 7, "post": 7, "production": 7, "festival programme": 7}


def measure(options):
    costs = {posts: costs_of_pages(posts) for posts in databases.SIZES}
    few, middle, many = databases.SIZES
    for name in costs[middle]:
        worker, database = costs[middle][name]
        limit = DEAREST_SEARCH if name.startswith("search") else LIMITS.get(name)
        yield Figure(f"Made anew, {name}: CPU of the worker", worker, "ms", at_most=limit)
        yield Figure(f"Made anew, {name}: CPU of the database", database, "ms")
    for name in GROWING:
        growth = sum(costs[many][name]) / sum(costs[few][name])
        yield Figure(f"{name}: {many:,} posts / {few:,} posts, worker and database", growth, at_most=DEAREST_GROWTH)
    (databases.FOLDER / "made.json").write_text(json.dumps(costs, indent=1))


def costs_of_pages(posts):
    """{page: (ms of the worker, ms of the database)}, the least of some rounds."""
    with serving.gunicorn(posts, PAGE_CACHE_MB=0) as served:
        return {name: cost(served, path) for name, path in pages(posts).items()}


def cost(served, path):
    for _ in range(WARM_UP):
        status, _, _ = served.get(path)
        assert status == 200, f"{path}: {status}"
    rounds = [one_round(served, path) for _ in range(ROUNDS)]
    return min(worker for worker, _ in rounds), min(database for _, database in rounds)


def one_round(served, path):
    before = served.cpu_seconds(), databases.cpu_seconds()
    for _ in range(TIMES):
        served.get(path)
    after = served.cpu_seconds(), databases.cpu_seconds()
    return [(now - then) * 1000 / TIMES for then, now in zip(before, after, strict=True)]
