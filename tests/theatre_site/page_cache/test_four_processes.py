"""The site as gunicorn serves it, in four processes: each keeps pages of its own, and all must tell the same."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from tests.running_site import ENVIRONMENT, running
from theatre_site.embedded_postgres import PrivatePostgres

POST = "/ru/news/otkrylsya-44-teatralnyj-sezon/"
MANY = 24  # visits on lines of their own: no process of four is left out, but for one time in a thousand
RENAME = "from news.models import Post; Post.objects.filter(slug='otkrylsya-44-teatralnyj-sezon').update({})"


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("four")


@pytest.fixture(scope="module")
def site(var):
    with running(settings.BASE_DIR, patience=240, notes=var, VAR_DIR=str(var), WEB_CONCURRENCY="4") as (_, url):
        yield url


@pytest.fixture(scope="module")
def shell(site, var):
    """For saving from a process that is none of the four."""
    program = "import sys, traceback\nfor line in sys.stdin:\n    exec(line)\n    print('done', flush=True)"
    process = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", program],
        cwd=settings.BASE_DIR,
        env=ENVIRONMENT | {"VAR_DIR": str(var)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def run(line):
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "done\n"

    yield run
    process.stdin.close()
    process.wait(20)


def visit(url):
    """(status, headers, text), on a line of its own."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Connection": "close"}), timeout=30) as page:
            return page.status, page.headers, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def titles(url):
    return {visit(url)[2].partition("<h1")[2].partition("</h1>")[0].partition(">")[2].strip() for _ in range(MANY)}


def test_a_second_after_a_save_every_process_shows_it(site, shell):
    for number in range(4):
        shell(RENAME.format(f"title_ru='Название {number}'"))
        time.sleep(1)

        assert titles(site + POST) == {f"Название {number}"}


def test_a_post_appears_and_goes_at_its_moment_and_not_before(site, shell):
    begins = datetime.now().astimezone() + timedelta(seconds=4)
    ends = begins + timedelta(seconds=3)
    shell(RENAME.format(f"publish_at='{begins.isoformat()}', unpublish_at='{ends.isoformat()}'"))
    time.sleep(1)
    seen = []
    while datetime.now().astimezone() < ends + timedelta(seconds=1.5):
        asked = datetime.now().astimezone()
        status, *_ = visit(site + POST)
        seen.append((asked, status, datetime.now().astimezone()))

    assert {status for _, status, answered in seen if answered < begins} == {404}
    assert {status for asked, status, answered in seen if asked > begins and answered < ends} == {200}
    assert {status for asked, status, _ in seen if asked > ends} == {404}
    shell(RENAME.format("publish_at='2013-09-01T12:00:00Z', unpublish_at=None"))
    time.sleep(1)


@pytest.fixture
def postgres(var):
    return Server(var / "postgres")


class Server:
    """The database of the running site, taken away and brought back on the same socket."""

    def __init__(self, data):
        self.server = PrivatePostgres(Path(data))
        _, self.socket_folder = self.server.postmaster()

    def stop(self):
        assert self.server.pg_ctl("stop", "--mode=fast").returncode == 0
        os.makedirs(self.socket_folder, exist_ok=True)

    def start(self):
        options = f"--options=-k {self.socket_folder} -p 5432 -c listen_addresses="
        assert self.server.pg_ctl("start", "--log=server.log", options).returncode == 0


def test_without_the_database_kept_pages_go_on_and_others_say_when_to_ask_again(site, postgres):
    kept, other = site + "/ru/", site + "/uk/box-office/"
    with ThreadPoolExecutor(16) as at_once:  # so that none of the four is idle enough to take them all
        before = {page[0] for page in at_once.map(visit, [kept] * 10 * MANY)}
    postgres.stop()
    time.sleep(1)
    try:
        during = [visit(kept) for _ in range(MANY)]
        refused = [visit(other) for _ in range(4)]
        alive, ready = visit(f"{site}/healthz"), visit(f"{site}/readyz")
    finally:
        postgres.start()
    time.sleep(1)
    after = [visit(kept) for _ in range(MANY)] + [visit(other)]

    assert before == {200}
    assert {(status, str(headers["Cache-Status"]).partition("=")[0]) for status, headers, _ in during} == {
        (200, "kept-pages; hit; ttl")
    }
    assert {(status, headers["Retry-After"]) for status, headers, _ in refused} == {(503, "30")}
    assert ["6-46-01" in text for *_, text in refused] == [True] * 4
    assert (alive[0], ready[0], ready[2].splitlines()[0]) == (200, 503, "database: does not answer")
    assert {(status, headers["Cache-Status"]) for status, headers, _ in after} == {(200, None)}
