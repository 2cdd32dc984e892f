"""What many pages have in common is made once an era, and is a part of each of them.

Only for pages that may be kept, which the layer makes under `shared()`: everywhere else, as in the office and in
previews, `part_of_the_era` makes its part anew, so that an editor sees at once what was saved.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from cachetools import LRUCache

MOST = 1_000
LAST = 15  # seconds: a page is as old as the oldest thing in it

present = ContextVar("parts", default=None)


class Parts:
    """Those of one era."""

    def __init__(self, era, begun_at):
        self.era, self.begun_at = era, begun_at
        self.made, self.lock = LRUCache(MOST), Lock()

    def may_serve(self, era, ticks):
        return self.era is era and ticks - self.begun_at < LAST

    def get(self, key, make):
        with self.lock:
            if key in self.made:
                return self.made[key]
        part = make()
        with self.lock:
            self.made[key] = part
        return part

    def get_all(self, name, keys, make):
        with self.lock:
            found = {key: self.made[name, key] for key in keys if (name, key) in self.made}
        missing = [key for key in keys if key not in found]
        made = make(missing) if missing else {}
        with self.lock:
            self.made.update({(name, key): part for key, part in made.items()})
        return found | made


@contextmanager
def shared(parts):
    token = present.set(parts)
    try:
        yield
    finally:
        present.reset(token)


def part_of_the_era(key, make):
    """What `make` returns: of an earlier page, if there was one in this era. Nobody may change it.

    `key` names all that it depends on beside the content.
    """
    parts = present.get()
    return make() if parts is None else parts.get(key, make)


def parts_of_the_era(name, keys, make):
    """{key: its part}; `make(keys)` returns those that no earlier page has shown, all at once."""
    parts = present.get()
    return make(keys) if parts is None else parts.get_all(name, keys, make)
