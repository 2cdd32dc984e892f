import os
from contextlib import contextmanager
from itertools import count

import pytest

from tests.theatre_site.archive.sites import Site, on_server

numbers = count(1)

# Rows that the sample content has none of, words that a file of text may stumble over, a deleted picture, a session
MORE = r"""
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.storage import default_storage
from tests import factories
from theatre_site import staff
factories.create_member_of(staff.NEWS_EDITOR, password="x")
strange = {"title_ru": "Ё \\N \t \\. “ʼ” 🎭", "lead_uk": "один\nдва\r\n\\"}
factories.create_post(**strange, slug="strange", image=factories.picture())
default_storage.delete(factories.create_text_picture().image.name)
SessionStore().create()
"""


@contextmanager
def database(template="template0"):
    name = f"archive_{os.getpid()}_{next(numbers)}"
    on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield name
    finally:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="package")
def filled(tmp_path_factory):
    """A site with everything; nobody changes it."""
    with database() as name:
        site = Site(name, tmp_path_factory.mktemp("filled"))
        site.manage("migrate", "-v0")
        site.manage("load_sample", "-v0")
        site.manage("createinitialrevisions", "-v0")
        made = site.python(MORE)
        assert made.returncode == 0, made.stderr
        yield site


@pytest.fixture(scope="package")
def archive(filled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    made = filled.manage("backup", "--to", folder)
    assert made.returncode == 0, made.stderr
    (path,) = folder.iterdir()
    return path


@pytest.fixture
def empty(tmp_path):
    with database() as name:
        yield Site(name, tmp_path / "empty")


@pytest.fixture
def other(filled, tmp_path):
    """A site of the same rows, changed since, and of other files; one has the same name and another content."""
    with database(template=filled.database) as name:
        site = Site(name, tmp_path / "other")
        changed = site.python(
            "from news.models import Post\nfrom tests.factories import create_post, picture\n"
            "create_post(image=picture()); Post.objects.first().delete()"
        )
        assert changed.returncode == 0, changed.stderr
        shared = sorted(filled.files())[0]
        (site.folder / shared).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / shared).write_bytes(b"another content")
        yield site
