from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    ADULTS = "adults", _("For adults")
    CHILDREN = "children", _("For children")


class AgeRating(models.IntegerChoices):
    """The youngest age, in years, for which the theatre recommends a play."""

    ZERO = 0, "0+"
    THREE = 3, "3+"
    SIX = 6, "6+"
    TWELVE = 12, "12+"
    SIXTEEN = 16, "16+"
    EIGHTEEN = 18, "18+"
