"""gunicorn as deploy/ runs it, around the site or around one of the limits, and what it uses."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import psutil

from tests.running_site import free_port

from . import databases

SITE = "theatre_site.wsgi"
BARE = "tests.bench.limits.bare"
CONSTANT = "tests.bench.limits.constant"
PATIENCE = 60  # seconds


class Served:
    def __init__(self, process, port, log):
        self.process, self.port, self.log = psutil.Process(process.pid), port, log
        self.url = f"http://127.0.0.1:{port}"

    @property
    def workers(self):
        return self.process.children()

    def cpu_seconds(self):
        """Of the master and its workers, those included that have ended."""
        times = [self.process.cpu_times(), *(worker.cpu_times() for worker in self.workers)]
        return sum(each.user + each.system for each in times) + times[0].children_user + times[0].children_system

    def said(self):
        return self.log.read_text(errors="replace")

    def get(self, path, **headers):
        """(status, headers, content) on a connection of its own; status 0 if there was none."""
        request = urllib.request.Request(self.url + path, headers={"Connection": "close", **headers})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read()
        except OSError:
            return 0, {}, b""


@contextmanager
def gunicorn(posts, *, app=SITE, workers=1, port=None, **environment):
    """What `app` serves over the database of so many posts."""
    databases.ready(posts)
    databases.collect_static()
    port = port or free_port()
    log = databases.FOLDER / f"gunicorn-{port}.log"
    environment = databases.environment(posts, PORT=port, WEB_CONCURRENCY=workers, LOG_LEVEL="warning", **environment)
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    # app on the command line goes before the one of the configuration
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, app], cwd=databases.ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    served = Served(process, port, log)
    try:
        wait_until_open(served)
        yield served
    finally:
        process.terminate()
        process.wait(30)


def wait_until_open(served):
    deadline = time.monotonic() + PATIENCE
    while served.get("/robots.txt")[0] == 0:
        if not served.process.is_running() or time.monotonic() > deadline:
            raise RuntimeError(f"gunicorn did not open:\n{served.said()}")
        time.sleep(0.1)
