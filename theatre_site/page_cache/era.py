"""How long pages stay as they are: from one change of the content, or one moment, to the next."""

import logging
import time
from dataclasses import dataclass
from threading import Lock

from django.db import Error, close_old_connections

from theatre_site.models import ContentChange

from .next_moment import next_moment

LOOK_EVERY = 1.0  # seconds
WAIT_FOR_A_LOOK = 2.0  # seconds; whoever gives up is shown what may be older than promised

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Era:
    generation: str | None = None
    ends_at: float = 0  # seconds since 1970


class Eras:
    """The present era, asked of the database at most once a second and at each moment that ends one.

    A change is therefore seen by whoever comes a second after its commit. An era is read *before* a page is made, so
    that a page is never newer in name than in truth.
    """

    def __init__(self, *, on_change, ticks=time.monotonic, wall=time.time):
        self.present = Era()
        self.is_answered = True
        self.on_change, self.ticks, self.wall = on_change, ticks, wall
        self.looked_at = ticks() - LOOK_EVERY
        self.looking = Lock()

    def now(self):
        if self.is_due():
            self.look()
        return self.present

    def is_due(self):
        return self.ticks() - self.looked_at >= LOOK_EVERY or (self.is_answered and self.wall() >= self.present.ends_at)

    def second(self):
        """(what names the last look, until when it is good: by the monotonic clock)."""
        looked_at = self.looked_at
        return looked_at, min(looked_at + LOOK_EVERY, self.ticks() + self.present.ends_at - self.wall())

    def look(self):
        """By one at a time. The others wait for a moment; as long as the database is away they do not."""
        if not self.looking.acquire(timeout=WAIT_FOR_A_LOOK if self.is_answered else 0):
            return
        try:
            if self.is_due():
                self.ask_from(self.ticks())
        finally:
            self.looking.release()

    def ask_from(self, moment):
        """What is answered was so at this moment at least. As long as there is no answer, everybody sees that one is
        due: whoever comes meanwhile waits for it."""
        try:
            self.ask()
        finally:
            self.looked_at = moment

    def ask(self):
        close_old_connections()
        try:
            generation = ContentChange.objects.generation()
            if generation != self.present.generation or self.wall() >= self.present.ends_at:
                self.begin(generation)
            self.answered()
        except Error as reason:
            if self.is_answered:
                log.error("The database does not answer; visitors get the pages that are kept. %s", reason)
            self.is_answered = False

    def begin(self, generation):
        ends_at = next_moment().timestamp()
        if generation != self.present.generation:
            self.on_change()
        self.present = Era(generation, ends_at)

    def answered(self):
        if not self.is_answered:
            log.warning("The database answers again.")
        self.is_answered = True
