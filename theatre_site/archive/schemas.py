"""The database of an archive is built in a schema of its own, as its own migrations made it, while the site goes on
with the old one. Then it takes the old one's place in one transaction, and only after that the old one goes.
"""

from contextlib import contextmanager, suppress

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from . import tables
from .container import DAMAGED, NEWER, ArchiveProblem
from .progress import Progress

NEW, OLD = "theatre_restoring", "theatre_before_restore"
ATTEMPTS = 10
MAY_NOT = "The database's user may not make a schema. As its owner say: GRANT CREATE ON DATABASE … TO …"
POOLED = "The restore needs the database itself: point DATABASE_URL past the connection pool."
OBJECTS = """
    SELECT 'TABLE', quote_ident(relname) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = %s::regnamespace
    UNION ALL
    SELECT 'ROUTINE', quote_ident(proname) || '(' || pg_get_function_identity_arguments(oid) || ')' FROM pg_proc
    WHERE pronamespace = %s::regnamespace
"""


def unknown_migrations(manifest):
    """Those that this version of the site does not have."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [".".join(each) for each in manifest["migrations"] if tuple(each) not in known]


def check_version(manifest):
    if unknown := unknown_migrations(manifest):
        raise ArchiveProblem(f"{NEWER} (Unknown here: {', '.join(unknown[:3])}.)")


def exists(schema):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
        return cursor.fetchone() is not None


def drop(schema):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


# Building


def build(reader, say):
    """Whether the archive was older and has been brought up to date."""
    drop(NEW)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {NEW}")
    except ProgrammingError as reason:
        raise ArchiveProblem(MAY_NOT) from reason
    with working_in(NEW):
        say("· Making the tables as they were")
        migrate_to(reader.manifest["migrations"])
        fill(reader, say)
        return brought_up_to_date(say)


@contextmanager
def working_in(schema):
    """Everything goes there, even if the connection is lost and made anew."""
    before = connection.settings_dict["OPTIONS"]
    options = f"{before.get('options', '')} -c search_path={schema}".strip()
    reconnect(before | {"options": options})
    try:
        if live_schema() != schema:
            raise ArchiveProblem(POOLED)
        yield
    finally:
        reconnect(before)


def reconnect(options):
    connection.close()
    connection.settings_dict["OPTIONS"] = options
    ContentType.objects.clear_cache()


def live_schema():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return cursor.fetchone()[0]


def migrate_to(migrations):
    executor = MigrationExecutor(connection)
    executor.migrate(last_of_each_app(executor.loader.graph, {tuple(each) for each in migrations}))


def last_of_each_app(graph, nodes):
    def goes_on(node):
        return any(child.key in nodes and child.key[0] == node[0] for child in graph.node_map[node].children)

    return [node for node in sorted(nodes) if not goes_on(node)]


def brought_up_to_date(say):
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    say("· Bringing it up to date")
    call_command("migrate", interactive=False, verbosity=0)
    return True


# Filling


def fill(reader, say):
    """What migrations have put in goes; rows come in any order, for whom they name is looked up at the end."""
    with tables.settings_of_copies() as cursor:
        made = tables.tables(cursor)
        known = [entry for entry in reader.manifest["tables"] if entry["table"] in made]
        for entry in reader.manifest["tables"]:
            if entry["table"] not in made:
                say(f"  Left out, for the site has no such table: {entry['table']}")
        switch_triggers(cursor, made, "DISABLE")
        cursor.execute(f"TRUNCATE {tables.listed(made)}")
        progress = Progress("database", len(known), say)
        for entry in known:
            fill_table(reader, cursor, entry, made[entry["table"]])
            progress.advance()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        switch_triggers(cursor, made, "ENABLE")


def switch_triggers(cursor, names, how):
    """The site's own: they would note as a change what is none. Those that guard relations go on."""
    for name in names:
        cursor.execute(f"ALTER TABLE {tables.quote(name)} {how} TRIGGER USER")


def fill_table(reader, cursor, entry, columns):
    if set(entry["columns"]) != set(columns):
        raise ArchiveProblem(f"The table {entry['table']} has other columns here than in the archive.")
    with reader.opened(entry) as stream:
        rows = tables.copy_in(cursor, entry["table"], entry["columns"], stream)
    if rows != entry["rows"]:
        raise ArchiveProblem(f"{DAMAGED} ({entry['member']})")
    for column, (value, was_given_out) in entry["sequences"].items():
        tables.set_sequence(cursor, entry["table"], column, value, was_given_out)


# Taking the place


def take_the_place():
    """Again if an open site has just now held a table: two who wait for each other are told so by PostgreSQL."""
    for _attempt in range(ATTEMPTS - 1):
        with suppress(OperationalError):
            return move()
    return move()


def move():
    live = live_schema()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        cursor.execute(f"CREATE SCHEMA {OLD}")
        new = objects(cursor, NEW)
        for kind, name in objects(cursor, live):
            if (kind, name) in new:
                cursor.execute(f"ALTER {kind} {tables.quote(live)}.{name} SET SCHEMA {OLD}")
        for kind, name in new:
            cursor.execute(f"ALTER {kind} {NEW}.{name} SET SCHEMA {tables.quote(live)}")
        cursor.execute(f"DROP SCHEMA {NEW}")  # refused if anything has been forgotten there
    ContentType.objects.clear_cache()


def objects(cursor, schema):
    cursor.execute(OBJECTS, [schema, schema])
    return cursor.fetchall()
