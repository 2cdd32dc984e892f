"""Text on pictures, in the site's own fonts. Rubik comes in two files, one a script, as browsers get it."""

from functools import cache
from itertools import groupby

from django.conf import settings
from PIL import ImageFont

from theatre_site.posters.glyphs import ADVANCES, WORD_SPACE

FONTS = settings.BASE_DIR / "static" / "fonts"


def draw_title(canvas, block, x, y, scale, fill):
    """The title of a poster, letter by letter as its lines were measured."""
    for line, below in block.baselines():
        at = x
        for glyph in line.text:
            size = line.size * scale
            canvas.text((at, y + below * scale), glyph, fill, font(file_of(glyph, block.audience), 900, size), "ls")
            advance = ADVANCES[block.audience].get(glyph, 1000) + (WORD_SPACE if glyph == " " else 0)
            at += advance / 1000 * size


def draw_text(canvas, text, x, y, size, weight, fill):
    for piece, letters in pieces(text, weight, size):
        canvas.text((x, y), piece, fill, letters, "ls")
        x += letters.getlength(piece)


def length(text, size, weight):
    return sum(letters.getlength(piece) for piece, letters in pieces(text, weight, size))


def pieces(text, weight, size):
    for file, glyphs in groupby(text, lambda glyph: file_of(glyph, "children")):
        yield "".join(glyphs), font(file, weight, size)


def wrapped(text, size, weight, measure):
    """The lines of a text, broken at its spaces."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and length(longer, size, weight) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def file_of(glyph, voice):
    """As the unicode ranges in static/css/fonts.css have it."""
    if voice == "adults":
        return "piazzolla-900"
    return "rubik-cyrillic" if "\u0400" <= glyph <= "\u0491" or glyph == "№" else "rubik-latin"


@cache
def font(name, weight, size):
    found = ImageFont.truetype(FONTS / f"{name}.woff2", size)
    if name.startswith("rubik"):
        found.set_variation_by_axes([weight])
    return found
