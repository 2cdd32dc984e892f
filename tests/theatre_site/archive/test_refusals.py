"""What cannot be restored changes nothing, and what is interrupted leaves the old site or the new one."""

import json
import os
import resource
import signal
from zipfile import ZipFile

import pytest

from theatre_site.archive import ArchiveProblem, Restoration
from theatre_site.archive.container import DAMAGED, FOREIGN, MANIFEST, NEWER, Writer

LITTLE = 2_000


def damaged(archive, path):
    content = bytearray(archive.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)


def cut_off(archive, path):
    path.write_bytes(archive.read_bytes()[:-1000])


def foreign(archive, path):
    with ZipFile(path, "w") as other:
        other.writestr("photo.jpg", b"photo")


def newer(archive, path):
    with ZipFile(archive) as source:
        manifest = json.loads(source.read(MANIFEST))
        manifest["migrations"].append(["news", "0999_tomorrow"])
        with path.open("w+b") as file, Writer(file) as writer:
            for name in source.namelist():
                if name != MANIFEST:
                    with writer.member(name) as stream:
                        stream.write(source.read(name))
            writer.close(manifest)


REFUSED = [(damaged, DAMAGED), (cut_off, DAMAGED), (foreign, FOREIGN), (newer, f"{NEWER} (Unknown here: news.0999_")]


@pytest.fixture
def bad(archive, tmp_path):
    def make(spoil):
        path = tmp_path / "bad.zip"
        spoil(archive, path)
        return path

    return make


def test_a_bad_archive_is_refused_before_anything_is_touched(bad, other):
    before = other.state()

    for spoil, reason in REFUSED:
        done = other.manage("restore", bad(spoil), "--yes")
        assert done.returncode == 1
        assert f"CommandError: {reason}" in done.stderr
        assert done.stderr.count("\n") == 1
    assert "cannot be read: No such file" in other.manage("restore", "nowhere.zip", "--yes").stderr

    assert other.state() == before


def test_a_full_disk_leaves_the_old_site(archive, other):
    before = other.state()

    done = other.manage("restore", archive, "--yes", before=no_larger_files_than(LITTLE))

    assert done.returncode == 1
    assert "could not be restored, and the site is as it was" in done.stderr
    assert other.state() == before


def test_a_full_disk_leaves_no_half_archive(filled, tmp_path):
    done = filled.manage("backup", "--to", tmp_path / "full", before=no_larger_files_than(LITTLE))

    assert done.returncode == 1
    assert done.stderr.strip() == "CommandError: The archive could not be written: File too large."
    assert list((tmp_path / "full").iterdir()) == []


def no_larger_files_than(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


# Power cuts

KILLED = """
from theatre_site.archive import laying, restoring, schemas
from django.core.management import call_command
{thing} = lambda *a, **k: os._exit(9)
call_command("restore", sys.argv[1], yes=True)
"""
BREAKS = """
from theatre_site.archive import schemas
from django.core.management import call_command
def full(*a): raise OSError(28, "No space left on device")
schemas.fill = full
call_command("restore", sys.argv[1], yes=True)
"""


MEANWHILE = """
import subprocess
from django.core.management import call_command
from theatre_site.archive import making
write_tables = making.write_tables
late = "import django; django.setup(); from tests.factories import create_rubric; create_rubric(slug='late')"
def meanwhile(*a):
    subprocess.run([sys.executable, "-c", late], check=True)
    return write_tables(*a)
making.write_tables = meanwhile
call_command("backup", to=sys.argv[1])
"""


@pytest.mark.parametrize(
    "thing", ["laying.Room.write_plan", "schemas.fill", "schemas.take_the_place", "schemas.objects"]
)
def test_a_power_cut_before_the_database_is_replaced_leaves_the_old_site(archive, other, thing):
    rows, structure, files, _ = other.state()

    killed = other.python(KILLED.format(thing=thing), archive)
    assert killed.returncode == 9
    assert other.rows() == rows
    assert files.items() <= other.files().items()

    other.python(BREAKS, archive)  # the next start clears away, whatever becomes of it
    assert other.state() == (rows, structure, files, [])


@pytest.mark.parametrize("thing", ["restoring.Restoration.finish", "laying.Room.clear"])
def test_a_power_cut_after_it_leaves_the_new_site_and_the_next_start_tidies_up(archive, other, filled, thing):
    killed = other.python(KILLED.format(thing=thing), archive)
    assert killed.returncode == 9
    assert other.rows() == filled.rows() | {"django_session": []}
    assert filled.files().keys() <= other.files().keys()

    other.python(BREAKS, archive)
    assert other.state() == (filled.rows() | {"django_session": []}, filled.structure(), filled.files(), [])


def listen_to_ctrl_c():
    """A process that a script has started in the background does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_in_the_middle_leaves_the_old_site(archive, other):
    before = other.state()

    interrupted = other.python(
        KILLED.format(thing="schemas.take_the_place").replace("os._exit(9)", "os.kill(os.getpid(), 2)"),
        archive,
        before=listen_to_ctrl_c,
    )

    assert interrupted.returncode == -signal.SIGINT
    assert other.state() == before


def test_two_restores_do_not_meet(archive, other):
    before = other.state()
    inner = "call_command('restore', sys.argv[1], yes=True)"

    done = other.python(
        "from django.core.management import call_command\n"
        "from theatre_site.archive.restoring import only_one\n"
        f"with only_one():\n    {inner}",
        archive,
    )

    assert "Somebody is restoring this site just now." in done.stderr
    assert other.state() == before


def test_a_backup_sees_one_moment_while_somebody_writes(tmp_path, other):
    done = other.python(MEANWHILE, tmp_path / "moment")

    (path,) = (tmp_path / "moment").iterdir()
    with ZipFile(path) as content:
        assert b"late" not in content.read("database/news_rubric.txt")
    assert done.returncode == 0
    assert any("\tlate\t" in row for row in other.rows()["news_rubric"])
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_uploads_that_have_no_place_here_are_not_lost_silently(archive, monkeypatch):
    monkeypatch.setattr("theatre_site.archive.uploads.are_here", lambda: False)

    with archive.open("rb") as file, pytest.raises(ArchiveProblem, match="keeps them in a bucket"):
        Restoration(file, say=lambda line: None)
