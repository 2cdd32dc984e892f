"""What the public may see: a state and two moments, asked in the query. Nothing runs at night to make it true."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PublishableQuerySet(models.QuerySet):
    def published(self):
        """Published, begun and not yet ended."""
        return self.filter(self.model.published_condition())


class Publishable(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("For review")
        PUBLISHED = "published", pgettext_lazy("publication status", "Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("Visitors see only what is published."),
    )
    publish_at = models.DateTimeField(
        _("publish at"), default=timezone.now, help_text=_("A moment in the future publishes by itself.")
    )
    unpublish_at = models.DateTimeField(
        _("take down at"), null=True, blank=True, help_text=_("Leave empty to keep it for good.")
    )

    class Meta:
        abstract = True
        default_permissions = ["add", "change", "delete", "view", "publish"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unpublish_at__isnull=True) | Q(unpublish_at__gt=F("publish_at")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                violation_error_message=_("It would be taken down before it is published."),
            )
        ]

    def clean(self):
        super().clean()
        if self.unpublish_at and self.publish_at and self.unpublish_at <= self.publish_at:
            raise ValidationError({"unpublish_at": _("It would be taken down before it is published.")})

    @classmethod
    def published_condition(cls, path=""):
        """The same rule for a row reached over a relation: `published_condition("production__")`."""
        now = timezone.now()
        return Q(**{f"{path}status": cls.Status.PUBLISHED, f"{path}publish_at__lte": now}) & (
            Q(**{f"{path}unpublish_at__isnull": True}) | Q(**{f"{path}unpublish_at__gt": now})
        )

    @property
    def is_public(self):
        now = timezone.now()
        return (
            self.status == self.Status.PUBLISHED
            and self.publish_at <= now
            and (self.unpublish_at is None or self.unpublish_at > now)
        )
