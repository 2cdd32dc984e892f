"""python -m tests.bench [part …]: what the site costs and what it bears. README.md says more."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from . import databases
from .figures import table

PARTS = ["kept", "front", "made", "search", "memory", "starts", "edits", "load", "hostile"]


def main():
    options = read_options()
    if options.forget:
        databases.forget()
        return 0
    databases.open_server()
    figures = []
    try:
        for name in options.parts:
            print(f"· {name}", file=sys.stderr, flush=True)
            for figure in import_module(f"tests.bench.parts.{name}").measure(options):
                print(f"  {figure.name}: {figure.said} {figure.limit} {figure.verdict}", file=sys.stderr, flush=True)
                figures.append(figure)
    finally:
        databases.server.leave()
    print(table(figures))
    if options.markdown:
        options.markdown.write_text(table(figures) + "\n")
    return int(any("missed" in each.verdict for each in figures))


def read_options(words=None):
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    # without `choices`, by which argparse would judge the list of all of them as if it were one
    parser.add_argument("parts", nargs="*", default=PARTS, metavar="part", help=", ".join(PARTS))
    parser.add_argument("--seconds", type=int, default=600, help="length of the load under edits (600)")
    parser.add_argument("--markdown", type=Path, help="a file for the table")
    parser.add_argument("--forget", action="store_true", help="remove the databases of the last run, and do no more")
    options = parser.parse_args(words)
    for unknown in set(options.parts) - set(PARTS):
        parser.error(f"there is no part {unknown!r}; there are {', '.join(PARTS)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
