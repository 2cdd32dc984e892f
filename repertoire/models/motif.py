from django.db import models
from django.utils.translation import pgettext_lazy


class Motif(models.TextChoices):
    """What theatre_site.posters can draw, in words for the editor."""

    BEAMS = "beams", pgettext_lazy("drawing", "spotlights")
    BEAR = "bear", pgettext_lazy("drawing", "bear")
    BIRD = "bird", pgettext_lazy("drawing", "bird")
    CAT = "cat", pgettext_lazy("drawing", "cat")
    CLOCK = "clock", pgettext_lazy("drawing", "clock")
    CROWN = "crown", pgettext_lazy("drawing", "crown")
    CURTAIN = "curtain", pgettext_lazy("drawing", "curtain")
    FLOWER = "flower", pgettext_lazy("drawing", "flower")
    FOREST = "forest", pgettext_lazy("drawing", "forest")
    HARE = "hare", pgettext_lazy("drawing", "hare")
    HEART = "heart", pgettext_lazy("drawing", "heart")
    HORSE = "horse", pgettext_lazy("drawing", "horse")
    MASKS = "masks", pgettext_lazy("drawing", "masks")
    MOON = "moon", pgettext_lazy("drawing", "moon")
    PATCH = "patch", pgettext_lazy("drawing", "patchwork")
    SHIP = "ship", pgettext_lazy("drawing", "ship")
    SNOW = "snow", pgettext_lazy("drawing", "snowflake")
    STAIRS = "stairs", pgettext_lazy("drawing", "stairs")
    SUN = "sun", pgettext_lazy("drawing", "sun")
    TOWN = "town", pgettext_lazy("drawing", "town")
    WAVES = "waves", pgettext_lazy("drawing", "waves")
