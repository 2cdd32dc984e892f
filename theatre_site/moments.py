"""Moments at which time alone changes what visitors see, without anybody saving anything.

A model that knows such moments has a class method `moments()`: a list of queries for one moment each.
"""

from datetime import timedelta

from django.db.models import DateField, DateTimeField, IntegerField, Value
from django.utils import timezone
from psycopg2.extensions import adapt


class Reading:
    """A parameter of a query that is read when the query is asked, and not before."""

    def __init__(self, read):
        self.read = read

    def __conform__(self, protocol):
        """How psycopg2 asks for what it is to write."""
        return adapt(self.read())


class Clock(Value):
    """Stands in a query for what the clock says; so its SQL stays right however long it is kept."""

    def __init__(self, read, output_field):
        super().__init__(Reading(read), output_field=output_field)

    def as_sql(self, compiler, connection):
        return "%s", [self.value]


def now(*, before=timedelta(0)):
    """This moment, or one so long before it."""
    return Clock(lambda: timezone.now() - before, DateTimeField())


def today():
    return Clock(lambda: timezone.localdate(), DateField())


def this_year():
    return Clock(lambda: timezone.localdate().year, IntegerField())


def soonest(queryset, *names):
    """For each of these columns a query for the next moment that is still to come."""
    now = timezone.now()
    return [queryset.filter(**{f"{name}__gt": now}).order_by(name).values_list(name)[:1] for name in names]
