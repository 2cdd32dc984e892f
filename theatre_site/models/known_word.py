from django.db import models


class KnownWord(models.Model):
    """A word of some text, written by the search when it indexes one; nobody edits it."""

    word = models.CharField(primary_key=True, max_length=64, db_collation="C")

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.word
