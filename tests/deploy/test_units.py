"""The systemd units of deploy/systemd: well-formed, hardened, and a restart that no visitor notices."""

import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import httpx
import pytest
from django.conf import settings
from django.core.management import get_commands

from tests.deploy.conftest import NAME
from tests.machines import GUNICORN
from tests.running_site import ENVIRONMENT
from theatre_site.embedded_postgres import PrivatePostgres

UNITS = Path(settings.BASE_DIR) / "deploy" / "systemd"
HOME = "/srv/theatre-site"
ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is missing")


def values_of(name, key):
    return re.findall(rf"^{key}=(.*)$", (UNITS / name).read_text(), re.MULTILINE)


@pytest.fixture
def units(tmp_path):
    """As they would be on a machine that has the site, here under another folder."""
    home = tmp_path / "home"
    for program in ("gunicorn", "python"):
        path = home / ".venv" / "bin" / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o755)
    for unit in UNITS.iterdir():
        (tmp_path / unit.name).write_text(unit.read_text().replace(HOME, str(home)))
    return sorted(path for path in tmp_path.iterdir() if path.is_file())


@needs_systemd
def test_systemd_finds_nothing_to_complain_of(units):
    result = subprocess.run([ANALYZE, "verify", "--man=no", *units], capture_output=True, text=True)

    assert (result.stderr, result.returncode) == ("", 0)


@needs_systemd
@pytest.mark.parametrize("name", ["theatre-site.service", "theatre-site-daily.service"])
def test_a_service_may_do_little_beside_its_work(units, name):
    [unit] = [path for path in units if path.name == name]
    command = [ANALYZE, "security", "--offline=true", "--threshold=20", unit]  # of 100; many a service has 96
    result = subprocess.run(command, capture_output=True, text=True)

    assert result.returncode == 0, result.stdout
    values = {key: values_of(name, key) for key in ("NoNewPrivileges", "ProtectSystem", "User", "EnvironmentFile")}
    assert values == {
        "NoNewPrivileges": ["yes"],
        "ProtectSystem": ["strict"],
        "User": ["theatre"],
        "EnvironmentFile": ["/etc/theatre-site/env"],
    }


def test_what_the_units_start_exists():
    [gunicorn] = values_of("theatre-site.service", "ExecStart")
    daily = values_of("theatre-site-daily.service", "ExecStart")

    assert gunicorn == f"{HOME}/.venv/bin/gunicorn -c deploy/gunicorn.conf.py"
    assert [line.rpartition(" ")[0] for line in daily] == [f"{HOME}/.venv/bin/python manage.py"] * len(daily)
    assert {line.rpartition(" ")[2] for line in daily} <= set(get_commands())
    assert set(re.findall(r'^"\$@" (\w+)', (UNITS.parent / "prepare").read_text(), re.MULTILINE)) <= set(get_commands())


def test_a_new_version_is_prepared_step_by_step():
    said = subprocess.run([UNITS.parent / "prepare", "echo"], capture_output=True, text=True, check=True).stdout

    assert said.splitlines() == [
        "migrate --noinput",
        "process_imagefields --all --no-parallel",
        "createinitialrevisions",
        "reindex_search --missing",
    ]
    for script in ("prepare", "manage"):
        assert subprocess.run(["sh", "-n", UNITS.parent / script]).returncode == 0


def test_nginx_looks_for_the_site_where_systemd_opens_it():
    [where] = values_of("theatre-site.socket", "ListenStream")

    assert f"unix:{where}" in (UNITS.parent / "nginx" / "theatre-site.conf.template").read_text()
    assert f"unix:{where}" in (UNITS.parents[1] / "README.md").read_text()


@pytest.fixture
def listening(tmp_path):
    """A socket that systemd would hold."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "web.sock"))
        listening.listen(64)
        yield listening


@pytest.fixture
def start(site, var, listening):
    """Starts the site as theatre-site.service does: with the socket open already."""
    environment = ENVIRONMENT | {
        "ALLOWED_HOSTS": NAME,
        "DATABASE_URL": PrivatePostgres(var / "postgres").url,
        "SECRET_KEY": (var / "secret_key").read_text(),
        "VAR_DIR": str(var),
        "WEB_CONCURRENCY": "1",
    }
    as_third = f'exec 3<&{listening.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"'
    started = []

    def start():
        process = subprocess.Popen(
            ["bash", "-c", as_third, "bash", *GUNICORN],
            cwd=settings.BASE_DIR,
            env=environment,
            pass_fds=[listening.fileno()],
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.wait(30)


def wait_for_more(statuses):
    enough = len(statuses) + 20
    while len(statuses) < enough:
        time.sleep(0.05)


def test_a_reload_and_a_restart_lose_no_visitor(start, listening):
    visitors = httpx.HTTPTransport(uds=listening.getsockname(), limits=httpx.Limits(max_keepalive_connections=0))
    statuses, over = [], threading.Event()

    def come_again_and_again():
        with httpx.Client(transport=visitors, base_url=f"http://{NAME}", timeout=120) as visitor:
            while not over.is_set():
                statuses.append(visitor.get("/ru/").status_code)
                time.sleep(0.02)

    before = start()
    visiting = threading.Thread(target=come_again_and_again)
    visiting.start()
    wait_for_more(statuses)
    before.send_signal(signal.SIGHUP)
    wait_for_more(statuses)
    before.terminate()
    before.wait(30)
    start()
    wait_for_more(statuses)
    over.set()
    visiting.join()

    assert set(statuses) == {200}
