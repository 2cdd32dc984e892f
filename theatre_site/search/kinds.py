"""What can be found. Each app says in its `search.py` which rows these are and how a result is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchRank
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BooleanField,
    Count,
    DateTimeField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Cast, RowNumber

from theatre_site.parts import part_of_the_era

from .hits import Hit, text_columns
from .terms import Blank, FormsQuery, filled_in, joined

# By its length too, so that a long text does not win by saying everything.
BY_LENGTH = Value(1)


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be found. Names, texts and moments are columns of it or of what it belongs to; what
    depends on the present moment is a function, asked anew for each search."""

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

    # Where its candidates are taken from, and how they stand if not by how well they fit.
    newest_first: tuple = ("-pk",)
    order: Callable[[], list] | None = None
    # No more are ranked, the newest: a word that stands in every post costs no more than a rare one.
    most: int = 300
    # What is ahead, or as good as new, stands before the archive.
    is_current: Callable[[], Q] | None = None
    # Vectors of rows that it belongs to: what stands in their titles counts as its own.
    belongs_to: tuple = ()
    # The rows themselves, for a result that shows more than its texts.
    things: Callable[[], QuerySet] | None = None

    def candidates(self, terms, together, year=None):
        """The newest public rows that have all these words, or with `or_` some of them."""
        rows = self.public().filter(self.having(terms, together)).order_by(*self.newest_first)
        if year is not None:
            rows = rows.none() if self.year is None else rows.alias(in_year=self.year).filter(in_year=year)
        return rows.model._base_manager.filter(pk__in=rows.values("pk")[: self.most])

    def having(self, terms, together):
        if self.belongs_to:
            return reduce(together, map(self.having_one, terms))
        return Q(search=FormsQuery(joined(terms, together)))

    def having_one(self, term):
        found = [Q(**{vector: FormsQuery(term.weighing("A"))}) for vector in self.belongs_to]
        return reduce(or_, found, Q(search=FormsQuery(str(term))))

    def years(self, terms, together):
        """Rows of (name, year, how many)."""
        rows = self.candidates(terms, together).values_list(Value(self.name), Cast(self.year, IntegerField()))
        return rows.annotate(how_many=Count("pk")).order_by()

    def hits(self, terms, together, year=None):
        """The columns of a `Hit`, the best first, each with its name and its place."""
        order = self.best_first(terms)
        return (
            self.candidates(terms, together, year)
            .order_by(*order)
            .values_list(
                Value(self.name),
                Window(RowNumber(), order_by=order),
                "pk",
                Cast(of_now(self.key), TextField()),
                Cast(of_now(self.part) or Value(""), TextField()),
                Cast(self.moment or None, DateTimeField()),
                Cast(self.year, IntegerField()),
                *text_columns(self.title, self.lead, self.body, self.note),
            )
        )

    def best_first(self, terms):
        current = [ExpressionWrapper(self.is_current(), BooleanField()).desc()] if self.is_current else []
        rank = SearchRank(F("search"), FormsQuery(joined(terms, or_)), normalization=BY_LENGTH)
        return [*current, *(self.order() if self.order else [rank.desc()]), *self.newest_first]


def of_now(column):
    return column() if callable(column) else column


def all_of(kinds, terms, rows_of, *asked):
    """Rows of one query for all of them: `rows_of(kind, terms)` makes each kind's part of it, and depends on `asked`
    and on nothing else. To write ten kinds' SQL takes longer than to find; so that is done once an era, with blanks
    for the terms."""
    shape = "search", tuple(kind.name for kind in kinds), len(terms), *asked
    sql = part_of_the_era(shape, lambda: written(kinds, [Blank(number) for number in range(len(terms))], rows_of))
    if sql is None:
        return []
    words, values = sql
    with connection.cursor() as cursor:
        cursor.execute(words, [filled_in(each, terms) if isinstance(each, str) else each for each in values])
        return cursor.fetchall()


def written(kinds, terms, rows_of):
    """(SQL, its parameters); None if it can find nothing."""
    first, *others = (rows_of(kind, terms) for kind in kinds)
    query = (first.union(*others, all=True) if others else first).query
    try:
        return query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
