"""Words as people type them into a table: in any language of the desk, with any apostrophe, in any case."""

import re

from django.utils import translation
from django.utils.translation import gettext_noop

from theatre_site.languages import LANGUAGE_CODES

# What XML, and so a spreadsheet, cannot hold.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
SAME_LETTERS = str.maketrans({"ё": "е", "ʼ": "'", "’": "'", "`": "'", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"'})

YES = gettext_noop("yes")
NO = gettext_noop("no")


def plain(text):
    """As a cell holds it: one kind of line break, nothing around it."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def key(text):
    """The same for all ways to write the same words."""
    return " ".join(text.casefold().translate(SAME_LETTERS).split()).replace("№ ", "№")


def in_every_language(words):
    """What a label or a message is called in English and in each language of the desk."""
    said = []
    for language in [None, *LANGUAGE_CODES]:
        with translation.override(language):
            said.append(str(words))
    return list(dict.fromkeys(said))


def clipped(text, length=80):
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
