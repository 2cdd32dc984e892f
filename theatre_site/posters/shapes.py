"""Posts, discs and what can be cut from them, as SVG. `fill` is a class: a, b, c, d shapes, g ground, z title."""

import math
from html import escape


def number(value):
    """At most one decimal, no trailing zero: 12.0 → 12."""
    return f"{value:.1f}".removesuffix(".0")


def rect(x, y, width, height, fill, radius=0):
    rounded = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f' class="{fill}"{rounded}/>'
    )


def disc(x, y, radius, fill):
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{fill}"/>'


def ring(x, y, radius, thickness, fill):
    outer, inner = radius, radius - thickness
    return (
        f'<path fill-rule="evenodd" class="{fill}" d="{circle_path(x, y, outer, sweep=1)}'
        f'{circle_path(x, y, inner, sweep=0)}"/>'
    )


def circle_path(x, y, radius, *, sweep):
    r, diameter = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 {sweep} {diameter} 0a{r} {r} 0 1 {sweep}-{diameter} 0z"


def half_disc(x, y, radius, bulge, fill):
    """(x, y) is the middle of the flat side; `bulge` is up, down, left or right."""
    r = radius
    x1, y1, x2, y2 = {"up": (-r, 0, r, 0), "down": (r, 0, -r, 0), "right": (0, -r, 0, r), "left": (0, r, 0, -r)}[bulge]
    return (
        f'<path class="{fill}" d="M{number(x + x1)} {number(y + y1)}A{number(r)} {number(r)} 0 0 1'
        f' {number(x + x2)} {number(y + y2)}z"/>'
    )


def quarter_disc(x, y, radius, corner, fill):
    """The right angle is at (x, y); the disc lies to its ne, nw, se or sw."""
    to_right = 1 if "e" in corner else -1
    to_bottom = -1 if "n" in corner else 1
    sweep = 1 if to_right == to_bottom else 0
    r = number(radius)
    return (
        f'<path class="{fill}" d="M{number(x)} {number(y)}h{number(to_right * radius)}A{r} {r} 0 0 {sweep}'
        f' {number(x)} {number(y + to_bottom * radius)}z"/>'
    )


def polygon(points, fill):
    return f'<path class="{fill}" d="M' + "L".join(f"{number(x)} {number(y)}" for x, y in points) + 'z"/>'


def bar(x1, y1, x2, y2, thickness, fill):
    """A slanted post from point to point."""
    dx, dy = x2 - x1, y2 - y1
    length = math.hypot(dx, dy)
    ox, oy = -dy / length * thickness / 2, dx / length * thickness / 2
    return polygon([(x1 + ox, y1 + oy), (x2 + ox, y2 + oy), (x2 - ox, y2 - oy), (x1 - ox, y1 - oy)], fill)


def eye(x, y, radius, look, white="c", pupil="b"):
    """`look` is where the pupil goes, each part from -1 to 1."""
    look_x, look_y = look
    return disc(x, y, radius, white) + disc(
        x + look_x * radius * 0.42, y + look_y * radius * 0.42, radius * 0.46, pupil
    )


def text(words, x, y, size, length):
    """In wood type, `length` wide whatever the font."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" class="t"'
        f' textLength="{number(length)}" lengthAdjust="spacingAndGlyphs">{escape(words)}</text>'
    )
