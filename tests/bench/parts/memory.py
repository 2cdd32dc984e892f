"""Memory of a worker that has shown every kind of page, without and with the dictionaries of the search."""

import psutil

from .. import serving
from ..figures import Figure
from .made import pages

POSTS, MOST = 20_000, 120
MB = 1024 * 1024


def measure(options):
    with serving.gunicorn(POSTS, workers=2) as served:
        visited = {name: path for name, path in pages(POSTS).items() if not name.startswith("search")}
        for path in visited.values():
            in_every_worker(served, path)
        yield from of_a_worker(served, "without the dictionaries", at_most=MOST)
        for path in set(pages(POSTS).values()) - set(visited.values()):
            in_every_worker(served, path)
        yield from of_a_worker(served, "with the dictionaries", at_most=None)


def in_every_worker(served, path):
    """Whichever answers: with so many requests both have."""
    for _ in range(12):
        assert served.get(path)[0] == 200


def of_a_worker(served, words, *, at_most):
    found = [psutil.Process(worker.pid).memory_full_info() for worker in served.workers]
    yield Figure(
        f"Memory of a worker {words}, shared parts divided (PSS)",
        max(each.pss for each in found) / MB,
        "MB",
        at_most=at_most,
    )
    yield Figure(f"Memory of a worker {words}, its own (USS)", max(each.uss for each in found) / MB, "MB")
    yield Figure(f"Memory of a worker {words}, all that it sees (RSS)", max(each.rss for each in found) / MB, "MB")
