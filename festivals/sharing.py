"""What stands on the picture of a festival when somebody sends one of its pages to a friend."""

from django.urls import reverse

from theatre_site.posters.palettes import CREAM, FOREST, LEAF, MARIGOLD
from theatre_site.posters.shapes import number
from theatre_site.sharing import Art, SharingPicture
from theatre_site.templatetags.days import until

from .numerals import GLYPHS, outlines, roman

SIDE, WIDEST, HIGHEST = 300, 210, 170


def picture_of_edition(edition):
    when = f"{until(edition.starts_on, edition.ends_on)} {edition.year}" if edition.starts_on else str(edition.year)
    return SharingPicture(
        key=f"edition-{edition.pk}",
        address=reverse("festivals:picture", args=[edition.year]),
        title=str(edition.name),
        art=Art(numeral_on_leaf(edition.number), LEAF, CREAM),
        above=(when, str(edition.title)) if edition.title else (when,),
    )


def numeral_on_leaf(edition_number):
    """The numeral of the edition, cut from posts, in the middle of the square."""
    width, paths = outlines(letter for letter in roman(edition_number) if letter in GLYPHS)
    scale = min(WIDEST / width, HIGHEST / 100)
    x, y = (SIDE - width * scale) / 2, (SIDE - 100 * scale) / 2
    return (
        f'<rect width="{SIDE}" height="{SIDE}" fill="{FOREST}"/><path fill="{MARIGOLD}" d="{"".join(paths)}"'
        f' transform="translate({number(x)} {number(y)}) scale({scale:.3f})"/>'
    )
