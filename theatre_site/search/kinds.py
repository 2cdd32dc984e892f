"""What can be found. Each app says in its `search.py` which rows these are and how a result is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchRank
from django.db.models import (
    BooleanField,
    DateTimeField,
    Expression,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from .asking import IsOneOf
from .hits import Hit, text_columns
from .terms import FormsQuery, joined


@dataclass(frozen=True, eq=False)
class Kind:
    """One kind of thing that can be found. Names, texts and moments are columns of it or of what it belongs to. The
    SQL of all this is kept: what depends on the time says so with `moments`, in functions that are asked when every
    model is known."""

    name: str
    label: str
    public: Callable[[], QuerySet]
    address: Callable[[Hit], str]

    title: dict
    lead: dict = field(default_factory=dict)
    body: dict = field(default_factory=dict)
    note: dict = field(default_factory=dict)
    key: object = "slug"
    part: object = ""
    moment: str = ""
    year: object = None

    # Where its candidates are taken from, and how they stand where they fit equally well.
    newest_first: tuple = ("-pk",)
    # How well one fits, more is better, if that is not how much its texts say about the words.
    fits: Callable[[], Expression] | None = None
    # No more are looked at, the newest: a word that stands in every post costs no more than a rare one.
    most: int = 100
    # What is ahead, or as good as new, stands before the archive.
    is_current: Callable[[], Q] | None = None
    # {path: model} of rows that it belongs to: what stands in their titles counts as its own.
    belongs_to: dict = field(default_factory=dict)
    # The rows themselves, for a result that shows more than its texts.
    things: Callable[[], QuerySet] | None = None

    def candidates(self, terms, together):
        """The newest public rows that have all these words, or with `or_` some of them."""
        return self.public().filter(self.having(terms, together)).order_by(*self.newest_first)[: self.most]

    def having(self, terms, together):
        if self.belongs_to:
            return reduce(together, map(self.having_one, terms))
        return Q(search=FormsQuery(joined(terms, together)))

    def having_one(self, term):
        """What it belongs to is looked for once, not beside each row again."""
        titles = FormsQuery(term.weighing("A"))
        found = [Q(**{f"{path}__in": rows_that_have(model, titles)}) for path, model in self.belongs_to.items()]
        return reduce(or_, found, Q(search=FormsQuery(str(term))))

    def found(self, terms, together):
        """The columns of a `Found`, each with the name of the kind."""
        fits = self.fits() if self.fits else how_much_is_said_about(terms)
        is_current = self.is_current() if self.is_current else Value(False)
        year = Cast(self.year, IntegerField())
        return self.candidates(terms, together).values_list(
            Value(self.name),
            "pk",
            year,
            Coalesce(ExpressionWrapper(is_current, BooleanField()), False),  # nobody has said the days of some
            Coalesce(fits, 0.0),
        )

    def hits(self, keys):
        """The columns of a `Hit`, each with the name of the kind, in any order."""
        return (
            self.public()
            .model._base_manager.filter(IsOneOf(F("pk"), keys))
            .order_by()
            .values_list(
                Value(self.name),
                "pk",
                Cast(of_now(self.key), TextField()),
                Cast(of_now(self.part) or Value(""), TextField()),
                Cast(self.moment or None, DateTimeField()),
                Cast(self.year, IntegerField()),
                *text_columns(self.title, self.lead, self.body, self.note),
            )
        )


def rows_that_have(model, query):
    return model._base_manager.filter(search=query)


def how_much_is_said_about(terms):
    """By the length of the text too, so that a long one does not win by saying everything."""
    return SearchRank(F("search"), FormsQuery(joined(terms, or_)), normalization=Value(1))


def of_now(column):
    return column() if callable(column) else column
