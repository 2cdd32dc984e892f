"""The Nu HTML checker and Lighthouse, as programs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
RUNS = 3
ATTEMPTS = 3  # it now and then loses the beginning of a visit and asks to be run again
CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def install(folder):
    """Puts both into the folder; npm does nothing where they are already."""
    shutil.copy(Path(__file__).with_name("package.json"), folder)
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run(command, cwd=folder, check=True)


def html_messages(folder, pages):
    """[(path, line, words), …]: the errors and warnings of the Nu HTML checker."""
    files = {folder / f"{number}.html": path for number, path in enumerate(pages)}
    for file, path in files.items():
        file.write_text(pages[path], "utf-8")
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", *files]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["messages"]
    return [
        (files[Path(message["url"].removeprefix("file:"))], message.get("lastLine"), message["message"])
        for message in said
        if message["type"] == "error" or message.get("subType") == "warning"
    ]


def scores(folder, url):
    """{category: median score of 0–100} of a page on a phone with a slow line, as Lighthouse imitates it."""
    runs = [one_visit(folder, url) for _run in range(RUNS)]
    return {name: median(run[name] for run in runs) for name in CATEGORIES}


def one_visit(folder, url):
    report = folder / "lighthouse.json"
    command = ["npx", "lighthouse", url, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    for _attempt in range(ATTEMPTS):
        environment = os.environ | {"CHROME_PATH": CHROMIUM}
        visit = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
        if not visit.returncode:
            categories = json.loads(report.read_text("utf-8"))["categories"]
            return {name: round(categories[name]["score"] * 100) for name in CATEGORIES}
    sys.exit(f"Lighthouse could not judge {url}:\n{visit.stderr[-600:]}")
