"""The bin for uploads: a deleted or replaced file leaves the web at once, and can be taken back for some weeks.

Every deletion passes the storage (see django-cleanup), so the storage is the place where nothing gets past. Renditions
are not kept: they are made again. No cron job: each deletion throws out what has lain here for too long, and so does
`manage.py empty_bin`.
"""

import os
import shutil
import time
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage

MADE_AGAIN = ("__processed__/", "share/", "readyz/")
DAY = 24 * 60 * 60


class WithBin:
    """For any storage that says how it does `move_to_bin`, `is_kept`, `put_back` and `throw_out_older_than`."""

    def delete(self, name):
        if str(name).startswith(MADE_AGAIN):
            return self.delete_for_good(name)
        throw_out_old_files(self)
        return self.move_to_bin(name)

    def delete_for_good(self, name):
        super().delete(name)

    def get_available_name(self, name, max_length=None):
        """No name of a file that lies in the bin: it may come back."""
        name = super().get_available_name(name, max_length)
        while self.is_kept(name):
            folder, base = os.path.split(name)
            other = Path(folder) / self.get_alternative_name(*os.path.splitext(base))
            name = super().get_available_name(str(other), max_length)
        return name


class StorageWithBin(WithBin, FileSystemStorage):
    """Two folders of this machine, or of a disk that machines share."""

    def move_to_bin(self, name):
        path = Path(self.path(name))
        if not path.is_file():
            return
        kept = place_of(name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, kept)
        os.utime(kept)  # from now on its days are counted

    def is_kept(self, name):
        return place_of(name).is_file()

    def put_back(self, name):
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place_of(name), path)

    def throw_out_older_than(self, moment):
        files = [path for path in Path(settings.BIN_ROOT).rglob("*") if path.is_file()]
        old = [path for path in files if path.stat().st_mtime < moment]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


def place_of(name):
    return Path(settings.BIN_ROOT) / name


def is_kept(name):
    return default_storage.is_kept(name)


def put_back(storage, name):
    """A copy, so that nothing is lost should the save fail; the bin's own one leaves with its days."""
    storage.put_back(name)


def throw_out_old_files(storage=default_storage):
    """How many."""
    return storage.throw_out_older_than(time.time() - settings.BIN_DAYS * DAY)
