"""The site as `manage.py run` opens it, in a process of its own: with gunicorn and the files as visitors get them."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

LOCAL = {"DATABASE_URL", "SECRET_KEY", "VAR_DIR", "PORT", "DEBUG"}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in LOCAL}


@contextmanager
def running(site, *, patience=10, port=None, notes=None, **environment):
    """(process, url) of the site in this folder, open; Ctrl-C at the end. What it says is kept in `notes`/said."""
    port = port or free_port()
    notes = notes or site
    with (notes / "said").open("w") as output:
        process = start(site, "--port", str(port), stdout=output, **environment)
    try:
        wait_until_open(notes, process, patience)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def start(site, *arguments, stdout=subprocess.PIPE, **environment):
    return subprocess.Popen(
        [sys.executable, "manage.py", "run", *arguments],
        cwd=site,
        env=ENVIRONMENT | environment,
        stdout=stdout,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_until_open(notes, process, patience):
    deadline = time.monotonic() + patience
    while "The office" not in said(notes):
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"The site did not open within {patience} seconds:\n{said(notes)}")
        time.sleep(0.05)


def said(notes):
    return (notes / "said").read_text()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
