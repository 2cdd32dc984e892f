from django.db import connection, models

LATELY = "SELECT string_agg(xid || ' ' || at, ', ' ORDER BY xid) FROM theatre_site_contentchange"


class ContentChangeQuerySet(models.QuerySet):
    def generation(self):
        """What has been changed lately: another text after every commit that touched what visitors see.

        Asked every second by every process, so that rows and their moments would cost eight times as much.
        """
        with connection.cursor() as cursor:
            cursor.execute(LATELY)
            return cursor.fetchone()[0]


class ContentChange(models.Model):
    """A transaction that has changed content, noted by the database itself: see page_cache/triggers.py.

    A row each rather than one counter: two editors who save at once must not wait for one another.
    """

    xid = models.BigIntegerField(primary_key=True, editable=False)
    at = models.DateTimeField(editable=False)

    objects = ContentChangeQuerySet.as_manager()

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"{self.xid} {self.at:%Y-%m-%d %H:%M:%S}"
