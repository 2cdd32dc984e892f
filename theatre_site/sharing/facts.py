from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from django.utils import translation

from theatre_site.posters import KEPT_DRAWINGS, drawing, palette_of, written_in
from theatre_site.posters.palettes import colours
from theatre_site.posters.photo import MIDDLE

# Raise it when the layout of pictures changes: then those that are kept are drawn anew.
LAYOUT = 1


@dataclass(frozen=True)
class Art:
    """The drawing, as SVG for a square of 300 × 300 with its colours written in, and the colours beside it."""

    shapes: str
    ground: str
    ink: str


@dataclass(frozen=True)
class SharingPicture:
    """All that stands on a picture, in the language of the page. Texts are plain."""

    key: str  # names the thing in the folder of kept pictures
    address: str
    title: str
    art: Art
    voice: str = "children"  # the wood type: "adults" for the serif
    above: tuple[str, ...] = ()  # lines above the title: what it is, when it is
    age_mark: str = ""
    state: str = ""  # “Cancelled”
    photo: str = ""  # its name in the storage of uploads; it takes the place of the drawing
    focus: str = MIDDLE
    theatre: str = ""
    short_name: str = ""
    town: str = ""

    def signed(self, theatre):
        """With the theatre's name and town, as they stand on every picture."""
        return replace(self, theatre=str(theatre.name), short_name=str(theatre.short_name), town=str(theatre.town))

    @property
    def digest(self):
        """Changes with anything on the picture."""
        return sha256(repr((LAYOUT, self)).encode()).hexdigest()[:16]

    @property
    def words(self):
        """What stands on the picture, for those who cannot see it."""
        heading = ". ".join([*self.above, self.title, *filter(None, [self.age_mark, self.state])])
        return f"{heading}. {', '.join(filter(None, [self.theatre, self.town]))}"

    @property
    def file_name(self):
        return f"{self.key}-{translation.get_language()}-{self.digest}.png"


@lru_cache(KEPT_DRAWINGS)
def art_of(seed, audience, *, motif="", palette=None, variant=0):
    """The same drawing and palette as on the poster of this seed."""
    palette = palette_of(seed, audience, palette)
    beside = colours(audience, palette)
    shapes = written_in(drawing(seed, motif, 300, variant=variant), audience, palette)
    return Art(shapes, beside["z"], beside["t"])
