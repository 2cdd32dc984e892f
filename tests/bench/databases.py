"""One database for each number of posts, in a PostgreSQL of its own that may be stopped under load.

They are made when they are first asked for, and kept: the next run begins at once. `forget()` drops them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg2

from theatre_site.embedded_postgres import PrivatePostgres
from theatre_site.local_defaults import kept_secret

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
SIZES = [1_000, 20_000, 100_000]
FIRST = "bench_first"

server = PrivatePostgres(FOLDER / "postgres")


def open_server():
    FOLDER.mkdir(parents=True, exist_ok=True)
    server.join()


def environment(posts, **others):
    """What a process needs to be told so that it works with the database of so many posts."""
    return {
        **os.environ,
        "VAR_DIR": str(FOLDER),
        "SECRET_KEY": kept_secret(FOLDER / "secret_key"),
        "DATABASE_URL": url(name_of(posts)),
        "DJANGO_SETTINGS_MODULE": "theatre_site.settings",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        **{name: str(value) for name, value in others.items()},
    }


def name_of(posts):
    return f"bench_{posts}" if posts else FIRST


def url(name):
    return f"{server.url.rpartition('/')[0]}/{name}"


def ready(posts):
    """Makes the database if it is not there."""
    if exists(name_of(posts)):
        return
    if posts:
        ready(0)
    print(f"· Making {name_of(posts)}: once, some minutes", file=sys.stderr)
    sql(f"CREATE DATABASE {name_of(posts)}" + (f" TEMPLATE {FIRST}" if posts else ""))
    subprocess.run(
        [sys.executable, "-m", "tests.bench.filling", str(posts)], env=environment(posts), cwd=ROOT, check=True
    )


def collect_static():
    if not (FOLDER / "static" / "staticfiles.json").exists():
        command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity=0"]
        subprocess.run(command, env=environment(1_000), cwd=ROOT, check=True)


def forget():
    server.leave()
    shutil.rmtree(FOLDER)


def exists(name):
    return bool(sql("SELECT 1 FROM pg_database WHERE datname = %s", name))


def sql(command, *values, database="postgres"):
    connection = psycopg2.connect(url(database))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(command, values)
            return cursor.fetchall() if cursor.description else None
    finally:
        connection.close()


def cpu_seconds():
    """Of all processes of the server. Those that have ended are not counted: connections last for a minute."""
    pid, _folder = server.postmaster()
    return sum(sum(each.cpu_times()[:2]) for each in psutil.Process(pid).children() if each.is_running())


def restart():
    """As after a crash: nobody is asked to finish first, and the log is read again before anybody is let in."""
    if server.pg_ctl("restart", "--mode=immediate", "--log=server.log").returncode:
        raise RuntimeError("PostgreSQL did not come back.")
