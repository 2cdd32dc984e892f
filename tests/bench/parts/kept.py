"""Kept pages, beside what cannot be beaten; requests a core-second, each against the other in turns."""

import contextlib
from statistics import median

from .. import databases, serving
from ..figures import Figure
from ..limits import record
from ..wrk import wrk

PAGE = "/ru/"
POSTS = 1_000
ROUNDS, SECONDS = 25, 1


def measure(options):
    page, unchanged = databases.FOLDER / "page", databases.FOLDER / "unchanged"
    with contextlib.ExitStack() as stack:
        site = stack.enter_context(serving.gunicorn(POSTS))
        etag = record_both(site, page, unchanged)
        limits = {
            "bare": stack.enter_context(serving.gunicorn(POSTS, app=serving.BARE, LIMIT=page)),
            "bare 304": stack.enter_context(serving.gunicorn(POSTS, app=serving.BARE, LIMIT=unchanged)),
            "constant": stack.enter_context(serving.gunicorn(POSTS, app=serving.CONSTANT, LIMIT=page)),
        }
        contestants = {
            "kept": (site, ()),
            "bare": (limits["bare"], ()),
            "kept 304": (site, [("If-None-Match", etag)]),
            "bare 304": (limits["bare 304"], [("If-None-Match", etag)]),
            "constant": (limits["constant"], ()),
        }
        rates = in_turns(contestants)
    ratio = {pair: median(a / b for a, b in zip(rates[pair[0]], rates[pair[1]], strict=True)) for pair in PAIRS}
    for name, each in rates.items():
        yield Figure(f"{NAMES[name]}, requests a core-second", median(each))
    yield Figure("A kept page / the bare callable", ratio["kept", "bare"], at_least=0.9)
    yield Figure("A kept page unchanged (304) / the bare callable", ratio["kept 304", "bare 304"], at_least=0.95)
    yield Figure("A kept page / a constant Django view", ratio["kept", "constant"])


PAIRS = [("kept", "bare"), ("kept 304", "bare 304"), ("kept", "constant")]
NAMES = {
    "kept": "A kept page",
    "bare": "A bare WSGI callable with the same bytes",
    "kept 304": "A kept page, unchanged (304)",
    "bare 304": "A bare WSGI callable with the same 304",
    "constant": "A constant Django view behind the site's middleware",
}


def record_both(site, page, unchanged):
    """The page and its 304 as the site answers them, for the callable that says the same. Returns the ETag."""
    _, headers, body = site.get(PAGE)
    record(page, "200 OK", of_the_application(headers), body)
    status, headers_of_304, _ = site.get(PAGE, **{"If-None-Match": headers["ETag"]})
    assert status == 304
    record(unchanged, "304 Not Modified", of_the_application(headers_of_304), b"")
    return headers["ETag"]


def of_the_application(headers):
    """Without what gunicorn adds itself."""
    return [pair for pair in headers.items() if pair[0] not in {"Server", "Date", "Connection", "Transfer-Encoding"}]


def in_turns(contestants):
    """{name: requests a core-second in each round}: a noisy machine is noisy for all of them."""
    rates = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, (served, headers) in contestants.items():
            before = served.cpu_seconds()
            counted = wrk(served.url + PAGE, seconds=SECONDS, headers=headers)
            assert not counted.errors, f"{name}: {counted}"
            rates[name].append(counted.requests / (served.cpu_seconds() - before))
    return rates
