"""Making an archive of the site while it is being used."""

import os
import shutil
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from . import tables, uploads
from .container import A_PIECE, ArchiveProblem, Writer
from .progress import Progress, in_megabytes

PARTIAL = ".partial"
NAMES = f"theatre-{'[0-9]' * 4}-{'[0-9]' * 2}-{'[0-9]' * 2}-{'[0-9]' * 6}.zip"
A_DAY = 24 * 60 * 60


def back_up(folder, *, keep=None, say=print):
    """The path of the new archive."""
    folder = prepared(folder)
    path = free_path(folder)
    partial = path.with_suffix(PARTIAL)
    say(f"· Backing up into {path}")
    try:
        with open(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file, Writer(file) as writer:
            write(writer, say)
        partial.rename(path)
    except OSError as reason:
        raise ArchiveProblem(f"The archive could not be written: {reason.strerror or reason}.") from reason
    finally:
        partial.unlink(missing_ok=True)
    say(f"· Done: {path.name}, {in_megabytes(path.stat().st_size)}")
    rotate(folder, keep, say)
    return path


def prepared(folder):
    folder = Path(folder).resolve()
    for public in [settings.MEDIA_ROOT, settings.STATIC_ROOT, settings.BIN_ROOT]:
        if folder.is_relative_to(Path(public).resolve()):
            raise ArchiveProblem(f"{folder} is no place for archives: what lies there is served or thrown out.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as reason:
        raise ArchiveProblem(f"{folder} cannot be made: {reason.strerror}.") from reason
    return folder


def free_path(folder):
    while (path := folder / f"theatre-{datetime.now():%Y-%m-%d-%H%M%S}.zip").exists():
        time.sleep(0.2)
    return path


def write(writer, say):
    """Files are looked for before and after the database's moment: nothing that its rows name can be missed."""
    before = {room: uploads.names_in(folder) for room, folder in uploads.rooms().items()}
    with tables.one_moment() as cursor:
        manifest = facts(cursor)
        after = {room: uploads.names_in(folder) for room, folder in uploads.rooms().items()}
        manifest["tables"] = write_tables(writer, cursor, say)
    manifest["files"] = write_files(writer, {room: before[room] | after[room] for room in before}, say)
    say("· Reading it back")
    writer.close(manifest)


def facts(cursor):
    recorder = MigrationRecorder(connection)
    if not recorder.has_table():
        raise ArchiveProblem("There is nothing to back up: the database is empty.")
    return {
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "postgresql": connection.pg_version,
        "migrations": sorted(recorder.applied_migrations()),
        "holds_files": uploads.are_here(),
    }


def write_tables(writer, cursor, say):
    found = tables.tables(cursor)
    progress = Progress("database", len(found), say)
    return [write_table(writer, cursor, name, columns, progress) for name, columns in found.items()]


def write_table(writer, cursor, name, columns, progress):
    member = f"database/{name}.txt"
    with writer.member(member, compressed=True) as stream:
        rows = tables.copy_out(cursor, name, columns, stream)
    progress.advance()
    sequences = tables.sequences(cursor, name, columns)
    return {"member": member, "table": name, "columns": columns, "rows": rows, "sequences": sequences} | stream.facts


def write_files(writer, names, say):
    """What an editor throws out at this very moment is not missed either: see `open_upload`."""
    if not uploads.are_here():
        say("  Uploads lie in a bucket and are not part of this archive: back the bucket up there.")
    everything = [(room, name) for room in names for name in sorted(names[room])]
    progress = Progress("uploads", len(everything), say)
    written = []
    for room, name in everything:
        if not uploads.can_be_named(name):
            say(f"  Left out, for its name is no text: {room}/{name!a}")
        elif file := uploads.open_upload(room, name):
            with file:
                written.append(write_file(writer, f"{room}/{name}", file))
        progress.advance()
    return written


def write_file(writer, member, file):
    with writer.member(member) as stream:
        shutil.copyfileobj(file, stream, A_PIECE)
    return {"member": member} | stream.facts


def rotate(folder, keep, say):
    """Only archives that this made, by their names; and what a crash has left of one."""
    for old in sorted(folder.glob(NAMES))[:-keep] if keep else []:
        old.unlink()
        say(f"· Thrown out: {old.name}")
    for left in folder.glob(NAMES.replace(".zip", PARTIAL)):
        with suppress(FileNotFoundError):
            if left.stat().st_mtime < time.time() - A_DAY:
                left.unlink()
