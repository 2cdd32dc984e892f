from django.core.management import BaseCommand
from django.db import connection, transaction

from news.counting import count_posts


class Command(BaseCommand):
    help = "Count the posts of each month anew, by the clocks of TIME_ZONE. Needed after TIME_ZONE was changed."

    def handle(self, **options):
        with transaction.atomic(), connection.cursor() as cursor:
            count_posts(cursor.execute)
