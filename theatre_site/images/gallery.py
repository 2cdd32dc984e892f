from pathlib import Path

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Translated, translated

from .fields import PictureField
from .rules import check_described, children_tick, consent_tick, decorative_tick, description, may_be_seen


class GalleryPhotoQuerySet(models.QuerySet):
    def public(self):
        """In which no child can be recognised whose parents have not agreed."""
        return self.filter(Q(shows_children=False) | Q(has_consent=True))


class GalleryPhoto(Translated):
    """One picture of a gallery; the gallery's owner is added by the model that inherits from this one."""

    image = PictureField(
        _("picture"),
        upload_to="photos/%Y/",
        width_field="width",
        height_field="height",
        auto_add_fields=True,
        uses=["thumbnail", "large"],
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    alt = description(_("description"))
    is_decorative = decorative_tick()
    caption = translated(
        models.CharField(
            _("caption"),
            max_length=300,
            help_text=_("Children by first name or role, never by their full name."),
        )
    )
    author = models.CharField(_("photographer"), max_length=150, blank=True)
    shows_children = children_tick()
    has_consent = consent_tick()
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = GalleryPhotoQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.caption or self.alt or Path(self.image.name).name

    def clean(self):
        super().clean()
        check_described(self, "alt", self.is_decorative)

    @property
    def is_public(self):
        return may_be_seen(shows_children=self.shows_children, has_consent=self.has_consent)

    @property
    def alt_text(self):
        return "" if self.is_decorative else self.alt
