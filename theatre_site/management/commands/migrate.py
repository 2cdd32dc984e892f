"""`migrate`, one at a time: several machines may be brought up to date at once, and each begins with this."""

from contextlib import contextmanager

from django.core.management.commands import migrate
from django.db import connections

# Any number that nothing else in this database locks
LOCK = 44_010_001


class Command(migrate.Command):
    def handle(self, *args, **options):
        with alone(connections[options["database"]]):
            return super().handle(*args, **options)


@contextmanager
def alone(connection):
    """Whoever comes second waits, and then finds nothing left to do. The lock goes with its line to the database, so
    that it cannot outlive a process that was killed; the line is one of its own, as a migration may close the other.
    """
    waiting = connection.copy()
    try:
        with waiting.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            yield
    finally:
        waiting.close()
