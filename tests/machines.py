"""Machines that run the site side by side, each a gunicorn that shares nothing but what it is told to."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager

import httpx
from django.conf import settings

from tests.nginx import NAME
from tests.running_site import ENVIRONMENT

GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]


def apart():
    """A network of its own, in which there is nobody else; where this may not be made, the common one."""
    command = [shutil.which("unshare") or "unshare", "--net"]
    try:
        allowed = subprocess.run([*command, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        allowed = False
    return command if allowed else []


@contextmanager
def machine(folder, *, network=(), **environment):
    """The socket of one; it is open."""
    socket = folder / "web.sock"
    with (folder / "said").open("w") as output:
        process = subprocess.Popen(
            [*network, *GUNICORN],
            cwd=settings.BASE_DIR,
            env=ENVIRONMENT | environment | {"BIND": f"unix:{socket}", "VAR_DIR": str(folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_open(folder, process)
        yield socket
    finally:
        process.terminate()
        process.wait(30)


def wait_until_open(folder, process):
    deadline = time.monotonic() + 120
    while not os.path.exists(folder / "web.sock"):
        assert process.poll() is None, (folder / "said").read_text()
        assert time.monotonic() < deadline, "the machine did not open"
        time.sleep(0.1)


def visitor_of(socket):
    """A browser whose line ends at this machine."""
    transport = httpx.HTTPTransport(uds=str(socket).removeprefix("unix:"))
    return httpx.Client(transport=transport, base_url=f"http://{NAME}", timeout=60)
