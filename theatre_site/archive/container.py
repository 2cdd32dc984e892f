"""The file itself. It is written from front to back, so that memory stays flat, and any file manager opens it.

The last 64 bytes, which a zip keeps as its comment, are the seal: the SHA-256 of every byte before them. One byte
less or another one anywhere, and the file is not what was written.
"""

import hashlib
import json
import os
import time
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

KIND, FORMAT = "archive of a theatre's site", 1
MANIFEST = "manifest.json"
MARK = b"theatre-site sha256:"
BLANK = b"0" * 64
A_PIECE = 1024 * 1024

FOREIGN = "This is no archive of this site."
DAMAGED = "The archive is damaged or incomplete."
NEWER = "The archive comes from a newer version of the site. Update the site first, then restore."


class ArchiveProblem(Exception):
    """Its text is for the person at the keyboard."""


class Measured:
    """Passes bytes on, in either direction, and knows how many they were and their SHA-256."""

    def __init__(self, file):
        self.file, self.size, self.digest = file, 0, hashlib.sha256()

    def write(self, data):
        self.count(data)
        return self.file.write(data)

    def read(self, size=A_PIECE):
        data = self.file.read(size)
        self.count(data)
        return data

    def count(self, data):
        self.size += len(data)
        self.digest.update(data)

    @property
    def facts(self):
        return {"size": self.size, "sha256": self.digest.hexdigest()}


# Writing


class Writer:
    def __init__(self, file):
        self.file = file
        self.zip = ZipFile(file, "w")
        self.zip.comment = MARK + BLANK

    @contextmanager
    def member(self, name, *, compressed=False):
        entry = ZipInfo(name, time.localtime()[:6])
        entry.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
        with self.zip.open(entry, "w", force_zip64=True) as stream:
            yield Measured(stream)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        """Lets go of the file, whatever became of it."""
        with suppress(OSError, ValueError):
            self.zip.close()

    def close(self, manifest):
        """Writes the manifest, reads everything back from the disk, and seals it."""
        with self.member(MANIFEST, compressed=True) as stream:
            stream.write(json.dumps({"kind": KIND, "format": FORMAT, **manifest}, ensure_ascii=False).encode())
        self.zip.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        with ZipFile(self.file) as written:
            if damaged := written.testzip():
                raise ArchiveProblem(f"What was written cannot be read back ({damaged}). Is the disk all right?")
        seal = seal_of(self.file)
        self.file.seek(-len(BLANK), os.SEEK_END)
        self.file.write(seal)
        self.file.flush()
        os.fsync(self.file.fileno())


def seal_of(file, progress=None):
    """Of every byte before the seal."""
    left = file.seek(0, os.SEEK_END) - len(BLANK)
    file.seek(0)
    digest = hashlib.sha256()
    while left and (piece := file.read(min(left, A_PIECE))):
        digest.update(piece)
        left -= len(piece)
        if progress:
            progress.advance(len(piece))
    return digest.hexdigest().encode()


# Reading


class Reader:
    """An archive that is whole, and ours, and of a format that is understood; else ArchiveProblem."""

    def __init__(self, file, progress=None):
        check_seal(file, progress)
        try:
            self.zip = ZipFile(file)
            self.manifest = json.loads(self.zip.read(MANIFEST))
        except (BadZipFile, KeyError, ValueError) as reason:
            raise ArchiveProblem(FOREIGN) from reason
        check_kind(self.manifest)
        self.check_members()

    def check_members(self):
        names = [member["member"] for member in [*self.manifest["tables"], *self.manifest["files"]]]
        if sorted([*names, MANIFEST]) != sorted(self.zip.namelist()):
            raise ArchiveProblem(DAMAGED)
        if any(is_outside(name) for name in names):
            raise ArchiveProblem(FOREIGN)

    @contextmanager
    def opened(self, member):
        """The content; raises afterwards if it is not what the manifest says."""
        with self.zip.open(member["member"]) as stream:
            content = Measured(stream)
            yield content
        if content.facts != {name: member[name] for name in content.facts}:
            raise ArchiveProblem(f"{DAMAGED} ({member['member']})")


def check_seal(file, progress):
    file.seek(0)
    begins_as_zip = file.read(4) == b"PK\x03\x04"
    size = file.seek(0, os.SEEK_END)
    ending = len(MARK) + len(BLANK)
    if not begins_as_zip or size < ending:
        raise ArchiveProblem(FOREIGN if size else DAMAGED)
    file.seek(-ending, os.SEEK_END)
    mark, seal = file.read(len(MARK)), file.read()
    if mark != MARK:
        raise ArchiveProblem(FOREIGN if is_complete_zip(file) else DAMAGED)
    if seal != seal_of(file, progress):
        raise ArchiveProblem(DAMAGED)


def is_complete_zip(file):
    try:
        with ZipFile(file) as archive:
            return MANIFEST not in archive.namelist()
    except BadZipFile:
        return False


def check_kind(manifest):
    if not isinstance(manifest, dict) or manifest.get("kind") != KIND:
        raise ArchiveProblem(FOREIGN)
    if manifest["format"] > FORMAT:
        raise ArchiveProblem(NEWER)


def is_outside(name):
    """Would leave its folder."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name
