"""Other drawings of the same motif, for whoever leafs through them. Variant 0 is the motif as it was designed."""

import re
from itertools import permutations

SHAPE = re.compile(r'class="([abcd])"')
# 7 and 24 share no factor: one after the other, every way to give four colours their parts comes up once
PARTS = [dict(zip("abcd", order, strict=True)) for order in permutations("abcd")]
STEP = 7


def seed_of(seed, variant):
    return f"{seed}:art:{variant}" if variant else f"{seed}:art"


def varied(shapes, variant):
    """The colours change their parts, and every other drawing looks the other way."""
    if not variant:
        return shapes
    parts = PARTS[variant * STEP % len(PARTS)]
    shapes = SHAPE.sub(lambda shape: f'class="{parts[shape[1]]}"', shapes)
    return f'<g transform="matrix(-1 0 0 1 300 0)">{shapes}</g>' if variant % 2 else shapes
