"""For those who look after the site, not for visitors: is this process alive, and can it do its work?"""

from functools import cache
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request):
    """Alive: nothing is asked, for nobody should restart a process because the database is away."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request):
    """Ready: the database answers, no migration waits, and uploads can be stored. A line each; 503 if one fails."""
    found = {"database": database(), "migrations": migrations(), "storage": storage()}
    report = "".join(f"{name}: {problem or 'ok'}\n" for name, problem in found.items())
    return HttpResponse(report, content_type="text/plain", status=503 if any(found.values()) else 200)


def database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "does not answer"
    return None


def migrations():
    try:
        waiting = known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return "cannot be read"
    return f"{len(waiting)} to run" if waiting else None


@cache
def known_migrations():
    """Read from the disk once a process."""
    return frozenset(MigrationLoader(None).graph.nodes)


def storage():
    """Full disks and wrong rights show only in writing."""
    try:
        name = default_storage.save(f"readyz/{uuid4().hex}.txt", ContentFile(b"ready"))
        default_storage.delete(name)
    except OSError:
        return "cannot be written"
    return None
