"""How fast texts are indexed: posts of 300 words, in a database of its own, which it makes and drops."""

import subprocess
import sys

from .. import databases
from ..figures import Figure

SLOWEST = 50


def measure(options):
    databases.ready(0)
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.indexing"],
        env=databases.environment(0),
        cwd=databases.ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    yield Figure("Posts of 300 words indexed in a second of CPU", float(said.stdout), at_least=SLOWEST)
