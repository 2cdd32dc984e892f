"""The part of a text in which the found words stand, with each of them marked. Nothing of a text is ever markup."""

from html import escape

from .words import TOKEN, readings

SNIPPET, BEFORE = 220, 60
LONGEST_TEXT = 40_000


class IsFound(dict):
    """{word: whether one of its dictionary forms was looked for}, for all texts of a page."""

    def __init__(self, forms):
        super().__init__()
        self.forms = forms

    def __missing__(self, word):
        self[word] = found = not all(map(self.forms.isdisjoint, readings(word)))
        return found


def places_in(text, is_found):
    """[(start, end), …] of the found words."""
    return [place.span() for place in TOKEN.finditer(text, 0, LONGEST_TEXT) if is_found[place[0]]]


def marked(text, places, first=0):
    """From the letter `first` on."""
    pieces, end = [], first
    for start, stop in places:
        pieces += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
        end = stop
    return "".join([*pieces, escape(text[end:])])


def snippet(text, places):
    """About two lines, where most of the words stand."""
    first, last = best_part(text[:LONGEST_TEXT], [start for start, _stop in places])
    part = marked(text[:last], [(start, stop) for start, stop in places if first <= start and stop <= last], first)
    return f"{'…' if first else ''}{part.strip()}{'…' if last < len(text) else ''}"


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
