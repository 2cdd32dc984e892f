from django.core.management.base import BaseCommand, CommandError

from theatre_site.sample.loader import SampleError, load


class Command(BaseCommand):
    help = "Loads the sample content, or brings its rows back to what the files in theatre_site/sample say."

    def handle(self, *, verbosity, **options):
        try:
            load(say=self.stdout.write if verbosity else lambda line: None)
        except SampleError as reason:
            raise CommandError(reason) from reason
