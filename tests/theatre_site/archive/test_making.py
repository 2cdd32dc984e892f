"""Archives in their folder, and files that vanish while they are read."""

import io
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from theatre_site.archive import uploads
from theatre_site.archive.container import ArchiveProblem, Writer
from theatre_site.archive.making import prepared, rotate, write_files


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "archives"
    folder.mkdir()
    for day in range(1, 6):
        (folder / f"theatre-2026-11-0{day}-041500.zip").touch()
    (folder / "theatre-of-my-own.zip").touch()
    (folder / "photos.zip").touch()
    return folder


def test_the_newest_are_kept_and_nothing_else_is_thrown_out(folder):
    rotate(folder, 2, say=lambda line: None)

    assert names(folder) == [
        "photos.zip",
        "theatre-2026-11-04-041500.zip",
        "theatre-2026-11-05-041500.zip",
        "theatre-of-my-own.zip",
    ]


def test_without_a_number_all_are_kept(folder):
    before = names(folder)

    rotate(folder, None, say=lambda line: None)

    assert names(folder) == before


def test_a_new_folder_is_for_its_owner_only(tmp_path):
    folder = prepared(tmp_path / "new" / "archives")

    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("below", ["", "archives"])
def test_no_archive_is_written_where_the_web_reads(media_root, below):
    with pytest.raises(ArchiveProblem, match="no place for archives"):
        prepared(media_root / below)


def test_what_is_thrown_out_meanwhile_is_taken_from_the_bin():
    for name in ["a.txt", "b.txt", "c.txt"]:
        default_storage.save(name, ContentFile(name.encode()))
    seen = {room: uploads.names_in(folder) for room, folder in uploads.rooms().items()}
    default_storage.delete("b.txt")
    (uploads.rooms()["media"] / "c.txt").unlink()

    assert archived(seen) == {"media/a.txt": b"a.txt", "media/b.txt": b"b.txt"}


def test_a_name_that_is_no_text_is_told_and_left_out(media_root):
    media_root.mkdir()
    (media_root / "good.txt").write_bytes(b"good")
    (media_root / "bad\udcff.txt").write_bytes(b"bad")
    told = []

    found = archived({"media": uploads.names_in(media_root)}, told.append)

    assert found == {"media/good.txt": b"good"}
    assert told[0] == "  Left out, for its name is no text: media/'bad\\udcff.txt'"


def archived(seen, say=lambda line: None):
    file = io.BytesIO()
    with Writer(file) as writer:
        write_files(writer, seen, say)
    with ZipFile(file) as content:
        return {name: content.read(name) for name in content.namelist()}
