"""`make run`: everything between a fresh checkout and an open site; what is already done is not done again."""

import hashlib
import os
import secrets
import signal
import socket
import threading
import time
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.wsgiapp import WSGIApplication

from theatre_site.page_cache.triggers import APPS, NO_CONTENT


class Command(BaseCommand):
    help = "Prepare what is missing, then serve the site on http://127.0.0.1:8000."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--with-parent", action="store_true", help="Stop when the process that started this dies.")

    def handle(self, *, port, with_parent, **options):
        if with_parent:
            threading.Thread(target=stop_with, args=[os.getppid()], daemon=True).start()
        wait_for_port(port)
        self.migrate()
        self.collect_static()
        password = self.fill_if_empty()
        serve(port, when_ready=lambda: self.welcome(port, password))

    def welcome(self, port, password):
        self.say(f"The theatre is open: http://127.0.0.1:{port}/  (Ctrl-C closes it)")
        self.say(f"The office:          http://127.0.0.1:{port}{settings.ADMIN_PATH}")
        if password:
            self.say(f"Name: admin  Password: {password}  (shown only this once)")

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("· Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)
            # sizes of pictures that a new version shows and an older one did not make
            call_command("process_imagefields", all=True, no_parallel=True, stdout=StringIO())
            call_command("createinitialrevisions", verbosity=0)  # what was there before the history began
            # texts of an older version, which kept nothing for the search
            call_command("reindex_search", missing=True, verbosity=0)

    def collect_static(self):
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        state = static_state()
        if stamp.exists() and stamp.read_text() == state:
            return
        self.say("· Collecting styles, fonts and pictures")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(state)

    def fill_if_empty(self):
        """Sample content and an account, both or neither; the account's password, which is kept nowhere."""
        if not is_empty():
            return None
        self.say("· Loading sample content")
        with transaction.atomic():
            call_command("load_sample", verbosity=0)
            call_command("createinitialrevisions", verbosity=0)
            return create_admin()


def stop_with(parent):
    """`make` cannot pass on a `kill -9`; without this the site would go on alone and keep its port."""
    while os.getppid() == parent:
        time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGTERM)


def wait_for_port(port, *, seconds=4):
    """Workers whose master was killed need a moment to notice and to let go."""
    deadline = time.monotonic() + seconds
    while is_taken(port):
        if time.monotonic() > deadline:
            raise CommandError(f"Port {port} is taken. Stop what uses it, or choose another: make run PORT=9000")
        time.sleep(0.2)


def is_taken(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise CommandError(f"Port {port} is reserved for root. Choose another: make run PORT=9000") from None
        except OverflowError:
            raise CommandError(f"There is no port {port}. Choose another: make run PORT=9000") from None
        except OSError:
            return True
    return False


def static_state():
    """Another text whenever a static file, of ours or of a package, comes, goes or changes."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(apps.get_app_config("staticfiles").ignore_patterns):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_empty():
    """Nobody has an account and nobody has written anything."""
    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    content = [model for model in models if model._meta.db_table not in NO_CONTENT]
    return not any(model._base_manager.exists() for model in [User, *content])


def create_admin():
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser("admin", password=password)
    return password


def serve(port, *, when_ready):
    os.environ["PORT"] = str(port)
    os.environ.setdefault("LOG_LEVEL", "warning")
    Gunicorn(when_ready).run()


class Gunicorn(WSGIApplication):
    """In this process rather than a child of it, so that there is one thing to stop."""

    def __init__(self, when_ready):
        self.when_ready = when_ready
        super().__init__()

    def load_config(self):
        self.load_config_from_file(str(settings.BASE_DIR / "deploy" / "gunicorn.conf.py"))
        self.cfg.set("when_ready", self.open)
        self.app_uri = self.cfg.wsgi_app

    def open(self, server):
        # For gunicorn SIGHUP means “reload”; here it means that somebody closed the window.
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        self.when_ready()
