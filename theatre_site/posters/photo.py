"""A photograph in the place of the drawing, with what matters in it inside the frame."""

from dataclasses import dataclass
from html import escape

from .shapes import number

MIDDLE = "0.5x0.5"


@dataclass(frozen=True)
class Photo:
    """`focus`: the point that must be seen, from the upper left corner, as parts of width and height."""

    url: str
    width: int = 0
    height: int = 0
    focus: str = MIDDLE


def photograph(photo, width, height):
    place = f'width="{number(width)}" height="{number(height)}" preserveAspectRatio="xMidYMid slice"'
    if photo.width and photo.height:
        x, y, shown_width, shown_height = covering(photo, width, height)
        place = (
            f'x="{number(x)}" y="{number(y)}" width="{number(shown_width)}" height="{number(shown_height)}"'
            ' preserveAspectRatio="none"'
        )
    return f'<image href="{escape(photo.url)}" {place}/>'


def covering(photo, width, height):
    """(x, y, width, height) of the whole picture, so that it fills the frame and its focus is as near to the middle
    of the frame as the edges of the picture allow."""
    scale = max(width / photo.width, height / photo.height)
    shown_width, shown_height = photo.width * scale, photo.height * scale
    focus_x, focus_y = (float(part) for part in (photo.focus or MIDDLE).split("x"))
    x = min(0, max(width - shown_width, width / 2 - focus_x * shown_width))
    y = min(0, max(height - shown_height, height / 2 - focus_y * shown_height))
    return x, y, shown_width, shown_height
