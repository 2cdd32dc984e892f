"""Several machines begin at once, and each brings the database up to date first."""

import os
import subprocess
import sys
import uuid
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.conf import settings


def at_the_server(command):
    server = psycopg2.connect(os.environ["DATABASE_URL"])
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(command)
    server.close()


@pytest.fixture
def empty_database():
    """The address of a database in which nothing is."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    at_the_server(f"CREATE DATABASE {name}")
    yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    at_the_server(f"DROP DATABASE {name} WITH (FORCE)")


def migrate(url):
    return subprocess.Popen(
        [sys.executable, "manage.py", "migrate", "--verbosity=1"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_two_machines_that_migrate_at_once_do_it_one_after_the_other(empty_database):
    both = [migrate(empty_database), migrate(empty_database)]
    said = sorted((process.communicate()[0] for process in both), key=len)

    assert [process.returncode for process in both] == [0, 0]
    assert "No migrations to apply." in said[0]
    assert "Applying theatre_site.0001_initial... OK" in said[1]
