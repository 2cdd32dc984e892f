from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError

from theatre_site.sign_in import second_factor


class Command(BaseCommand):
    help = "Take the code from somebody who has lost the telephone; the password stays."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Nobody here is called {username}.")
        had = second_factor.forget(user)
        self.stdout.write(f"{username} {'has no code any more' if had else 'had no code'}.")
