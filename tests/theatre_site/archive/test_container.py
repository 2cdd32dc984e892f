"""An archive is whole and ours, or it is refused."""

import io
import json
from zipfile import ZipFile

import pytest

from theatre_site.archive.container import (
    DAMAGED,
    FOREIGN,
    FORMAT,
    MANIFEST,
    NEWER,
    ArchiveProblem,
    Reader,
    Writer,
)

ROWS, PHOTO = b"1\tone\n2\ttwo\n" * 500, bytes(range(256)) * 20


def written(*, rows="database/news_post.txt", **manifest):
    file = io.BytesIO()
    file.fileno = lambda: None
    with Writer(file) as writer:
        with writer.member(rows, compressed=True) as stream:
            stream.write(ROWS)
        table = {"member": rows} | stream.facts
        with writer.member("media/a.jpg") as stream:
            stream.write(PHOTO)
        photo = {"member": "media/a.jpg"} | stream.facts
        writer.close({"tables": [table], "files": [photo], **manifest})
    return file.getvalue()


@pytest.fixture(autouse=True)
def _memory_needs_no_fsync(monkeypatch):
    monkeypatch.setattr("os.fsync", lambda number: None)


def refusal(content):
    with pytest.raises(ArchiveProblem) as problem:
        Reader(io.BytesIO(content))
    return str(problem.value)


def test_what_was_written_is_read_again():
    reader = Reader(io.BytesIO(written()))

    (table,), (photo,) = reader.manifest["tables"], reader.manifest["files"]
    with reader.opened(table) as content:
        assert content.read(10**6) == ROWS
    with reader.opened(photo) as content:
        assert content.read(10**6) == PHOTO
    assert (photo["size"], len(photo["sha256"])) == (len(PHOTO), 64)


def test_another_byte_anywhere_is_seen():
    content = written()
    places = range(0, len(content), 37)

    for place in places:
        damaged = bytearray(content)
        damaged[place] ^= 0b100
        assert refusal(bytes(damaged)) in {DAMAGED, FOREIGN}
    assert len(places) > 150


def test_a_piece_less_anywhere_is_seen():
    content = written()

    assert {refusal(content[:length]) for length in range(4, len(content), 61)} == {DAMAGED, FOREIGN}
    assert refusal(content[:-1]) == DAMAGED
    assert refusal(content[: len(content) // 2]) == DAMAGED
    assert refusal(content + b"\0") == DAMAGED
    assert refusal(b"") == DAMAGED


def test_other_files_are_no_archives():
    other = io.BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr("photo.jpg", PHOTO)

    assert refusal(other.getvalue()) == FOREIGN
    assert refusal(b"PGDMP a dump of PostgreSQL, or anything else" * 10) == FOREIGN
    assert refusal(written(kind="another thing")) == FOREIGN


def test_a_later_format_is_newer():
    assert refusal(written(format=FORMAT + 1)) == NEWER


@pytest.mark.parametrize("name", ["../rows.txt", "/etc/passwd", "media/../../x", "media\\..\\x"])
def test_nothing_leaves_its_folder(name):
    assert refusal(written(rows=name)) == FOREIGN


def test_what_the_manifest_names_is_there_and_nothing_else():
    assert refusal(written(files=[])) == DAMAGED
    assert refusal(written(tables=[{"member": "database/x.txt"}])) == DAMAGED


def test_a_member_that_is_another_than_its_manifest_says_is_refused_after_reading():
    manifest = json.loads(ZipFile(io.BytesIO(written())).read(MANIFEST))
    manifest["files"][0]["sha256"] = "0" * 64
    reader = Reader(io.BytesIO(written(files=manifest["files"])))

    with pytest.raises(ArchiveProblem, match="media/a.jpg"), reader.opened(manifest["files"][0]) as content:
        content.read(10**6)
