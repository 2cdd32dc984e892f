"""Kept pages, beside what cannot be beaten; requests a core-second, each against the other in turns."""

import contextlib
import random
from collections import Counter

from .. import databases, serving
from ..figures import Figure
from ..limits import record
from ..wrk import wrk_briefly

PAGE = "/ru/"
POSTS = 1_000
# A machine that others share is half as fast again from one second to the next, and of two processes of the same
# program one is faster by three hundredths all its life: turns are short and many, and all is started anew some times.
# Not shorter, or the site would look at its database more often in a second of work than a busy one does.
STARTS, ROUNDS, SECONDS = 8, 10, 0.5


def measure(options):
    requests, spent = Counter(), Counter()
    for _start in range(STARTS):
        with contestants() as started:
            for name, counted, seconds in turns(started):
                requests[name] += counted
                spent[name] += seconds
    rates = {name: requests[name] / spent[name] for name in NAMES}
    for name, rate in rates.items():
        yield Figure(f"{NAMES[name]}, requests a core-second", rate)
    yield Figure("A kept page / the bare callable", rates["kept"] / rates["bare"], at_least=0.9)
    unchanged = rates["kept 304"] / rates["bare 304"]
    yield Figure("A kept page unchanged (304) / the bare callable", unchanged, at_least=0.95)
    yield Figure("A kept page / a constant Django view", rates["kept"] / rates["constant"])


NAMES = {
    "kept": "A kept page",
    "bare": "A bare WSGI callable with the same bytes",
    "kept 304": "A kept page, unchanged (304)",
    "bare 304": "A bare WSGI callable with the same 304",
    "constant": "A constant Django view behind the site's middleware",
}


@contextlib.contextmanager
def contestants():
    """{name: (what serves, function that returns the headers to send)}"""
    page, unchanged = databases.FOLDER / "page", databases.FOLDER / "unchanged"
    with contextlib.ExitStack() as stack:
        site = stack.enter_context(serving.gunicorn(POSTS))
        record_both(site, page, unchanged)
        yield {
            "kept": (site, dict),
            "bare": (stack.enter_context(serving.gunicorn(POSTS, app=serving.BARE, LIMIT=page)), dict),
            "kept 304": (site, lambda: known(site)),
            "bare 304": (
                stack.enter_context(serving.gunicorn(POSTS, app=serving.BARE, LIMIT=unchanged)),
                lambda: known(site),
            ),
            "constant": (stack.enter_context(serving.gunicorn(POSTS, app=serving.CONSTANT, LIMIT=page)), dict),
        }


def record_both(site, page, unchanged):
    """The page and its 304 as the site answers them, for the callable that says the same."""
    _, headers, body = site.get(PAGE)
    record(page, "200 OK", of_the_application(headers), body)
    status, headers_of_304, _ = site.get(PAGE, **known(site))
    assert status == 304
    record(unchanged, "304 Not Modified", of_the_application(headers_of_304), b"")


def known(site):
    """What a browser sends that has the page as it is now: before the box office closes it is another every minute."""
    return {"If-None-Match": site.get(PAGE)[1]["ETag"]}


def of_the_application(headers):
    """Without what gunicorn adds itself."""
    return [pair for pair in headers.items() if pair[0] not in {"Server", "Date", "Connection", "Transfer-Encoding"}]


def turns(started):
    """(name, requests, CPU seconds) of each turn, in another order in each round."""
    for _round in range(ROUNDS):
        for name in random.sample(list(started), len(started)):
            served, headers_now = started[name]
            headers = headers_now()
            before = served.cpu_seconds()
            counted = wrk_briefly(served.url + PAGE, seconds=SECONDS, headers=headers.items())
            assert not counted.errors, f"{name}: {counted}"
            yield name, counted.requests, served.cpu_seconds() - before
