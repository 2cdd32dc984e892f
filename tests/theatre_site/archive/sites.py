"""Whole sites, each with a database and a folder of its own, worked on from outside as their owners do."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings

SERVER = os.environ["DATABASE_URL"]
ROWS = """
    SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""


@dataclass
class Site:
    database: str
    folder: Path

    @property
    def url(self):
        return urlsplit(SERVER)._replace(path=f"/{self.database}").geturl()

    @property
    def environment(self):
        clean = {name: value for name, value in os.environ.items() if name not in {"MEDIA_ROOT", "BIN_ROOT"}}
        return clean | {"DATABASE_URL": self.url, "SECRET_KEY": "x", "VAR_DIR": str(self.folder)}

    def manage(self, *arguments, **how):
        return self.run([sys.executable, "manage.py", *map(str, arguments)], **how)

    def python(self, code, *arguments, **how):
        beginning = "import django, os, sys; django.setup()\n"
        command = [sys.executable, "-c", beginning + code, *map(str, arguments)]
        return self.run(command, DJANGO_SETTINGS_MODULE="theatre_site.settings", **how)

    def run(self, command, *, typed="", before=None, **environment):
        return subprocess.run(
            command,
            cwd=settings.BASE_DIR,
            env=self.environment | environment,
            input=typed,
            preexec_fn=before,
            capture_output=True,
            text=True,
        )

    def rows(self):
        """{table: what PostgreSQL writes of it, in the order of the alphabet}"""
        with psycopg2.connect(self.url) as connection, connection.cursor() as cursor:
            cursor.execute(ROWS)
            return {name: copied(cursor, name) for (name,) in cursor.fetchall()}

    def schemas(self):
        with psycopg2.connect(self.url) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'theatre%'")
            return [name for (name,) in cursor.fetchall()]

    def structure(self):
        """Columns, constraints, indexes, triggers and the state of each sequence."""
        with psycopg2.connect(self.url) as connection, connection.cursor() as cursor:
            return {query: asked(cursor, query) for query in STRUCTURE} | {"sequences": sequences(cursor)}

    def files(self):
        """{"media/sample/a.jpg": content}"""
        rooms = [self.folder / "media", self.folder / "bin"]
        found = [path for room in rooms for path in room.rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def state(self):
        return self.rows(), self.structure(), self.files(), self.schemas()


STRUCTURE = [
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
    "WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
]


def asked(cursor, query):
    cursor.execute(query)
    return sorted(cursor.fetchall())


def sequences(cursor):
    cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
    return dict(cursor.fetchall())


def copied(cursor, name):
    content = io.StringIO()
    cursor.copy_expert(f'COPY "{name}" TO STDOUT', content)
    return sorted(content.getvalue().splitlines())


def on_server(statement):
    connection = psycopg2.connect(SERVER)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()
