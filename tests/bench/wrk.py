"""wrk, and what it counted."""

import re
import subprocess
from dataclasses import dataclass

CONNECTIONS = 8


@dataclass
class Count:
    requests: int
    errors: int  # answers that are neither 2xx nor 3xx, and connections that failed
    seconds: float


def wrk(url, *, seconds, connections=CONNECTIONS, headers=(), script=None):
    said = start(url, seconds=seconds, connections=connections, headers=headers, script=script).communicate()[0]
    return count(said)


def start(url, *, seconds, connections=CONNECTIONS, headers=(), script=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s"]
    for name, value in headers:
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(script)]
    return subprocess.Popen([*command, url], stdout=subprocess.PIPE, text=True)


def count(said):
    found = re.search(r"(\d+) requests in ([\d.]+)(s|m)", said)
    statuses = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    errors = int(statuses[1] if statuses else 0) + sum(map(int, sockets.groups() if sockets else ()))
    return Count(int(found[1]), errors, float(found[2]) * (60 if found[3] == "m" else 1))
