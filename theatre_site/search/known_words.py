"""The words that occur in what can be searched: what a slip of the fingers may have been meant to be."""

from django.apps import apps
from django.db import transaction
from django.db.models import F, Value

from .asking import IsOneOf

# Words that this process has seen in the table: almost all words of a new text.
MOST_SEEN = 200_000
seen = set()


def table():
    return apps.get_model("theatre_site", "KnownWord").objects


def remember(words):
    """After the commit: a text that was never saved teaches nothing, and two writers cannot block each other."""
    if new := words - seen:
        transaction.on_commit(lambda: write_down(new), robust=True)


def write_down(words):
    model = apps.get_model("theatre_site", "KnownWord")
    model.objects.bulk_create([model(word=word) for word in sorted(words - seen)], ignore_conflicts=True)
    if len(seen) > MOST_SEEN:
        seen.clear()
    seen.update(words)


def known(words):
    """Those of these words that occur."""
    return set(table().filter(IsOneOf(F("word"), Value(list(words)))).values_list("word", flat=True))
