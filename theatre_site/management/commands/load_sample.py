from django.core.management.base import BaseCommand, CommandError

from theatre_site.models import Theatre
from theatre_site.sample.loader import SampleError, load


class Command(BaseCommand):
    help = "Loads the sample content, or brings its rows back to what the files in theatre_site/sample say."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing if the site has content already")

    def handle(self, *, if_empty, verbosity, **options):
        if if_empty and Theatre.objects.exists():
            return
        try:
            load(say=self.stdout.write if verbosity else lambda line: None)
        except SampleError as reason:
            raise CommandError(reason) from reason
