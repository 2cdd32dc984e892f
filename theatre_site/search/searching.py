"""Finds: all words of the query; else what was probably meant; else some of its words."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from operator import and_, attrgetter, or_
from typing import NamedTuple

from django.db.models import F, Value
from django.utils.functional import cached_property

from theatre_site.languages import page_language, preferred_languages
from theatre_site.parts import parts_of_the_era
from theatre_site.written_once import Given, WrittenOnce

from .asking import IsOneOf, rows_of
from .hits import Hit
from .slips import meant
from .snippets import IsFound
from .terms import Blank, filled_in, terms_of

BEST_OF_A_KIND = 3


def find(kinds, text):
    """What has the words of `text`, with what is shown instead if nothing has."""
    results = Results(kinds, text)
    return results if results else next(filter(None, second_thoughts(kinds, text)), results)


def second_thoughts(kinds, text):
    guesses = list(meant(text))
    for guess in guesses:
        yield Results(kinds, guess, instead_of=text)
    best = guesses[0] if guesses else text
    if len(terms_of(best)) > 1:
        yield Results(kinds, best, together=or_, instead_of=text if guesses else "")


class Found(NamedTuple):
    kind: str
    pk: int
    year: int | None
    is_current: bool
    fits: float


PLACE = attrgetter("is_current", "fits")


@dataclass(frozen=True)
class KeysOf:
    """Stands for the keys of a kind's hits in SQL that is written once for all."""

    kind: str


class Results:
    """What there is is known at once; its texts are asked when they are shown."""

    def __init__(self, kinds, text, *, together=and_, instead_of=""):
        self.text, self.together, self.instead_of = text, together, instead_of
        self.terms = terms_of(text)
        self.kinds = {kind.name: kind for kind in kinds}
        self.found = self.look() if self.terms else {}

    def look(self):
        """{name of a kind: [Found, …]}, the best first; of those that fit equally well the newest."""
        rows = rows_of(
            {("found", name, len(self.terms), self.together): make for name, make in self.candidates().items()},
            partial(filled_in, terms=self.terms),
        )
        found = defaultdict(list)
        for each in sorted(map(Found._make, rows), key=PLACE, reverse=True):
            found[each.kind].append(each)
        return found

    def candidates(self):
        blanks = [Blank(number) for number in range(len(self.terms))]
        return {name: partial(kind.found, blanks, self.together) for name, kind in self.kinds.items()}

    def __bool__(self):
        return bool(self.found)

    @property
    def is_partial(self):
        """Nothing has all the words; these have some."""
        return self.together is or_

    @property
    def kinds_cut(self):
        """Those of which there may be more than are shown."""
        return [kind for kind, total in self.totals() if total >= kind.most]

    @cached_property
    def is_found(self):
        """What is to be marked."""
        return IsFound(frozenset().union(*(term.forms for term in self.terms)))

    def of(self, kind, year=None):
        found = self.found.get(kind.name, [])
        return found if year is None else [each for each in found if each.year == year]

    def total(self, kind=None, year=None):
        return sum(len(self.of(each, year)) for each in ([kind] if kind else self.kinds.values()))

    def totals(self, year=None):
        """[(kind, how many), …] of what there is, in the order of the kinds."""
        return [(kind, total) for kind in self.kinds.values() if (total := self.total(kind, year))]

    def years(self, kind=None):
        """The newest first."""
        found = {each.year for of_kind in ([kind] if kind else self.kinds.values()) for each in self.of(of_kind)}
        return sorted(found - {None}, reverse=True)

    def groups(self, year=None):
        """[(kind, how many, the best of them), …]"""
        best = {kind: self.of(kind, year)[:BEST_OF_A_KIND] for kind, _total in self.totals(year)}
        hits = self.hits(best)
        return [(kind, self.total(kind, year), hits[kind]) for kind in best]

    def hits(self, wanted):
        """{kind: [Hit, …]} of {kind: [Found, …]}, in its order, without what was deleted since it was found."""
        keys = {kind: [(kind.name, found.pk) for found in each] for kind, each in wanted.items()}
        hits = parts_of_the_era(("hits", page_language()), [*chain.from_iterable(keys.values())], self.read)
        return {kind: [hits[key] for key in each if key in hits] for kind, each in keys.items()}

    def read(self, missing):
        """{(name of a kind, key): Hit} of those that no search of this era has shown."""
        keys = defaultdict(list)
        for name, pk in missing:
            keys[name].append(pk)
        rows = rows_of(
            {("hits", name): partial(self.kinds[name].hits, Value(KeysOf(name))) for name in keys},
            lambda parameter: keys[parameter.kind] if isinstance(parameter, KeysOf) else parameter,
        )
        languages = preferred_languages()
        hits = {(name, pk): Hit(languages, self.kinds[name], pk, *columns) for name, pk, *columns in rows}
        for kind in map(self.kinds.get, keys):
            add_things(kind, [hit for hit in hits.values() if hit.kind is kind])
        return hits


class HitsOfKind:
    """For a paginator."""

    def __init__(self, results, kind, year=None):
        self.results, self.kind, self.found = results, kind, results.of(kind, year)

    def __len__(self):
        return len(self.found)

    def __getitem__(self, part):
        return self.results.hits({self.kind: self.found[part]})[self.kind]


def add_things(kind, hits):
    if kind.things:
        things = parts_of_the_era(("found", kind.name), [hit.pk for hit in hits], partial(read_things, kind))
        for hit in hits:
            hit.thing = things.get(hit.pk)


def read_things(kind, keys):
    return {thing.pk: thing for thing in things_of(kind).ask(keys=keys)}


@cache
def things_of(kind):
    return WrittenOnce(lambda: kind.things().filter(IsOneOf(F("pk"), Given("keys"))))
