from django.db import models


class ContentChangeQuerySet(models.QuerySet):
    def generation(self):
        """What has been changed lately: another value after every commit that touched what visitors see."""
        return tuple(self.order_by("xid").values_list("xid", "at"))


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
