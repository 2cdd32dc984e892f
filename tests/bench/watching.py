"""An editor at work, and visitors who note which save they see and when they asked."""

import re
import subprocess
import sys
import threading
import time

from . import databases

EDITED = "bench-edited"
PAGE = f"/ru/news/{EDITED}/"
SAVE = re.compile(rb"save (\d+)\.")
FRESH_WITHIN = 1.0  # seconds


class Editor:
    """Saves every so many seconds; `commits`: {number: moment}."""

    def __init__(self, posts, *, pause, times):
        self.commits, self.failed = {}, []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.editing", str(pause), str(times)],
            env=databases.environment(posts),
            cwd=databases.ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            number, moment = line.split()
            if moment == "failed":
                self.failed.append(int(number))
            else:
                self.commits[int(number)] = float(moment)

    @property
    def is_working(self):
        return self.process.poll() is None

    def stop(self):
        if self.is_working:
            self.process.terminate()
        self.process.wait()
        self.reader.join(5)


class Visitor(threading.Thread):
    """Asks on a new connection each time; `seen`: [(moment of asking, number of the save, is it marked as stale)]."""

    def __init__(self, served, *, pause=0.02):
        super().__init__(daemon=True)
        self.served, self.pause = served, pause
        self.seen, self.statuses, self.going = [], [], True

    def run(self):
        while self.going:
            asked = time.time()
            status, headers, content = self.served.get(PAGE)
            found = SAVE.search(content)
            if status == 200 and found:
                self.seen.append((asked, int(found[1]), "Cache-Status" in headers))
            else:
                self.statuses.append((asked, status))
            time.sleep(self.pause)

    def stop(self):
        self.going = False
        self.join(60)


def too_old(visitors, commits):
    """[seconds by which it was too late, …]: what was shown although a newer save was committed more than a second
    before the visitor asked. What the site itself marks as stale, without a database, is counted elsewhere."""
    late = []
    for asked, number, is_marked in (each for visitor in visitors for each in visitor.seen):
        newer = [moment for save, moment in commits.items() if save > number and moment < asked - FRESH_WITHIN]
        if newer and not is_marked:
            late.append(asked - FRESH_WITHIN - min(newer))
    return late
