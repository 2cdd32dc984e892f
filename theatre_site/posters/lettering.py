"""Titles set like wood type: every line is stretched or shrunk to the full measure.

Widths come from advances.json (glyph widths of the two fonts in 1/1000 em), so the server needs no fonts;
`textLength` then pins every line, so that a stand-in font cannot overflow either.
"""

import json
import math
import re
from dataclasses import dataclass
from html import escape
from itertools import combinations
from pathlib import Path

from .shapes import number

ADVANCES = json.loads((Path(__file__).parent / "advances.json").read_text(encoding="utf-8"))
UNKNOWN_ADVANCE = 650
WORD_SPACE = 120  # .po .t and .v-adult add it to every space
CAP_HEIGHT = {"adults": 0.644, "children": 0.700}

PADDING = 18
MEASURE = 300 - 2 * PADDING
MARGIN = 20  # above and below the lines
GAP = 9
LARGEST, SMALLEST_WRAPPED = 104, 10
FULL_HEIGHT, GOOD_HEIGHT = 150, 104
MOST_LINES = 5
MOST_WORDS = 12  # beyond this, trying every way to break takes too long and gains nothing

STAYS_WITH_NEXT = re.compile(
    r"(а|в|и|о|у|с|к|до|за|на|не|ни|но|об|от|по|из|со|ко|і|й|з|є|та|що|як|для|при|про|без|над|под|під)", re.IGNORECASE
)
ACCENT_ABOVE = set("ЁЙЇҐ")
TAIL_BELOW = set("ДЦЩ,")


@dataclass(frozen=True)
class Line:
    text: str
    size: float

    @property
    def has_accent(self):
        return not ACCENT_ABOVE.isdisjoint(self.text)

    @property
    def has_tail(self):
        return not TAIL_BELOW.isdisjoint(self.text)


@dataclass(frozen=True)
class TitleBlock:
    lines: list[Line]
    audience: str

    @property
    def height(self):
        """With the margins, and with room for the tails of the last line."""
        tail = 0.12 * self.lines[-1].size if self.lines and self.lines[-1].has_tail else 0
        caps = sum(line.size for line in self.lines) * CAP_HEIGHT[self.audience]
        return 2 * MARGIN + caps + sum(self.gaps()) + tail

    def gaps(self):
        """The space above each line, larger where accents and tails meet."""
        gaps = []
        previous = None
        for line in self.lines:
            up = 0.2 * line.size if line.has_accent else 0
            down = 0.16 * previous.size if previous and previous.has_tail else 0
            gaps.append((GAP if previous else 0) + max(up, down) + 0.3 * min(up, down))
            previous = line
        return gaps

    def draw(self, x, y):
        svg = ""
        y += MARGIN
        for line, gap in zip(self.lines, self.gaps(), strict=True):
            y += line.size * CAP_HEIGHT[self.audience] + gap
            length = width(line.text, self.audience) * line.size
            svg += (
                f'<text x="{x}" y="{number(y)}" font-size="{number(line.size)}" class="t"'
                f' textLength="{number(length)}" lengthAdjust="spacingAndGlyphs">{escape(line.text)}</text>'
            )
        return svg


def width(text, audience):
    """In em."""
    advances = ADVANCES[audience]
    return (sum(advances.get(glyph, UNKNOWN_ADVANCE) for glyph in text) + WORD_SPACE * text.count(" ")) / 1000


def hero_width_class(title, audience):
    """The class .w25 … .w145 that lets CSS set a hero title to its measure: its widest part in em, × 10."""
    widest = max((width(part, audience) for part in unbreakable_parts(title)), default=0)
    return f"w{min(max(math.ceil(widest * 2), 5), 29) * 5}"


def unbreakable_parts(title):
    """In capitals. A short word stays with the next one; a hyphen may end a line."""
    parts, held = [], ""
    for word in title.upper().replace("-", "- ").split():
        if STAYS_WITH_NEXT.fullmatch(word):
            held += word + " "
        else:
            parts.append(held + word)
            held = ""
    return [*parts, held.strip()] if held else parts


def set_title(title, audience):
    parts = unbreakable_parts(title)
    if len(parts) > MOST_WORDS:
        return TitleBlock(wrapped(parts, audience), audience)
    settings = (fitted(texts, audience) for texts in ways_to_break(parts))
    best = max(filter(None, settings), default=(0, []), key=lambda setting: setting[0])
    return TitleBlock(best[1], audience)


def ways_to_break(parts):
    for breaks in range(min(len(parts), MOST_LINES)):
        for places in combinations(range(1, len(parts)), breaks):
            edges = [0, *places, len(parts)]
            yield [joined(parts[start:end]) for start, end in zip(edges, edges[1:], strict=False)]


def joined(parts):
    return " ".join(parts).replace("- ", "-")


def fitted(texts, audience):
    """(how good, lines), each line as wide as the measure; None if that would be far too tall."""
    if not texts or not all(texts):
        return None
    cap = CAP_HEIGHT[audience]
    gaps = GAP * (len(texts) - 1)
    sizes = [min(LARGEST, MEASURE / width(text, audience)) for text in texts]
    shrink = min(1, (FULL_HEIGHT - gaps) / (sum(sizes) * cap))
    if shrink < 0.62:
        return None
    sizes = [size * shrink for size in sizes]
    height = sum(sizes) * cap + gaps
    smallest = min(sizes)
    score = smallest * 1.2 - abs(height - GOOD_HEIGHT) * 0.6 - (1 - shrink) * 160 - (60 if smallest < 22 else 0)
    return score, [Line(text, size) for text, size in zip(texts, sizes, strict=True)]


def wrapped(parts, audience):
    """A very long title: lines of one size, the largest at which they are not too tall."""
    for size in range(26, SMALLEST_WRAPPED - 1, -1):
        texts = filled_lines(parts, MEASURE / size, audience)
        if len(texts) * (size * CAP_HEIGHT[audience] + GAP) - GAP <= FULL_HEIGHT:
            break
    return [Line(text, min(size, MEASURE / width(text, audience))) for text in texts]


def filled_lines(parts, measure, audience):
    lines = [parts[0]]
    for part in parts[1:]:
        longer = joined([lines[-1], part])
        if width(longer, audience) <= measure:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
