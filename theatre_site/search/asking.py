"""One query for several kinds, and its SQL, which is written once for all words."""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Func

kept = {}  # not many: a search has two for each kind and number of words


class IsOneOf(Func):
    """`column = ANY (list)`: one parameter, however many there are."""

    arg_joiner, template = " = ANY (", "%(expressions)s)"
    output_field = BooleanField()


def rows_of(querysets, filled_in):
    """Rows of one query for all of {name: function that makes a queryset}, with blanks in the place of what differs
    from search to search: `filled_in(parameter)` is what is asked for. To write ten kinds' SQL takes longer than to
    find; so that is done once: a name tells its queryset from all others, and `moments` what it knows of the time."""
    if not (asked := list(filter(None, (kept_sql(name, make) for name, make in querysets.items())))):
        return []
    words = " UNION ALL ".join(f"({words})" for words, _parameters in asked)
    with connection.cursor() as cursor:
        cursor.execute(words, [filled_in(each) for _words, parameters in asked for each in parameters])
        return cursor.fetchall()


def kept_sql(name, make):
    if name not in kept:
        kept[name] = written(make)
    return kept[name]


def written(make):
    """(SQL, its parameters); None if it can find nothing."""
    try:
        return make().query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
