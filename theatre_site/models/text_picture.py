from pathlib import Path

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from theatre_site.images import PictureField, children_tick, consent_tick, may_be_seen


class TextPictureQuerySet(models.QuerySet):
    def public(self):
        """In which no child can be recognised whose parents have not agreed."""
        return self.filter(Q(shows_children=False) | Q(has_consent=True))


class TextPicture(models.Model):
    """A picture inside of texts. What it shows and its caption are said there, in the language of the text."""

    image = PictureField(
        _("picture"),
        upload_to="text/%Y/",
        width_field="width",
        height_field="height",
        ppoi_field="middle",
        uses=["article"],
        editable=False,  # another file would have another address, and the texts know this one
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    middle = models.CharField(editable=False, default="0.5x0.5", max_length=20)
    shows_children = children_tick()
    has_consent = consent_tick()
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = TextPictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture in texts")
        verbose_name_plural = _("pictures in texts")
        ordering = ["-added_at", "-pk"]

    def __str__(self):
        return Path(self.image.name).name

    @property
    def is_public(self):
        return may_be_seen(shows_children=self.shows_children, has_consent=self.has_consent)
