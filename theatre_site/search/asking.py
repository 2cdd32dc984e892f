"""One query for several kinds, and its SQL, which is written once for all words."""

from functools import partial

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Func

from theatre_site.parts import part_of_the_era


class IsOneOf(Func):
    """`column = ANY (list)`: one parameter, however many there are."""

    arg_joiner, template = " = ANY (", "%(expressions)s)"
    output_field = BooleanField()


def rows_of(querysets, filled_in):
    """Rows of one query for all of {name: function that makes a queryset}, with blanks in the place of what differs
    from search to search: `filled_in(parameter)` is what is asked for. To write ten kinds' SQL takes longer than to
    find; so that is done once an era. A name tells its queryset from all others."""
    parts = [part_of_the_era(("SQL of a search", name), partial(written, make)) for name, make in querysets.items()]
    if not (asked := [part for part in parts if part]):
        return []
    words = " UNION ALL ".join(f"({words})" for words, _parameters in asked)
    with connection.cursor() as cursor:
        cursor.execute(words, [filled_in(each) for _words, parameters in asked for each in parameters])
        return cursor.fetchall()


def written(make):
    """(SQL, its parameters); None if it can find nothing."""
    try:
        return make().query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
