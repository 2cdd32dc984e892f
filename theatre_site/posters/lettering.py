"""Titles set like wood type: every line is stretched or shrunk to the full measure.

`textLength` pins every line to the width that our figures give it, so that a stand-in font cannot overflow either.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from .glyphs import CAP_HEIGHT, width
from .shapes import text
from .words import broken, joined, partition, unbreakable_parts

PADDING = 18
MEASURE = 300 - 2 * PADDING
MARGIN = 20  # above and below the lines
GAP, GAP_OF_MANY = 9, 7
LARGEST, READABLE = 104, 22
# The lines together: as low as they look best, and higher only if they would be hard to read otherwise.
FULL_HEIGHTS = (150, 180, 206)
GOOD_SHARE = 104 / 150
HIGHEST_BLOCK = 250
MOST_LINES = 9
MOST_SHRUNK = 0.62  # beyond this, lines would no longer look stretched to the measure
MOST_PARTS_TO_TRY = 9  # of more parts not every way to break is tried, only the even ones

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
    lines: tuple[Line, ...]
    audience: str

    @property
    def height(self):
        """With the margins, and with room for the tails of the last line."""
        tail = 0.12 * self.lines[-1].size if self.lines and self.lines[-1].has_tail else 0
        caps = sum(line.size for line in self.lines) * CAP_HEIGHT[self.audience]
        return 2 * MARGIN + caps + sum(self.gaps()) + tail

    @property
    def smallest(self):
        return min((line.size for line in self.lines), default=0)

    def gaps(self):
        """The space above each line, larger where accents and tails meet."""
        gaps = []
        previous = None
        for line in self.lines:
            up = 0.2 * line.size if line.has_accent else 0
            down = 0.16 * previous.size if previous and previous.has_tail else 0
            gaps.append((gap_of(self.lines) if previous else 0) + max(up, down) + 0.3 * min(up, down))
            previous = line
        return gaps

    def baselines(self):
        """[(line, how far its letters stand below the top of the block), …]"""
        y = MARGIN
        for line, gap in zip(self.lines, self.gaps(), strict=True):
            y += line.size * CAP_HEIGHT[self.audience] + gap
            yield line, y

    def draw(self, x, y):
        return "".join(
            text(line.text, x, y + below, line.size, width(line.text, self.audience) * line.size)
            for line, below in self.baselines()
        )


def gap_of(lines):
    return GAP if len(lines) <= 5 else GAP_OF_MANY


@lru_cache(maxsize=1024)
def set_title(title, audience):
    parts = [piece for part in unbreakable_parts(title) for piece in broken(part, audience, MEASURE / READABLE)]
    ways = [texts for lines in range(1, min(len(parts), MOST_LINES) + 1) for texts in lines_of(parts, lines, audience)]
    for full_height in FULL_HEIGHTS:
        settings = filter(None, (fitted(texts, audience, full_height) for texts in ways))
        _score, block = max(settings, key=lambda setting: setting[0], default=(0, TitleBlock((), audience)))
        if block.smallest >= READABLE:
            return block
    return max((levelled(texts, audience) for texts in ways), key=lambda block: block.smallest, default=block)


def lines_of(parts, lines, audience):
    """Every way to set the parts in so many lines; of very many parts only the even one."""
    if len(parts) > MOST_PARTS_TO_TRY:
        widths = [width(joined([part]), audience) for part in parts]
        cuts = [partition(widths, lines, space=width(" ", audience))]
    else:
        edges = ([0, *places, len(parts)] for places in combinations(range(1, len(parts)), lines - 1))
        cuts = (zip(edge, edge[1:], strict=False) for edge in edges)
    return [[joined(parts[start:end]) for start, end in cut] for cut in cuts]


def full_sizes(texts, audience):
    return [min(LARGEST, MEASURE / width(text, audience)) for text in texts]


def fitted(texts, audience, full_height):
    """(how good, title block), each line as wide as the measure; None if that would be far too tall."""
    cap = CAP_HEIGHT[audience]
    gaps = gap_of(texts) * (len(texts) - 1)
    sizes = full_sizes(texts, audience)
    shrink = min(1, (full_height - gaps) / (sum(sizes) * cap))
    block = block_of(texts, sizes, shrink, audience)
    if block.height > HIGHEST_BLOCK:  # accents and tails need room of their own
        shrink *= (HIGHEST_BLOCK - 2 * MARGIN - gaps) / (block.height - 2 * MARGIN - gaps)
        block = block_of(texts, sizes, shrink, audience)
    if shrink < MOST_SHRUNK:
        return None
    height = sum(sizes) * shrink * cap + gaps
    good_height = full_height * GOOD_SHARE
    too_small = 60 if block.smallest < READABLE else 0
    return block.smallest * 1.2 - abs(height - good_height) * 0.6 - (1 - shrink) * 160 - too_small, block


def levelled(texts, audience):
    """For a title so long that some lines would be hard to read: the large lines make room for the small ones."""
    sizes = full_sizes(texts, audience)
    gaps = gap_of(texts) * (len(texts) - 1)
    room = (FULL_HEIGHTS[-1] - gaps) / CAP_HEIGHT[audience]
    block = block_of(texts, limited(sizes, room), 1, audience)
    if block.height > HIGHEST_BLOCK:
        shrink = (HIGHEST_BLOCK - 2 * MARGIN - gaps) / (block.height - 2 * MARGIN - gaps)
        block = block_of(texts, [line.size for line in block.lines], shrink, audience)
    return block


def limited(sizes, total):
    """The sizes with the largest limit at which they are no more than `total` together."""
    left = total
    for number, size in enumerate(sorted(sizes)):
        limit = left / (len(sizes) - number)
        if size > limit:
            return [min(size, limit) for size in sizes]
        left -= size
    return sizes


def block_of(texts, sizes, shrink, audience):
    return TitleBlock(tuple(Line(text, size * shrink) for text, size in zip(texts, sizes, strict=True)), audience)


def hero_width_class(title, audience):
    """The class .w25 … .w145 that lets CSS set a hero title to its measure: its widest part in em, × 10."""
    widest = max((width(joined([part]), audience) for part in unbreakable_parts(title)), default=0)
    return f"w{min(max(math.ceil(widest * 2), 5), 29) * 5}"
