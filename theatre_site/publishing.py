"""What the public may see: a state and two moments, asked in the query. Nothing runs at night to make it true.

How it gets there: `STEPS`, from draft over review to published and withdrawn.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site import moments


class PublishableQuerySet(models.QuerySet):
    def published(self):
        """Published, begun and not yet ended."""
        return self.filter(self.model.published_condition())


class Publishable(models.Model):
    # A moment that has passed no longer ago than this was set by the clock when somebody began to write, not by hand.
    BEGUN_LATELY = timedelta(days=60)

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
        return Q(**{f"{path}status": cls.Status.PUBLISHED, f"{path}publish_at__lte": moments.now()}) & (
            Q(**{f"{path}unpublish_at__isnull": True}) | Q(**{f"{path}unpublish_at__gt": moments.now()})
        )

    @classmethod
    def moments(cls):
        """When the next one appears and the next one goes."""
        return moments.soonest(cls._default_manager.filter(status=cls.Status.PUBLISHED), "publish_at", "unpublish_at")

    @property
    def is_public(self):
        now = timezone.now()
        return (
            self.status == self.Status.PUBLISHED
            and self.publish_at <= now
            and (self.unpublish_at is None or self.unpublish_at > now)
        )

    @property
    def is_scheduled(self):
        """Published, and its moment is still to come."""
        return self.status == self.Status.PUBLISHED and self.publish_at > timezone.now()

    def take(self, step, *, moment_is_chosen=False):
        """Goes this step, not saved yet. What appears for the first time appears now, unless somebody has chosen
        another moment: one in the future, one long past (a post for the archive), or any by hand just now."""
        now = timezone.now()
        is_new = self.status in {self.Status.DRAFT, self.Status.REVIEW}
        if step is PUBLISH and is_new and not moment_is_chosen and now - self.BEGUN_LATELY < self.publish_at < now:
            self.publish_at = now
        self.status = step.leads_to


Status = Publishable.Status


@dataclass(frozen=True)
class Step:
    """From one state to another, as a button says it and as the log of the office does."""

    name: str
    label: str
    done: str
    begins_in: frozenset
    leads_to: str
    needs_publish_right: bool = False

    @property
    def button(self):
        """What its button sends."""
        return f"_{self.name}"

    def may_be_taken(self, user, row):
        return row.status in self.begins_in and (not self.needs_publish_right or may_publish(user, type(row)))


SEND = Step(
    "send_for_review",
    _("Send for review"),
    _("Sent for review"),
    frozenset({Status.DRAFT, Status.WITHDRAWN}),
    Status.REVIEW,
)
TAKE_BACK = Step(
    "take_back",
    _("Back to drafts"),
    _("Taken back to the drafts"),
    frozenset({Status.REVIEW, Status.WITHDRAWN}),
    Status.DRAFT,
)
PUBLISH = Step(
    "publish",
    _("Publish"),
    pgettext_lazy("what was done", "Published"),
    frozenset({Status.DRAFT, Status.REVIEW, Status.WITHDRAWN}),
    Status.PUBLISHED,
    needs_publish_right=True,
)
WITHDRAW = Step(
    "withdraw",
    _("Withdraw from the site"),
    pgettext_lazy("what was done", "Withdrawn"),
    frozenset({Status.PUBLISHED}),
    Status.WITHDRAWN,
    needs_publish_right=True,
)
STEPS = [SEND, TAKE_BACK, PUBLISH, WITHDRAW]


def publish_right(model):
    """Such as “news.publish_post”."""
    return f"{model._meta.app_label}.{get_permission_codename('publish', model._meta)}"


def may_publish(user, model):
    return user.has_perm(publish_right(model))


def may_change(user, row):
    """What is published, now or at a moment to come, is changed by those only who may publish."""
    return row.status != Status.PUBLISHED or may_publish(user, type(row))
