"""The settings of a server on the open web."""

import json
import os
import subprocess
import sys

import pytest
from django.core.management.utils import get_random_secret_key

from tests.audit.packages import holes, in_words

ASK = """
import django, json; django.setup()
from django.conf import settings
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT", "ADMIN_PATH"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def settings_with(**environment):
    """What Django says about the settings of this environment, and some of them."""
    server = {
        "SECRET_KEY": get_random_secret_key(),
        "ALLOWED_HOSTS": "tuz.example.org",
        "HTTPS": "1",
        "DEBUG": "0",
        "DJANGO_SETTINGS_MODULE": "theatre_site.settings",
    }
    environment = {**os.environ, **server, **environment}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # the browser's tests set it, and no server may
    return subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True)


def test_django_has_nothing_to_say_against_a_server():
    answer = settings_with()

    assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout.splitlines()[-1]) == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SECURE_SSL_REDIRECT": True,
        "ADMIN_PATH": "/admin/",
    }


def test_it_would_speak_up():
    assert "security.W004" in settings_with(HTTPS="0").stderr


@pytest.mark.parametrize("path", ["", "/", "ru", "media/x", "static", "a b", "../x", "x?y"])
def test_an_office_cannot_stand_where_visitors_are(path):
    assert "ADMIN_PATH is like" in settings_with(ADMIN_PATH=path).stderr


def test_an_office_stands_where_it_is_told():
    answer = settings_with(ADMIN_PATH="back/stage/")
    assert json.loads(answer.stdout.splitlines()[-1])["ADMIN_PATH"] == "/back/stage/"


def test_a_hole_in_a_package_is_named_and_silence_is_not_taken_for_peace():
    fine = {"name": "django", "version": "5.2.19", "vulns": []}
    broken = {"name": "pillow", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}
    unknown = {"name": "segno", "skip_reason": "not found"}

    assert holes([fine, broken, unknown]) == ["pillow 1.0: PYSEC-1"]
    assert in_words([fine, unknown]) == "No known holes in 1 of 2 packages."
    assert (
        in_words([unknown])
        == in_words([])
        == ("The list of known holes in packages cannot be reached from here: not checked.")
    )
