"""One query for several kinds, and its SQL, which is written once for all words."""

from django.db import connection
from django.db.models import BooleanField, Func

from theatre_site.written_once import written

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
    words = " UNION ALL ".join(f"({words})" for _compiler, words, _parameters in asked)
    with connection.cursor() as cursor:
        cursor.execute(words, [filled_in(each) for _compiler, _words, parameters in asked for each in parameters])
        return cursor.fetchall()


def kept_sql(name, make):
    if name not in kept:
        kept[name] = written(make())
    return kept[name]
