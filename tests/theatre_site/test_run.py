"""`manage.py run` as a newcomer meets it: a fresh copy of the site, in a folder with spaces and Cyrillic letters."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import psutil
import pytest
from django.conf import settings

LOCAL = {"DATABASE_URL", "SECRET_KEY", "VAR_DIR", "PORT", "DEBUG"}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in LOCAL}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("newcomer") / "мой театр" / "site"
    shutil.copytree(settings.BASE_DIR, folder, ignore=shutil.ignore_patterns(".*", "var", "__pycache__"))
    return folder


@pytest.fixture(scope="module")
def first_start(site):
    """What the very first start said, before it was asked to stop."""
    with running(site, patience=50) as (process, url):
        assert urllib.request.urlopen(url).status == 200
        process.send_signal(signal.SIGINT)
        return process.communicate(timeout=20)[0]


def test_first_start_prepares_everything_and_tells_the_password(site, first_start):
    assert first_start.count("Password: ") == 1
    assert (site / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert processes_in(site) == []


def test_second_start_only_opens_the_doors(site, first_start):
    began = time.monotonic()
    with running(site, patience=10) as (process, url):
        assert urllib.request.urlopen(url).status == 200
        seconds = time.monotonic() - began
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[0]

    assert seconds < 5
    assert "·" not in said
    assert "Password" not in said
    assert processes_in(site) == []


def test_a_killed_site_opens_again_on_the_same_port(site, first_start):
    with running(site, patience=10) as (process, url):
        process.kill()
        process.wait()
        with running(site, patience=10, port=url.rpartition(":")[2]) as (_, same_url):
            assert urllib.request.urlopen(same_url).status == 200

    assert processes_in(site) == []


def test_taken_port_is_told_in_one_line(site, first_start):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = complain(site, "--port", str(port))

    assert (code, said) == (
        1,
        f"CommandError: Port {port} is taken. Stop what uses it, or choose another: make run PORT=9000\n",
    )


@pytest.mark.parametrize(
    ("url", "beginning"),
    [
        ("postgre://theatre", "DATABASE_URL should look like postgresql://"),
        ("postgresql://me:hidden@127.0.0.1:1/theatre", "The database does not answer: connection to server"),
    ],
)
def test_wrong_database_address_is_told_in_one_line(site, url, beginning):
    code, said = complain(site, "--port", str(free_port()), DATABASE_URL=url)

    assert code == 1
    assert said.startswith(beginning)
    assert said.count("\n") == 1
    assert "hidden" not in said


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_settings_invent_no_secret_and_no_database(missing):
    environment = ENVIRONMENT | {"SECRET_KEY": "x", "DATABASE_URL": "postgresql:///x"}
    del environment[missing]
    command = [sys.executable, "-c", "import theatre_site.settings"]

    result = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)

    assert f"Set the environment variable {missing}" in result.stderr.splitlines()[-1]


@contextmanager
def running(site, *, patience, port=None):
    port = port or free_port()
    process = start(site, "--port", str(port))
    alarm = threading.Timer(patience, process.kill)
    alarm.start()
    said = list(iter_until("The office", process.stdout))
    alarm.cancel()
    assert process.poll() is None, "".join(said)
    try:
        yield Running(process, f"http://127.0.0.1:{port}", said)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def complain(site, *arguments, **environment):
    process = start(site, *arguments, **environment)
    said, _ = process.communicate(timeout=20)
    return process.returncode, said


def processes_in(site):
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd().startswith(str(site)):
                found.append(process.cmdline())
        except psutil.Error:
            continue
    return found


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
