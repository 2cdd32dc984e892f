"""10,000 hostile requests over raw sockets: none of them may break anything."""

import re
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from .. import serving
from ..figures import Figure
from ..hostility import requests

POSTS, REQUESTS, AT_ONCE = 1_000, 10_000, 8
PATIENCE = 5  # seconds; a request that is never finished gets no answer, and rightly
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")


def measure(options):
    with serving.gunicorn(POSTS, workers=2) as served, ThreadPoolExecutor(AT_ONCE) as visitors:
        statuses = Counter(visitors.map(lambda sent: answer(served.port, sent), requests(REQUESTS)))
        still_well = served.get("/ru/")[0]
        said = served.said()
    yield Figure("Hostile requests", sum(statuses.values()), at_least=REQUESTS)
    for group in range(2, 5):
        yield Figure(f"… answered {group}xx", sum(n for status, n in statuses.items() if status // 100 == group))
    yield Figure("… closed without an answer", statuses[0])
    yield Figure("… answered 5xx", sum(n for status, n in statuses.items() if status >= 500), at_most=0)
    yield Figure("… tracebacks in the log", said.count("Traceback"), at_most=0)
    yield Figure("The home page afterwards", still_well, at_most=200)


def answer(port, sent):
    """The status; 0 where the connection was closed or left without one."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        try:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            found = STATUS.match(line.recv(64))
        except OSError:
            return 0
    return int(found[1]) if found else 0
