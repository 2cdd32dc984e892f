"""Known holes in the packages the site runs on, for `make check`. Without the list of PyPI it says so and passes."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AUDIT = ["-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner=off", "--timeout=10", "--format=json"]
PATIENCE = 120


def main():
    packages = audited(ROOT / "requirements.txt")
    print(in_words(packages))
    sys.exit(1 if holes(packages) else 0)


def audited(requirements):
    """[{"name": …, "version": …, "vulns": […]} or {"name": …, "skip_reason": …}, …]; nothing if nobody answers."""
    command = [sys.executable, *AUDIT, "--requirement", str(requirements)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        return json.loads(answer.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError):
        return []


def holes(packages):
    return [f"{each['name']} {each['version']}: {hole['id']}" for each in packages for hole in each.get("vulns", [])]


def in_words(packages):
    if found := holes(packages):
        return "\n".join(["Packages with known holes; take newer ones:", *found])
    asked = [each for each in packages if "skip_reason" not in each]
    if not asked:
        return "The list of known holes in packages cannot be reached from here: not checked."
    return f"No known holes in {len(asked)} of {len(packages)} packages."


if __name__ == "__main__":
    main()
