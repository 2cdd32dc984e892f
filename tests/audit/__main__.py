"""`make audit`: see README.md beside this file."""

import shutil
import sys
from pathlib import Path

from tests.audit.judges import CATEGORIES, html_messages, install, scores
from tests.audit.pages import MEASURED, all_pages
from tests.running_site import running

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ["node", "npm", "java", "chromium"]


def main():
    if absent := [program for program in NEEDED if not shutil.which(program)]:
        sys.exit(f"The audit needs {', '.join(absent)}, which this machine does not have.")
    folder = ROOT / "var" / "audit"
    shutil.rmtree(folder / "site", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    print("· Installing Lighthouse and the Nu HTML checker")
    install(folder)
    print("· Opening a freshly filled site")
    with running(ROOT, patience=90, notes=folder, VAR_DIR=str(folder / "site")) as (_, site):
        fine = [html_is_valid(folder, site), pages_are_fast(folder, site)]
    sys.exit(0 if all(fine) else "The audit found something, see above.")


def html_is_valid(folder, site):
    pages = all_pages(site)
    messages = html_messages(folder, pages)
    for path, line, words in messages:
        print(f"{path}:{line}: {words}")
    print(f"Nu HTML checker: {len(pages)} pages, {len(messages)} errors and warnings")
    return not messages


def pages_are_fast(folder, site):
    print(f"{'Lighthouse, phone, median of 3':50}", *(f"{name:>15}" for name in CATEGORIES))
    fine = True
    for path in MEASURED:
        found = scores(folder, site + path)
        fine = fine and all(found[name] >= wanted for name, wanted in CATEGORIES.items())
        print(f"{path:50}", *(f"{found[name]:15.0f}" for name in CATEGORIES))
    return fine


if __name__ == "__main__":
    main()
