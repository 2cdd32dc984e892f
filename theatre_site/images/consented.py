from django.db import models

from .rules import children_tick, consent_tick, may_be_seen


class ConsentedPhoto(models.Model):
    """For a model with one `photo`: a child in it is public only if the parents agree."""

    photo_shows_children = children_tick()
    photo_has_consent = consent_tick()

    class Meta:
        abstract = True

    @property
    def public_photo(self):
        """The photo, if there is one and visitors may see it."""
        allowed = may_be_seen(shows_children=self.photo_shows_children, has_consent=self.photo_has_consent)
        return self.photo if self.photo and allowed else None
