"""Files back into their folder, so that a power cut at any moment leaves either the old site or the new one.

They are unpacked into `.restoring` inside the folder. New ones are moved to their places before the new database
takes its own: the old one does not know them. What the old one knows, and the new one does not or knows with another
content, is touched only afterwards. `plan.json` tells the next start how far it had come.
"""

import hashlib
import json
import os
import shutil
from contextlib import suppress

from .container import A_PIECE, ArchiveProblem
from .progress import in_megabytes
from .uploads import STAGE, names_in

PLAN = "plan.json"
FOR_A_WEB_SERVER = 0o644


class Room:
    """MEDIA_ROOT or BIN_ROOT."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.stage = folder / STAGE

    def members(self, manifest):
        """{name: member of the archive}"""
        beginning = f"{self.name}/"
        files = manifest["files"]
        return {file["member"].removeprefix(beginning): file for file in files if file["member"].startswith(beginning)}

    def check_space(self, members):
        self.folder.mkdir(parents=True, exist_ok=True)
        needed = sum(member["size"] for name, member in members.items() if not self.has(name, member))
        if needed > (free := shutil.disk_usage(self.folder).free):
            raise ArchiveProblem(
                f"{self.folder} needs {in_megabytes(needed)} for a moment, and {in_megabytes(free)} are free."
            )

    def unpack(self, reader, members, progress):
        """Everything that is not there already, beside what is."""
        self.stage.mkdir(mode=0o700)
        missing = {name: member for name, member in members.items() if not self.has(name, member)}
        for name, member in missing.items():
            self.unpack_one(reader, name, member)
            progress.advance()
        progress.advance(len(members) - len(missing))
        there = names_in(self.folder)
        self.write_plan(new=sorted(missing.keys() - there), gone=sorted(there - members.keys()))

    def unpack_one(self, reader, name, member):
        path = self.stage / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with reader.opened(member) as content, path.open("xb") as file:
            shutil.copyfileobj(content, file, A_PIECE)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(FOR_A_WEB_SERVER)

    def has(self, name, member):
        path = self.folder / name
        return path.is_file() and path.stat().st_size == member["size"] and sha256_of(path) == member["sha256"]

    def write_plan(self, **plan):
        draft = self.stage / "draft.json"
        with draft.open("w") as file:
            json.dump(plan, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self.stage / PLAN)

    @property
    def plan(self):
        try:
            return json.loads((self.stage / PLAN).read_text())
        except FileNotFoundError:
            return {"new": [], "gone": []}

    def lay_new(self):
        for name in self.plan["new"]:
            self.lay(name)

    def lay(self, name):
        staged = self.stage / "files" / name
        if staged.exists():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            staged.replace(self.folder / name)

    def undo(self):
        """Back to what was there before."""
        for name in self.plan["new"]:
            if not (self.stage / "files" / name).exists():
                (self.folder / name).unlink(missing_ok=True)
        self.clear()

    def finish(self):
        """What the old database knew goes, now that nobody asks for it."""
        self.lay_new()
        for name in names_in(self.stage / "files"):
            self.lay(name)
        for name in self.plan["gone"]:
            (self.folder / name).unlink(missing_ok=True)
        self.clear()

    def clear(self):
        """The plan goes last: without it nobody would know what is left to do."""
        shutil.rmtree(self.stage / "files", ignore_errors=True)
        shutil.rmtree(self.stage, ignore_errors=True)
        for place, _folders, _files in os.walk(self.folder, topdown=False):
            if place != str(self.folder):
                with suppress(OSError):  # it is not empty
                    os.rmdir(place)


def sha256_of(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
