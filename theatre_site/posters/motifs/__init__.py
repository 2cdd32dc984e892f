"""What a poster can show. A motif is a function (chance, height) → shapes within 300 × height."""

from .animals import bear, bird, cat, hare, horse
from .places import forest, ship, stairs, town, waves
from .sky import moon, snow, sun
from .stage import beams, curtain, masks
from .things import clock, crown, flower, heart, patch

MOTIFS = {
    motif.__name__: motif
    for motif in (
        *(beams, bear, bird, cat, clock, crown, curtain),
        *(flower, forest, hare, heart, horse, masks, moon),
        *(patch, ship, snow, stairs, sun, town, waves),
    )
}

# How much height a figure needs that does not grow and shrink with its room.
LOWEST = {"bear": 190, "bird": 292, "hare": 260, "heart": 190, "horse": 254, "masks": 246, "snow": 256}
