"""A site goes into an archive and comes back: every row of every table, every file."""

import sys

import pytest


def without_sessions(rows):
    return rows | {"django_session": []}


def check_same(site, filled):
    assert site.rows() == without_sessions(filled.rows())
    assert site.structure() == filled.structure()
    assert site.files() == filled.files()
    assert site.schemas() == []


MAKE = ["make", "-o", ".venv/ready", f"PYTHON={sys.executable}"]
WRITES_A_POST = """
from django.test import Client
from tests.factories import create_post
create_post(title_ru="Новое", slug="new")
feed = Client().get("/ru/news/feed/", headers={"host": "127.0.0.1"})
print(feed.status_code, "Новое" in feed.content.decode())
"""


def test_an_empty_installation_becomes_the_same_site_by_the_commands_of_the_readme(filled, empty, tmp_path):
    folder = tmp_path / "мои архивы"

    made = filled.run([*MAKE, "backup", f"DIR={folder}", "KEEP=2"])
    (path,) = folder.iterdir()
    refused = empty.run([*MAKE, "restore"])
    asked = empty.run([*MAKE, "restore", f"FILE={path}"], typed="no\n")
    done = empty.run([*MAKE, "restore", f"FILE={path}", "YES=1"])

    assert [each.returncode for each in (made, refused, asked, done)] == [0, 2, 2, 0], done.stderr
    assert len(filled.rows()["news_post"]) > 5
    assert {name.partition("/")[0] for name in filled.files()} == {"media", "bin"}
    check_same(empty, filled)
    assert empty.python(WRITES_A_POST).stdout == "200 True\n"  # it goes on counting


def test_another_site_is_replaced_by_it_whole(filled, archive, other):
    assert other.state() != filled.state()

    done = other.manage("restore", archive, typed="restore\n")

    assert (done.returncode, done.stderr) == (0, "")
    check_same(other, filled)


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "no\n"])
def test_without_the_word_nothing_is_changed(archive, other, typed):
    before = other.state()

    done = other.manage("restore", archive, typed=typed)

    assert done.returncode == 1
    assert "REPLACES all that this site has now" in done.stdout
    assert done.stderr.strip().endswith("CommandError: Nothing was changed.")
    assert other.state() == before


def test_an_older_archive_is_brought_up_to_date(filled, other, empty, tmp_path):
    """As it was before the site had a search."""
    back = other.manage("migrate", "theatre_site", "0014", "-v0")
    other.manage("backup", "--to", tmp_path / "old")
    (path,) = (tmp_path / "old").iterdir()

    done = empty.manage("restore", path, "--yes")

    assert (back.returncode, done.returncode) == (0, 0), back.stderr + done.stderr
    assert "Bringing it up to date" in done.stdout
    titles = "from news.models import Post; print(sorted(Post.objects.values_list('pk', 'title_ru')))"
    missing = "from news.models import Post; print(Post.objects.filter(search=None).count())"
    assert other.manage("migrate", "-v0").returncode == 0
    assert empty.python(titles).stdout == other.python(titles).stdout
    assert empty.python(missing).stdout == "0\n"
    assert empty.structure() == filled.structure() | {"sequences": empty.structure()["sequences"]}


def test_no_secret_goes_along_but_the_hashes_of_passwords(filled, archive):
    from zipfile import ZipFile

    with ZipFile(archive) as content:
        everything = b"".join(content.read(name) for name in content.namelist())
        sessions = content.read("database/django_session.txt")

    assert len(filled.rows()["django_session"]) == 1
    assert sessions == b""
    assert filled.rows()["django_session"][0].partition("\t")[0].encode() not in everything
    assert b"pbkdf2_sha256$" in everything
