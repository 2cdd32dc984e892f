from django.core.management.base import BaseCommand, CommandError

from repertoire.models import Performance


class Command(BaseCommand):
    help = "Makes the dates of the weekly rhythm that are not there yet. Safe to run as often as you like."

    def add_arguments(self, parser):
        parser.add_argument(
            "--weeks", type=int, help="how many weeks ahead; without it, as many as the theatre's own form says"
        )

    def handle(self, *, weeks, **options):
        if weeks is not None and weeks < 1:
            raise CommandError("--weeks: at least 1, please.")
        made = Performance.objects.make_from_slots(weeks)
        self.stdout.write(said(made))


def said(made):
    match made:
        case 0:
            return "The weekly rhythm has all its dates already; nothing was made."
        case 1:
            return "The weekly rhythm has made 1 new date."
    return f"The weekly rhythm has made {made} new dates."
