"""The words that occur in what can be searched: what a slip of the fingers may have been meant to be."""

from django.apps import apps
from django.db import transaction
from django.db.models import F, Func, TextField, Value

from .asking import IsOneOf, rows_of

# Words that this process has seen in the table: almost all words of a new text.
MOST_SEEN = 200_000
seen = set()

WORDS = object()  # stands for them in SQL that is written once


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
    """Those of these words that occur. No word has a space: as one text, hundreds are sent and read sooner."""
    asked = " ".join(words)
    rows = rows_of({"known words": occurring}, lambda parameter: asked if parameter is WORDS else parameter)
    return {word for (word,) in rows}


def occurring():
    words = Func(Value(WORDS), Value(" "), function="string_to_array", output_field=TextField())
    return table().filter(IsOneOf(F("word"), words)).values_list("word")
