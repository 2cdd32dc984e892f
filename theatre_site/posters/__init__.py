"""Posters without pictures: a drawing from the parts of the letter Ю (posts, links, discs) and a title in wood type.

The same slug gives the same poster, today and tomorrow, in either language. Colours are classes: see
static/css/components/poster.css. A poster is decoration; its title stands beside it as real text.
"""

from html import escape

from .chance import Chance
from .lettering import PADDING, hero_width_class, set_title
from .motifs import MOTIFS
from .shapes import number, rect

__all__ = ["MOTIFS", "art_svg", "hero_width_class", "poster_svg"]

WIDTH, HEIGHT = 300, 400
ART_SIZE = 300
PALETTES = 6
CSS_NAMES = {"adults": "adult", "children": "child"}


def poster_svg(title, slug, audience, *, motif="", palette=None, title_on_top=None, photo=""):
    """What is not chosen is drawn by lot from the slug. A photo takes the place of the drawing."""
    title_block = set_title(title, audience)
    art_height = HEIGHT - title_block.height
    if title_on_top is None:
        title_on_top = Chance(f"{slug}:flip").fraction() > 0.5
    art_y, title_y = (title_block.height, 0) if title_on_top else (0, art_height)

    art = photograph(photo, art_height) if photo else drawing(slug, motif, art_height)
    classes = f"po po-{CSS_NAMES[audience]} {palette_class(slug, audience, palette)}"
    # the inner svg clips the drawing without an id, so a poster may stand on a page twice
    return svg(
        HEIGHT,
        classes,
        f'<svg y="{number(art_y)}" width="{WIDTH}" height="{number(art_height)}">{art}</svg>'
        + rect(0, title_y, WIDTH, title_block.height, "z")
        + title_block.draw(PADDING, title_y),
    )


def art_svg(seed, audience, *, motif="", palette=None):
    """Only the drawing, square and without a title."""
    return svg(ART_SIZE, f"po {palette_class(seed, audience, palette)}", drawing(seed, motif, ART_SIZE))


def svg(height, classes, content):
    return f'<svg viewBox="0 0 {WIDTH} {height}" class="{classes}" aria-hidden="true" focusable="false">{content}</svg>'


def drawing(seed, motif, height):
    # streams of their own: choosing the motif by hand does not change the palette, nor the other way round
    name = motif or Chance(f"{seed}:motif").pick(sorted(MOTIFS))
    return rect(0, 0, WIDTH, height, "g") + MOTIFS[name](Chance(f"{seed}:art"), height)


def photograph(url, height):
    return (
        f'<image href="{escape(url)}" width="{WIDTH}" height="{number(height)}" preserveAspectRatio="xMidYMid slice"/>'
    )


def palette_class(seed, audience, palette):
    if palette is None:
        palette = Chance(f"{seed}:palette").between(0, PALETTES - 1)
    return f"pal-{audience[0]}{palette + 1}"
