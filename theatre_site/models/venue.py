from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site.languages import Translated, columns, said, translated
from theatre_site.parts import part_of_the_era
from theatre_site.richtext import RichTextField


class VenueQuerySet(models.QuerySet):
    def home(self):
        """The theatre's own house, or None."""
        return part_of_the_era("own house", self.filter(is_home=True).first)

    def for_choice(self):
        """What a list of names shows: no long texts."""
        return self.defer(*columns("directions", "access"))


class Venue(Translated):
    said_in_some_language = ["name"]

    name = translated(models.CharField(_("name"), max_length=150))
    town = translated(models.CharField(_("town"), max_length=100))
    address = translated(models.CharField(pgettext_lazy("venue", "address"), max_length=250))
    map_url = models.URLField(
        _("map"), blank=True, help_text=_("A link to the place on a map. Visitors open it only if they want to.")
    )
    directions = translated(RichTextField(_("how to get there")))
    access = translated(
        RichTextField(_("access"), help_text=_("Steps, a lift, a place for a wheelchair, a hearing loop."))
    )
    is_home = models.BooleanField(
        _("our own house"), default=False, help_text=_("Where we play if nothing else is said.")
    )

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["-is_home", "pk"]
        constraints = [
            said("name"),
            models.UniqueConstraint(
                fields=["is_home"],
                condition=Q(is_home=True),
                name="one_home_venue",
                violation_error_message=_("Another venue is already marked as our own house."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def in_full(self):
        """Name, street and town, so that a map finds it."""
        return ", ".join(filter(None, [self.name, self.address, self.town]))
