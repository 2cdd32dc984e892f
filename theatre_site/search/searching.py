"""Finds: all words of the query; else what was probably meant; else some of its words."""

from collections import defaultdict
from operator import and_, or_

from django.utils.functional import cached_property

from .hits import Hit
from .kinds import all_of
from .slips import meant
from .terms import terms_of

BEST_OF_A_KIND = 5


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


class Results:
    """How many there are is known at once; what they are is asked when it is shown."""

    def __init__(self, kinds, text, *, together=and_, instead_of=""):
        self.text, self.together, self.instead_of = text, together, instead_of
        self.terms = terms_of(text)
        self.kinds = {kind.name: kind for kind in kinds}
        self.counts = self.count() if self.terms else []

    def count(self):
        """[(name of a kind, year, how many), …]"""
        return all_of(
            self.kinds.values(), self.terms, lambda kind, terms: kind.years(terms, self.together), self.together
        )

    def __bool__(self):
        return bool(self.counts)

    @property
    def is_partial(self):
        """Nothing has all the words; these have some."""
        return self.together is or_

    @property
    def kinds_cut(self):
        """Those of which there may be more than are shown."""
        return [kind for kind, total in self.totals() if total >= kind.most]

    @cached_property
    def forms(self):
        """What is to be marked."""
        return frozenset().union(*(term.forms for term in self.terms))

    def total(self, kind=None, year=None):
        return sum(
            n
            for name, in_year, n in self.counts
            if (kind is None or kind.name == name) and (year is None or year == in_year)
        )

    def totals(self, year=None):
        """[(kind, how many), …] of what there is, in the order of the kinds."""
        return [(kind, total) for kind in self.kinds.values() if (total := self.total(kind, year))]

    def years(self, kind=None):
        """The newest first."""
        found = {year for name, year, _n in self.counts if year and (kind is None or kind.name == name)}
        return sorted(found, reverse=True)

    def groups(self, year=None):
        """[(kind, how many, the best of them), …]"""
        totals = self.totals(year)
        hits = self.hits([kind for kind, _total in totals], slice(BEST_OF_A_KIND), year)
        return [(kind, total, hits[kind.name]) for kind, total in totals]

    def hits(self, kinds, part, year):
        """{name of a kind: this part of its hits}"""
        if not kinds:
            return {}
        rows = all_of(
            kinds,
            self.terms,
            lambda kind, terms: kind.hits(terms, self.together, year)[part],
            *(self.together, year, part.start, part.stop),
        )
        hits = defaultdict(list)
        for name, _place, *columns in sorted(rows, key=lambda row: row[:2]):
            hits[name].append(Hit(self.kinds[name], *columns))
        for name, found in hits.items():
            bring_things(self.kinds[name], found)
        return hits


class HitsOfKind:
    """For a paginator."""

    def __init__(self, results, kind, year=None):
        self.results, self.kind, self.year = results, kind, year

    def __len__(self):
        return self.results.total(self.kind, self.year)

    def __getitem__(self, part):
        return self.results.hits([self.kind], part, self.year)[self.kind.name]


def bring_things(kind, hits):
    if kind.things is None:
        return
    things = {thing.pk: thing for thing in kind.things().filter(pk__in=[hit.pk for hit in hits])}
    for hit in hits:
        hit.thing = things.get(hit.pk)
