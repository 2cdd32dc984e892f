"""Rows out of the database and in, as PostgreSQL itself writes them: text that every version reads."""

from contextlib import contextmanager

from django.db import connection, transaction

NO_ROWS = {"django_session"}
AS_WRITTEN = (
    "SET client_encoding = 'UTF8'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; "
    "SET extra_float_digits = 1; SET bytea_output = 'hex'"
)
COLUMNS = """
    SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace GROUP BY 1 ORDER BY 1
"""
quote = connection.ops.quote_name


def one_moment():
    """A transaction in which the database does not change, whoever writes meanwhile: its cursor."""
    return settings_of_copies("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


@contextmanager
def settings_of_copies(*first):
    with transaction.atomic(), connection.cursor() as cursor:
        for each in [*first, AS_WRITTEN.replace("SET ", "SET LOCAL ")]:
            cursor.execute(each)
        yield cursor


def tables(cursor):
    """{name: [column, …]}"""
    cursor.execute(COLUMNS)
    return dict(cursor.fetchall())


def copy_out(cursor, name, columns, stream):
    """How many rows."""
    which = "FALSE" if name in NO_ROWS else "TRUE"
    source = f"(SELECT {listed(columns)} FROM {quote(name)} WHERE {which})"  # nosec B608
    cursor.copy_expert(f"COPY {source} TO STDOUT", stream)
    return cursor.rowcount


def copy_in(cursor, name, columns, stream):
    cursor.copy_expert(f"COPY {quote(name)} ({listed(columns)}) FROM STDIN", stream)
    return cursor.rowcount


def listed(columns):
    return ", ".join(map(quote, columns))


def sequences(cursor, name, columns):
    """{column: [last value, whether it was given out]}"""
    found = {}
    for column in columns:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [quote(name), column])
        if sequence := cursor.fetchone()[0]:
            cursor.execute(f"SELECT last_value, is_called FROM {sequence}")  # nosec B608
            found[column] = list(cursor.fetchone())
    return found


def set_sequence(cursor, name, column, value, was_given_out):
    sequence = "pg_get_serial_sequence(%s, %s)"
    cursor.execute(f"SELECT setval({sequence}, %s, %s)", [quote(name), column, value, was_given_out])
