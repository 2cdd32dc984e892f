from django.core.management.base import BaseCommand

from theatre_site.recycle_bin import throw_out_old_files


class Command(BaseCommand):
    help = "Throws out the deleted files that have lain in the bin for BIN_DAYS."

    def handle(self, **options):
        self.stdout.write(f"{throw_out_old_files()} thrown out.")
