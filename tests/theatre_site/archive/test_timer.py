"""The nightly backup of a server with systemd."""

import shutil
import subprocess
from configparser import ConfigParser

import pytest
from django.conf import settings

from theatre_site.management.commands.backup import Command

FOLDER = settings.BASE_DIR / "deploy" / "systemd"


def unit(name):
    content = ConfigParser(strict=False, interpolation=None)
    content.optionxform = str
    content.read(FOLDER / name)
    return content


def test_it_runs_our_command_as_the_site_does():
    service = unit("theatre-backup.service")["Service"]
    python, manage, command, *arguments = service["ExecStart"].split()

    options = Command().create_parser(manage, command).parse_args(arguments)

    assert (python, manage, command) == ("/srv/theatre-site/.venv/bin/python", "manage.py", "backup")
    assert options.keep == 14
    assert (service["User"], service["EnvironmentFile"]) == ("theatre", "/etc/theatre-site/env")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_understands_when():
    when = unit("theatre-backup.timer")["Timer"]["OnCalendar"]

    checked = subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, text=True)

    assert (checked.returncode, "04:15:00" in checked.stdout) == (0, True)
