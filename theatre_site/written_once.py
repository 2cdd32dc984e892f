"""Queries whose SQL Django writes once a process: to write a long one takes longer than to ask it.

What such a query knows of the time it asks of `moments`, and what differs from one time to the next is `Given`. It may
depend on nothing else that changes, the language of the page included.
"""

from copy import copy
from datetime import date

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Value


class Given(Value):
    """Stands in a query for what is given when it is asked, under this name."""

    def as_sql(self, compiler, connection):
        return "%s", [self]


def written(queryset):
    """(compiler, SQL, parameters); None if it can find nothing. Raises TypeError for a moment that would grow old."""
    compiler = queryset.query.get_compiler(queryset.db)
    try:
        words, parameters = compiler.as_sql()
    except EmptyResultSet:
        return None
    if any(isinstance(each, date) for each in parameters):  # a datetime is a date
        raise TypeError(f"This query is kept, and its moment would grow old; ask theatre_site.moments. {words}")
    return compiler, words, parameters


class WrittenOnce:
    """`ask()` makes a list of what the queryset of `make()` finds now, related rows included.

    A queryset with `Given("slug", SlugField())` is asked with `ask(slug=…)`.
    """

    def __init__(self, make):
        self.make = make
        self.queryset = self.written = None

    def ask(self, **given):
        if self.queryset is None:
            queryset = self.make()
            self.written = written(queryset)
            self.queryset = queryset
        if self.written is None:
            return []
        compiler, words, parameters = self.written
        asked = self.queryset._chain()
        asked._query = AsWritten(compiler, words, filled_in(parameters, given))
        return list(asked)

    def first(self, **given):
        """The first of them, or None."""
        return next(iter(self.ask(**given)), None)


def filled_in(parameters, given):
    return [given[each.value] if isinstance(each, Given) else each for each in parameters]


class AsWritten:
    """Takes the place of a queryset's query: its compiler has done its work."""

    def __init__(self, compiler, words, parameters):
        self.compiler, self.sql = compiler, (words, parameters)

    def get_compiler(self, using):
        compiler = copy(self.compiler)
        compiler.connection = connections[using]  # each thread has its own
        compiler.as_sql = lambda *_arguments, **_options: self.sql
        return compiler
