from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from theatre_site.archive import ArchiveProblem, back_up


class Command(BaseCommand):
    help = "Writes the database, the uploads and the recycle bin into one dated archive."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=settings.VAR_DIR / "backups", help="the folder of archives")
        parser.add_argument("--keep", type=int, help="throw out the oldest of them, and keep so many")

    def handle(self, *, to, keep, verbosity, **options):
        if keep is not None and keep < 1:
            raise CommandError("Keep at least one archive.")
        try:
            back_up(to, keep=keep, say=self.say if verbosity else lambda line: None)
        except ArchiveProblem as problem:
            raise CommandError(problem) from problem

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
