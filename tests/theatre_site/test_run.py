"""`manage.py run` as a newcomer meets it: a fresh copy of the site, in a folder with spaces and Cyrillic letters."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import psutil
import pytest
from django.conf import settings

from tests.running_site import ENVIRONMENT, free_port, running, said, start


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("newcomer") / "мой театр" / "site"
    shutil.copytree(settings.BASE_DIR, folder, ignore=shutil.ignore_patterns(".*", "var", "__pycache__"))
    return folder


@pytest.fixture(scope="module")
def first_start(site):
    """What the very first start said."""
    with running(site, patience=60) as (_, url):
        assert status(url) == 200
    return said(site)


def test_first_start_prepares_everything_and_tells_the_password(site, first_start):
    assert first_start.count("Password: ") == 1
    assert (site / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert left_behind(site) == []


def test_second_start_only_opens_the_doors(site, first_start):
    began = time.monotonic()
    with running(site) as (_, url):
        assert status(url) == 200
        seconds = time.monotonic() - began

    assert seconds < 5
    assert said(site) == (f"The theatre is open: {url}/  (Ctrl-C closes it)\nThe office:          {url}/admin/\n")
    assert left_behind(site) == []


def test_a_killed_site_opens_again_on_the_same_port(site, first_start):
    with running(site) as (process, url):
        process.kill()
        with running(site, port=url.rpartition(":")[2]) as (_, same_url):
            assert status(same_url) == 200

    assert left_behind(site) == []


def test_taken_port_is_told_in_one_line(site, first_start):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = complain(site, "--port", str(port))

    line = f"CommandError: Port {port} is taken. Stop what uses it, or choose another: make run PORT=9000\n"
    assert complaint == (1, line)


@pytest.mark.parametrize(
    ("url", "beginning"),
    [
        ("postgre://theatre", "DATABASE_URL should look like postgresql://"),
        ("postgresql://me:hidden@127.0.0.1:1/theatre", "The database does not answer: connection to server"),
    ],
)
def test_wrong_database_address_is_told_in_one_line(site, url, beginning):
    code, text = complain(site, "--port", str(free_port()), DATABASE_URL=url)

    assert code == 1
    assert text.startswith(beginning)
    assert text.count("\n") == 1
    assert "hidden" not in text


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_settings_invent_no_secret_and_no_database(missing):
    environment = ENVIRONMENT | {"SECRET_KEY": "x", "DATABASE_URL": "postgresql:///x"}
    del environment[missing]
    command = [sys.executable, "-c", "import theatre_site.settings"]

    result = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)

    assert f"Set the environment variable {missing}" in result.stderr.splitlines()[-1]


def test_an_unknown_default_language_is_refused():
    environment = ENVIRONMENT | {"SECRET_KEY": "x", "DATABASE_URL": "postgresql:///x", "DEFAULT_LANGUAGE": "ua"}
    command = [sys.executable, "-c", "import theatre_site.settings"]

    result = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)

    assert "DEFAULT_LANGUAGE is ru or uk, not ua." in result.stderr.splitlines()[-1]


def status(url):
    with urllib.request.urlopen(url) as response:
        return response.status


def complain(site, *arguments, **environment):
    process = start(site, *arguments, **environment)
    text, _ = process.communicate(timeout=20)
    return process.returncode, text


def left_behind(site, *, patience=3):
    """Processes that still work in the site's folder, a moment after it was closed."""
    deadline = time.monotonic() + patience
    while (found := processes_in(site)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def processes_in(folder):
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.cwd().startswith(str(folder)):
                found.append(process.cmdline())
    return found
