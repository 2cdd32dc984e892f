"""One sheet of paper, filled before any browser sees it: how many lines a text takes, which type and how many
columns let everything fit.

What is counted here is set by static/css/print/sheet.css, which names the same measures.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from theatre_site.typefaces import ADVANCES
from theatre_site.typography import typographed_text

UNKNOWN_ADVANCE = 800
WORD_SPACE = 0.35  # the widest space of the faces, with the word-spacing of .v-adult
SIGN = 1.3  # what a frame or a shape and its margins add to a word
SLACK = 0.985  # a browser rounds

WIDTH, GUTTER = 182, 7  # of the sheet and between its columns, in millimetres
POINT = 25.4 / 72
TYPE_SIZES = (  # the classes of print/type-sizes.css
    80, 68, 56, 48, 42, 36, 32, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12,
    11, 10, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4,
)  # fmt: skip
BALANCING_STEPS = 10


class Text:
    """A text in a face: serif, sans or text. A sign, such as a framed word, does not break."""

    def __init__(self, text, face="text", *, signs=()):
        self.words = [width(word, face) for word in typographed_text(str(text)).split(" ") if word]
        self.words += [width(sign, face) + SIGN for sign in signs]

    def __add__(self, other):
        """Both as one running text."""
        both = Text("")
        both.words = self.words + other.words
        return both

    def __mul__(self, scale):
        """In a smaller type."""
        smaller = Text("")
        smaller.words = [word * scale for word in self.words]
        return smaller

    def lines(self, measure):
        """How many lines of so many em, as a browser breaks them; a word wider than a line is broken anywhere."""
        measure = max(measure * SLACK, 2)
        lines, used = 1, 0
        for word in self.words:
            if used and used + WORD_SPACE + word > measure:
                lines, used = lines + 1, 0
            used += word + (WORD_SPACE if used else 0)
            while used > measure:
                lines, used = lines + 1, used - (measure - 1)
        return lines


def width(text, face):
    """In em."""
    advances = ADVANCES[face]
    return sum(advances.get(glyph, UNKNOWN_ADVANCE) for glyph in text) / 1000


def width_class(text):
    """The class .w25 … .w145 of a heading in capitals that is set to its measure: em × 10, rounded up to 5."""
    return f"w{min(max(math.ceil(width(text.upper(), 'sans') * 2), 5), 29) * 5}"


@dataclass(frozen=True)
class Setting:
    """So many columns of rows in a type of so many points."""

    columns: int
    size: float

    @property
    def measure(self):
        """The width of a column in em."""
        return (WIDTH - GUTTER * (self.columns - 1)) / self.columns / (self.size * POINT)

    def em(self, millimetres):
        return millimetres / (self.size * POINT)

    @property
    def css_class(self):
        return f"pt-{str(self.size).replace('.', '-')}"


@dataclass(frozen=True)
class Row:
    """What stands in a column: a date, a line of a programme. Rows of one group share a caption."""

    thing: object
    height: float
    css_class: str = ""
    group: object = None


def in_columns(rows, number, room, caption=0):
    """[[row, …], …] in their order, the columns as even as they can be; None if they are too tall for the room.

    A caption stands above the first row of its group, and once more where a group goes on in the next column.
    """
    columns = filled(rows, room, caption)
    if columns is None or len(columns) > number:
        return None
    low, high = 0, room
    for _step in range(BALANCING_STEPS):
        middle = (low + high) / 2
        shorter = filled(rows, middle, caption)
        if shorter is None or len(shorter) > number:
            low = middle
        else:
            columns, high = shorter, middle
    return columns


def filled(rows, room, caption):
    """As few columns of that height as possible; None if a row alone is taller."""
    columns, left, group = [], -1, None
    for row in rows:
        height = row.height + (caption if row.group != group else 0)
        if height > left:
            columns.append([])
            left, height = room, row.height + caption
        if height > left:
            return None
        columns[-1].append(row)
        left, group = left - height, row.group
    return columns


class Sheet:
    """The largest type in which everything fits on one sheet. Subclasses say which settings there are, how tall a
    row is in each, and how much room there is."""

    caption = 0

    @cached_property
    def fit(self):
        for setting in self.settings():
            room = setting.em(self.room(setting))
            columns = in_columns(self.rows(setting), setting.columns, room, self.caption)
            if columns is not None:
                return setting, columns
        return setting, self.at_any_height(setting)

    def at_any_height(self, setting):
        """More than a sheet can hold: what is readable goes on on a second one."""
        rows = self.rows(setting)
        return in_columns(rows, setting.columns, sum(row.height + self.caption for row in rows), self.caption)

    @property
    def setting(self):
        return self.fit[0]

    @property
    def columns(self):
        return self.fit[1]
