"""The part of a text in which the found words stand, with each of them marked. Nothing of a text is ever markup."""

from unicodedata import normalize

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .words import TOKEN, readings

SNIPPET, BEFORE = 220, 60
LONGEST_TEXT = 40_000


def marked(text, forms):
    """The whole text."""
    text, pieces, end = normalize("NFC", text), [], 0
    for start, stop in found_in(text, forms):
        pieces += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
        end = stop
    return mark_safe("".join([*pieces, escape(text[end:])]))


def found_in(text, forms):
    """(start, end) of each."""
    for found in TOKEN.finditer(text):
        if not all(map(forms.isdisjoint, readings(found[0]))):
            yield found.span()


def snippet(text, forms):
    """About two lines, where most of the words stand."""
    text = normalize("NFC", text[:LONGEST_TEXT])
    first, last = best_part(text, [start for start, _stop in found_in(text, forms)])
    part = marked(text[first:last].strip(), forms)
    return mark_safe(f"{'…' if first else ''}{part}{'…' if last < len(text) else ''}")


def best_part(text, starts):
    """(from, until): around the first of those places that has the most others within reach."""
    reach = SNIPPET - BEFORE
    best = max(starts, key=lambda place: sum(place <= other < place + reach for other in starts), default=0)
    first = at_a_space(text, max(best - BEFORE, 0), best) if best > BEFORE else 0
    if first + SNIPPET >= len(text):
        return first, len(text)
    return first, text.rfind(" ", first, first + SNIPPET) if " " in text[best : first + SNIPPET] else first + SNIPPET


def at_a_space(text, first, until):
    space = text.find(" ", first, until)
    return space + 1 if space >= 0 else until
