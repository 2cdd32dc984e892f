"""wrk, and what it counted."""

import re
import signal
import subprocess
import time
from dataclasses import dataclass

CONNECTIONS = 8
SECONDS_IN = {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}


@dataclass
class Count:
    requests: int
    errors: int  # answers that are neither 2xx nor 3xx, and connections that failed
    seconds: float


def wrk(url, *, seconds, connections=CONNECTIONS, headers=(), script=None):
    said = start(url, seconds=seconds, connections=connections, headers=headers, script=script).communicate()[0]
    return count(said)


def wrk_briefly(url, *, seconds, headers=()):
    """For a part of a second, which wrk itself does not know."""
    process = start(url, seconds=60, headers=headers)
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    return count(process.communicate()[0])


def start(url, *, seconds, connections=CONNECTIONS, headers=(), script=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s"]
    for name, value in headers:
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(script)]
    return subprocess.Popen([*command, url], stdout=subprocess.PIPE, text=True)


def count(said):
    found = re.search(r"(\d+) requests in ([\d.]+)(us|ms|s|m)", said)
    statuses = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    errors = int(statuses[1] if statuses else 0) + sum(map(int, sockets.groups() if sockets else ()))
    return Count(int(found[1]), errors, float(found[2]) * SECONDS_IN[found[3]])
