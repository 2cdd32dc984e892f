import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from theatre_site.archive import ArchiveProblem, Restoration

WORD = "restore"


class Command(BaseCommand):
    help = "Brings an archive of `manage.py backup` back: database, uploads and recycle bin, all or nothing."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask; for scripts")

    def handle(self, *, file, yes, verbosity, **options):
        try:
            with file.open("rb") as archive:
                restoration = Restoration(archive, say=self.say if verbosity else lambda line: None)
                self.describe(restoration.manifest)
                if not (yes or is_wanted()):
                    raise CommandError("Nothing was changed.")
                restoration.carry_out()
        except OSError as reason:
            raise CommandError(f"{file} cannot be read: {reason.strerror}.") from reason
        except ArchiveProblem as problem:
            raise CommandError(problem) from problem
        self.say("· Done. Restart the site if it is running; everybody logs in anew.")

    def describe(self, manifest):
        made_at = timezone.localtime(parse_datetime(manifest["made_at"]))
        rows = sum(table["rows"] for table in manifest["tables"])
        self.say(f"The archive is of {made_at:%d.%m.%Y %H:%M}: {rows} rows, {len(manifest['files'])} files.")
        if not manifest["holds_files"]:
            self.say("It holds no uploads: they lay in a bucket.")
        if connection.introspection.table_names():
            database = connection.settings_dict["NAME"]
            self.say(f"It REPLACES all that this site has now: the database “{database}” and {settings.MEDIA_ROOT}.")

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def is_wanted():
    try:
        return input(f"Type the word {WORD} to go on: ").strip().lower() == WORD
    except EOFError:
        print(file=sys.stderr)
        return False
