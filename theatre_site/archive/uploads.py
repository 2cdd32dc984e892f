"""The files of the site. They have random names and never change, so it is enough to know which ones there are."""

import os
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages

MEDIA, BIN = "media", "bin"
STAGE = ".restoring"


def are_here():
    """Not in a bucket somewhere, which its keeper backs up."""
    return isinstance(storages["default"], FileSystemStorage)


def rooms():
    """{"media": folder, "bin": folder}"""
    return {MEDIA: Path(settings.MEDIA_ROOT), BIN: Path(settings.BIN_ROOT)} if are_here() else {}


def names_in(folder):
    """{"text/2026/a1.jpg", …}"""
    found = set()
    for place, folders, files in os.walk(folder):
        if Path(place) == folder and STAGE in folders:
            folders.remove(STAGE)
        found.update(Path(place, name).relative_to(folder).as_posix() for name in files)
    return found


def open_upload(room, name):
    """None if it has vanished. What was deleted since it was seen lies in the bin."""
    folders = rooms()
    for folder in [folders[MEDIA], folders[BIN]] if room == MEDIA else [folders[BIN]]:
        try:
            return (folder / name).open("rb")
        except FileNotFoundError:
            continue
    return None


def can_be_named(name):
    """Whatever the disk calls it, an archive is read on other machines too."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return "\\" not in name
