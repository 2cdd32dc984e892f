"""What an organiser still has to do, in words, each with the form that mends it."""

from typing import NamedTuple

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.languages import LANGUAGE_CODES

SHOWN = 4
NOT_IN = {"ru": gettext_lazy("Not in Russian"), "uk": gettext_lazy("Not in Ukrainian")}


class Place(NamedTuple):
    name: str
    address: str


class Missing(NamedTuple):
    words: str
    places: tuple = ()
    more: int = 0


def form_of(row):
    return Place(str(row), reverse(admin_urlname(row._meta, "change"), args=[row.pk]))


def in_rows(words, rows, place=form_of):
    """[Missing] with the first of these rows, or [] if there are none."""
    rows = list(rows)
    places = tuple(place(row) for row in rows[:SHOWN])
    return [Missing(words, places, max(0, len(rows) - SHOWN))] if rows else []


def untranslated(rows, *names, place=form_of):
    """Rows that say something in one language only."""
    for language in LANGUAGE_CODES:
        yield from in_rows(NOT_IN[language], (row for row in rows if is_silent(row, language, names)), place)


def is_silent(row, language, names):
    return any((said := row.languages_of(name)) and language not in said for name in names)


def nothing_yet(rows, words=None):
    return [] if rows else [Missing(words or _("Nothing here yet"))]
