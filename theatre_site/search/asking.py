"""One query for several kinds, and its SQL, which is written once for all words."""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Func

from theatre_site.parts import part_of_the_era


class IsOneOf(Func):
    """`column = ANY (list)`: one parameter, however many there are."""

    arg_joiner, template = " = ANY (", "%(expressions)s)"
    output_field = BooleanField()


def rows_of(name, querysets, filled_in):
    """Rows of one query for all that `querysets()` makes, with blanks in the place of what differs from search to
    search: `filled_in(parameter)` is what is asked for. To write ten kinds' SQL takes longer than to find; so that is
    done once an era. `name` tells the query from all others."""
    sql = part_of_the_era(("SQL of a search", *name), lambda: written(querysets()))
    if sql is None:
        return []
    words, parameters = sql
    with connection.cursor() as cursor:
        cursor.execute(words, [filled_in(each) for each in parameters])
        return cursor.fetchall()


def written(querysets):
    """(SQL, its parameters); None if it can find nothing."""
    first, *others = querysets
    query = (first.union(*others, all=True) if others else first).query
    try:
        return query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
