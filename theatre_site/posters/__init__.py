"""Posters without pictures: a drawing from the parts of the letter Ю (posts, links, discs) and a title in wood type.

The same slug gives the same poster, today and tomorrow, in either language. Colours are classes: see
static/css/components/poster.css; a standalone poster has them written in. A poster is decoration; its title stands
beside it as real text.
"""

import re
from functools import lru_cache

from .chance import Chance
from .glyphs import CAP_HEIGHT, width
from .lettering import PADDING, hero_width_class, set_title
from .motifs import LOWEST, MOTIFS
from .palettes import PALETTES, colours
from .photo import Photo, photograph
from .shapes import disc, number, rect, text
from .variants import seed_of, varied

__all__ = [
    "KEPT_DRAWINGS",
    "MOTIFS",
    "Photo",
    "art_svg",
    "drawing",
    "hero_width_class",
    "is_on_top",
    "motif_of",
    "palette_of",
    "poster_svg",
    "written_in",
]

WIDTH, HEIGHT = 300, 400
BLEED = 1  # a photo is that much larger than its frame: at some widths the colour below shines through at the edge
# A drawing depends on what it is asked with and on nothing else. Some 5 KB each.
KEPT_DRAWINGS = 512
ART_SIZE = 300
CSS_NAMES = {"adults": "adult", "children": "child"}
FONTS = {"adults": "Piazzolla", "children": "Rubik"}
CLASS_OF_COLOUR = re.compile(r'class="([abcdgtz])"')
CLASSES_OF_ALL = re.compile(r'class="po[^"]*"')


@lru_cache(KEPT_DRAWINGS)
def poster_svg(
    title,
    slug,
    audience,
    *,
    motif="",
    palette=None,
    variant=0,
    title_on_top=None,
    photo=None,
    age_mark="",
    standalone=False,
):
    """What is not chosen is drawn by lot from the slug. A photo takes the place of the drawing."""
    title_block = set_title(title, audience)
    art_height = HEIGHT - title_block.height
    title_on_top = is_on_top(slug, title_on_top)
    art_y, title_y = (title_block.height, 0) if title_on_top else (0, art_height)

    if photo:
        bleed, art = BLEED, photograph(photo, WIDTH + 2 * BLEED, art_height + 2 * BLEED)
    else:
        bleed, art = 0, drawing(slug, motif, art_height, variant=variant)
    palette = palette_of(slug, audience, palette)
    # the inner svg clips the drawing without an id, so a poster may stand on a page twice
    poster = svg(
        HEIGHT,
        f"po po-{CSS_NAMES[audience]} {palette_class(audience, palette)}",
        f'<svg x="{-bleed}" y="{number(art_y - bleed)}" width="{WIDTH + 2 * bleed}"'
        f' height="{number(art_height + 2 * bleed)}">{art}</svg>'
        + rect(0, title_y, WIDTH, title_block.height, "z")
        + title_block.draw(PADDING, title_y)
        + draw_age(age_mark, audience, HEIGHT - 30 if title_on_top else 30),
    )
    return written_in(poster, audience, palette) if standalone else poster


@lru_cache(KEPT_DRAWINGS)
def art_svg(seed, audience, *, motif="", palette=None, variant=0, standalone=False):
    """Only the drawing, square and without a title."""
    palette = palette_of(seed, audience, palette)
    art = svg(ART_SIZE, f"po {palette_class(audience, palette)}", drawing(seed, motif, ART_SIZE, variant=variant))
    return written_in(art, audience, palette) if standalone else art


def svg(height, classes, content):
    return f'<svg viewBox="0 0 {WIDTH} {height}" class="{classes}" aria-hidden="true" focusable="false">{content}</svg>'


def drawing(seed, motif, height, *, variant=0):
    name = motif_of(seed, motif)
    room = max(height, LOWEST.get(name, 0))
    shapes = varied(MOTIFS[name](Chance(seed_of(seed, variant)), room), variant)
    return rect(0, 0, WIDTH, height, "g") + (shapes if room == height else smaller(shapes, height / room))


def smaller(shapes, scale):
    """In the middle, so that nothing is cut off above."""
    return f'<g transform="matrix({scale:.3f} 0 0 {scale:.3f} {number(WIDTH / 2 * (1 - scale))} 0)">{shapes}</g>'


def draw_age(mark, audience, y):
    """12+ on a disc in the corner that is farthest from the title."""
    if not mark:
        return ""
    size, x, radius = 16, WIDTH - 30, 20
    length = width(mark, audience) * size
    baseline = y + CAP_HEIGHT[audience] * size / 2
    return disc(x, y, radius, "z") + text(mark, x - length / 2, baseline, size, length)


# Each choice has a stream of its own: choosing the motif by hand does not change the palette, nor the other way round.


def motif_of(seed, motif=""):
    """The chosen motif, or the one that falls to this seed."""
    return motif or Chance(f"{seed}:motif").pick(sorted(MOTIFS))


def is_on_top(seed, title_on_top=None):
    return Chance(f"{seed}:flip").fraction() > 0.5 if title_on_top is None else title_on_top


def palette_of(seed, audience, palette=None):
    """The number of the palette."""
    return Chance(f"{seed}:palette").between(0, len(PALETTES[audience]) - 1) if palette is None else palette


def palette_class(audience, palette):
    return f"pal-{audience[0]}{palette + 1}"


def written_in(svg, audience, palette):
    """A drawing that needs no stylesheet: its colours and its lettering as attributes."""
    fills = colours(audience, palette)
    letters = f' font-family="{FONTS[audience]}" font-weight="900" word-spacing=".12em"'

    def fill(found):
        return f'fill="{fills[found[1]]}"' + (letters if found[1] == "t" else "")

    return CLASS_OF_COLOUR.sub(fill, CLASSES_OF_ALL.sub('xmlns="http://www.w3.org/2000/svg"', svg, count=1))
