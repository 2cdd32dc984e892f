"""What a machine of its own needs and its environment does not say: a secret key and a PostgreSQL under var/.

Settings only ever read the environment. `manage.py` and the tests fill it in here first; a production server
that runs gunicorn never comes this way and has to say SECRET_KEY and DATABASE_URL itself.
"""

import atexit
import os
import secrets
import signal
import sys
from pathlib import Path

import dj_database_url

from theatre_site.embedded_postgres import PostgresError, PrivatePostgres

BASE_DIR = Path(__file__).resolve().parent.parent


class LocalProblem(Exception):
    """Its text is one line for the person at the keyboard."""


def fill_in():
    var = Path(os.environ.setdefault("VAR_DIR", str(BASE_DIR / "var")))
    try:
        var.mkdir(parents=True, exist_ok=True)
        os.environ["SECRET_KEY"] = os.environ.get("SECRET_KEY") or kept_secret(var / "secret_key")
        os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL") or private_postgres(var / "postgres")
    except OSError as error:
        raise LocalProblem(f"Cannot write to {error.filename}: {error.strerror}.") from None
    except PostgresError as error:
        raise LocalProblem(str(error)) from None
    check_spelling(os.environ["DATABASE_URL"])


def kept_secret(path):
    """Made once, readable by its owner only."""
    if not path.exists():
        new = path.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(50))
        new.rename(path)
    return path.read_text()


def private_postgres(data):
    """The address of a server that stays until this process ends."""
    server = PrivatePostgres(data)
    atexit.register(server.leave)
    # Python ends without a goodbye on these two, unless they become an ordinary exit.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))
    server.join()
    return server.url


def check_spelling(url):
    try:
        engine = dj_database_url.parse(url)["ENGINE"]
    except ValueError:
        engine = ""
    if engine != "django.db.backends.postgresql":
        raise LocalProblem("DATABASE_URL should look like postgresql://user:password@host:5432/name.")
