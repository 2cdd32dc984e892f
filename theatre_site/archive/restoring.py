"""Bringing an archive back: all of it or nothing."""

from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from zipfile import BadZipFile

from django.core.management import call_command
from django.db import DatabaseError, connection

from . import schemas, uploads
from .container import ArchiveProblem, Reader
from .laying import Room
from .progress import Progress

ONLY_ONE = 7_468_656  # the number of the database's lock
HALF_WAY = "The database is restored, but its files could not all follow: {}. Run the restore once more."
NO_ROOM = (
    "The archive holds uploads, and this site keeps them in a bucket. Restore it where they lie on a disk, then copy "
    "them into the bucket."
)
BROKE_OFF = "It could not be restored, and the site is as it was: {}"


class Restoration:
    """One that has read the archive and found it good; so far it has touched nothing."""

    def __init__(self, file, say=print):
        self.say = say
        size = Path(file.name).stat().st_size
        say("· Checking the archive")
        self.reader = Reader(file, Progress("archive", size, say))
        self.manifest = self.reader.manifest
        schemas.check_version(self.manifest)
        if self.manifest["files"] and not uploads.are_here():
            raise ArchiveProblem(NO_ROOM)
        self.rooms = [Room(name, folder) for name, folder in uploads.rooms().items() if self.manifest["holds_files"]]

    def carry_out(self):
        with only_one():
            self.end_what_was_interrupted()
            is_older = self.replace()
        if is_older:
            catch_up()

    def replace(self):
        """Whether the archive was older than this version of the site."""
        try:
            self.unpack()
            is_older = schemas.build(self.reader, self.say)
            for room in self.rooms:
                room.lay_new()
            schemas.take_the_place()
        except (OSError, DatabaseError, BadZipFile) as reason:
            self.end_what_was_interrupted()
            raise ArchiveProblem(BROKE_OFF.format(first_line(reason))) from reason
        except BaseException:
            self.end_what_was_interrupted()
            raise
        self.finish()
        return is_older

    def unpack(self):
        members = {room: room.members(self.manifest) for room in self.rooms}
        for room in self.rooms:
            room.check_space(members[room])
        progress = Progress("uploads", sum(map(len, members.values())), self.say)
        for room in self.rooms:
            room.unpack(self.reader, members[room], progress)

    def undo(self):
        for room in self.rooms:
            room.undo()
        schemas.drop(schemas.NEW)

    def finish(self):
        """The old database goes last: as long as it is there, it tells that the new one has taken its place."""
        try:
            for room in self.rooms:
                room.finish()
        except OSError as reason:
            raise ArchiveProblem(HALF_WAY.format(first_line(reason))) from reason
        schemas.drop(schemas.OLD)

    def end_what_was_interrupted(self):
        """Forwards if the database has been replaced, else back; at the start, too: the power may have failed."""
        connection.close()  # it may hold a transaction that has failed
        if schemas.exists(schemas.OLD):
            self.say("· The database had been replaced already: its files follow")
            self.finish()
        elif schemas.exists(schemas.NEW) or any(room.stage.exists() for room in self.rooms):
            self.say("· Clearing away what a restore has left that was interrupted")
            self.undo()


@contextmanager
def only_one():
    """On a connection of its own, which nothing of the restore closes."""
    guard = connection.copy()
    try:
        with guard.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [ONLY_ONE])
            if not cursor.fetchone()[0]:
                raise ArchiveProblem("Somebody is restoring this site just now.")
        yield
    finally:
        guard.close()


def catch_up():
    """What a new version makes of the rows and pictures of an older one; all of it may be done again."""
    call_command("process_imagefields", all=True, no_parallel=True, stdout=StringIO())
    call_command("createinitialrevisions", verbosity=0)
    call_command("reindex_search", missing=True, verbosity=0)


def first_line(reason):
    return str(reason).partition("\n")[0]
