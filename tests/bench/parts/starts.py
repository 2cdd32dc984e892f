"""From `manage.py run`, as `make run` calls it, to the first page, on a second start: CPU and, by the clock, seconds.

The clock also shows what else the machine does.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.running_site import ENVIRONMENT, free_port

from .. import databases
from ..figures import Figure
from ..serving import Served

PATIENCE = 300
LONGEST, STARTS = 5, 3


def measure(options):
    with tempfile.TemporaryDirectory(prefix="theatre-bench-") as folder:
        start(Path(folder))
        found = [start(Path(folder)) for _ in range(STARTS)]
    seconds, cpu = map(min, zip(*found, strict=True))
    yield Figure("A second start until the first page, by the clock", seconds, "s", at_most=LONGEST)
    yield Figure("A second start until the first page, CPU without PostgreSQL", cpu, "s")


def start(folder):
    port, began = free_port(), time.monotonic()
    with (folder / "said").open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run", "--port", str(port)],
            cwd=databases.ROOT,
            env=ENVIRONMENT | {"VAR_DIR": str(folder / "var")},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    served = Served(process, port, folder / "said")
    try:
        while served.get("/ru/")[0] != 200:
            assert process.poll() is None, served.said()
            assert time.monotonic() < began + PATIENCE, served.said()
            time.sleep(0.02)
        return time.monotonic() - began, served.cpu_seconds()
    finally:
        process.terminate()
        process.wait(30)
