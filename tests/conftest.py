"""What all tests share: the database of this machine, and nothing that is slow or lasting."""

import os

import psycopg2
import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string

from theatre_site import local_defaults

os.environ["DJANGO_SETTINGS_MODULE"] = "theatre_site.settings"
os.environ["DEBUG"] = "0"

try:
    local_defaults.fill_in()
except local_defaults.LocalProblem as problem:
    pytest.exit(str(problem), returncode=1)


def pytest_configure():
    """Before pytest-django opens the site."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = True  # looks for no collected files when it starts
    try:
        psycopg2.connect(os.environ["DATABASE_URL"]).close()
    except psycopg2.OperationalError as error:
        pytest.exit(f"The database does not answer: {str(error).splitlines()[0]}", returncode=1)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart():
    """Processes that share the work begin as this one did: their site opens after the changes above, not before."""
    os.environ.pop("DJANGO_SETTINGS_MODULE")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """A test that commits ends by emptying every table; what Django's `post_migrate` does not put back then, we do."""
    told_last = [app for app in apps.get_app_configs() if app.models_module][-1]  # by then all rights are there
    post_migrate.connect(staff_groups_come_back, sender=told_last)


def staff_groups_come_back(sender, **kwargs):
    import_string("theatre_site.staff.make_groups")(apps)


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.BIN_ROOT = tmp_path / "bin"
    return settings.MEDIA_ROOT
