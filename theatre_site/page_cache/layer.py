"""The layer in front of the application; the package's head says what it promises."""

import time
from threading import Event, Lock

from cachetools import Cache, LRUCache

from theatre_site.parts import Parts, shared

from .address import address_of, environ_of, is_made_of_parts, may_be_kept
from .answer import Answer
from .at_hand import DECIDING, NOTHING, AtHand, Ready
from .era import Eras
from .page import Page

NOTED_EVERY = 1  # seconds
PATIENCE = 10  # seconds, for somebody else to make the page that one wants
NUMBERED = "theatre.is_numbered"  # in the request's environ: set by the view that reads `?page=`


class KeptPages:
    """A WSGI application. `room`: bytes of memory for the pages of this process; the least recently used ones go."""

    def __init__(self, application, *, room, ticks=time.monotonic, wall=time.time):
        self.application, self.ticks = application, ticks
        self.pages = LRUCache(room, getsizeof=lambda page: page.size)
        self.lock = Lock()
        self.in_the_making = {}
        self.eras = Eras(on_change=self.forget_all, ticks=ticks, wall=wall)
        self.parts = None
        self.at_hand = AtHand()

    def __call__(self, environ, start_response):
        """A page that is kept comes first: it is found before anybody asks whether it might be kept."""
        question, ticks = "\n".join(map(environ.get, DECIDING, NOTHING)), self.ticks()
        ready = self.at_hand.answers.get(question)
        if ready is not None and ticks < ready.until:
            start_response(ready.status, ready.headers)
            return ready.parts
        address = address_of(environ)
        page = self.find(address, ticks) if address else None
        if page or (address and may_be_kept(address.path)):
            shown = self.current(address, page, ticks, environ)
            self.have_at_hand(question, shown, environ)
            return shown.send(environ, start_response)
        if is_made_of_parts(environ):
            with shared(self.parts_of(self.eras.now())):
                return self.application(environ, start_response)
        return self.application(environ, start_response)

    def current(self, address, page, ticks, environ):
        """The page as it may be shown now: kept, or made; where neither can be, the one before, marked as stale."""
        era = self.eras.now()
        if page and self.eras.is_answered and page.is_fresh(era, ticks):
            return page
        before = page if page and page.era.generation == era.generation else None
        if before and not self.eras.is_answered:
            return before.stale(ticks)
        answer = self.make_or_wait(address, environ)
        return before.stale(self.ticks()) if before and answer.has_failed else answer

    def have_at_hand(self, question, shown, environ):
        """A page that is kept, if it is sure that nothing else can be right before the next look. The second is read
        first: if another thread has looked meanwhile, either this second is over sooner, or the page is no longer of
        the present era."""
        second, until = self.eras.second()
        is_kept = isinstance(shown, Page) and shown.size <= self.pages.maxsize
        if is_kept and self.eras.is_answered and shown.is_fresh(self.eras.present, self.ticks()):
            self.at_hand.put(question, Ready.of(shown, environ, min(until, shown.ends_at)), second=second)

    def find(self, address, ticks):
        page = self.look_up(address, ticks)
        if page is None and address.number:
            page = self.look_up(address.without_number, ticks)
            return None if page is None or page.is_numbered else page
        return page

    def look_up(self, address, ticks):
        """Without the lock, for which the threads would queue; that a page is in use is noted once a second."""
        try:
            page = Cache.__getitem__(self.pages, address)
        except KeyError:
            return None
        if ticks - page.noted_at >= NOTED_EVERY:
            page.noted_at = ticks
            with self.lock:
                self.pages.get(address)
        return page

    def make_or_wait(self, address, environ):
        """One makes it and the others wait for that one. Whoever has waited for what cannot be kept goes on alone."""
        mine = Event()
        other = self.in_the_making.setdefault(address, mine)
        if other is mine:
            try:
                return self.make(address, environ)
            finally:
                del self.in_the_making[address]
                mine.set()
        other.wait(PATIENCE)
        ticks = self.ticks()
        page = self.find(address, ticks)
        if page and page.is_fresh(self.eras.present, ticks):
            return page
        return self.make(address, environ)

    def make(self, address, environ):
        """A Page, kept from now on; an Answer, if it may not be kept."""
        parts = self.parts_of(self.eras.present)
        request = environ_of(address, environ)
        with shared(parts):
            answer = Answer.of(self.application, request)
        if not answer.may_be_kept:
            return answer
        page = Page(answer, era=parts.era, made_at=parts.begun_at, is_numbered=NUMBERED in request)
        self.keep(address if page.is_numbered else address.without_number, page)
        return page

    def parts_of(self, era):
        """What pages of this era have in common, made lately."""
        now, parts = self.ticks(), self.parts
        if parts is None or not parts.may_serve(era, now):
            parts = self.parts = Parts(era, now)
        return parts

    def keep(self, address, page):
        if page.size <= self.pages.maxsize:
            with self.lock:
                self.pages[address] = page

    def forget_all(self):
        self.at_hand.forget_all()
        with self.lock:
            self.pages.clear()
