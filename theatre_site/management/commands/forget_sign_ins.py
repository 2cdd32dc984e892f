from datetime import timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.utils import timezone


class Command(BaseCommand):
    help = "Delete old log-ins, failed ones, and sessions that are over. Once a day is enough."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=settings.SIGN_INS_KEPT_DAYS, help="How long they are kept.")

    def handle(self, *, days, **options):
        before = {"attempt_time__lt": timezone.now() - timedelta(days=days)}
        number = sum(model.objects.filter(**before).delete()[0] for model in (AccessLog, AccessFailureLog))
        over = timezone.now() - settings.AXES_COOLOFF_TIME
        AccessAttempt.objects.filter(attempt_time__lt=over).delete()
        call_command("clearsessions")
        self.stdout.write(f"{number} log-ins of more than {days} days ago are forgotten.")
