from datetime import timedelta

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site import moments
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.publishing import Publishable, PublishableQuerySet
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField
from theatre_site.shareable import Shareable
from theatre_site.slugs import AddressField

from .redirect import Addressed

LINK_BEGINS = RegexValidator(r"^(https?://|/)", _("Begin with https:// or, for a page of this site, with /."))


class PageQuerySet(PublishableQuerySet):
    def in_menu(self):
        return self.published().exclude(menu=Page.Menu.NOWHERE).order_by("menu_order", "pk")


class Page(Addressed, Publishable, Shareable, InStep, Translated):
    """A page that does not age: visiting rules, about the theatre."""

    class Menu(models.TextChoices):
        NOWHERE = "", _("not in the menu")
        VISITORS = "visitors", _("For visitors")
        ABOUT = "about", _("About the site")

    MENU_FIELDS = ["slug", "menu", *columns("title")]
    said_in_some_language = ["title"]

    title = translated(models.CharField(_("title"), max_length=200))
    slug = AddressField(_("address"), max_length=80)
    lead = translated(models.TextField(_("lead")))
    body = translated(RichTextField(_("text")))
    menu = models.CharField(_("in the footer menu"), max_length=10, choices=Menu, default=Menu.NOWHERE, blank=True)
    menu_order = models.PositiveSmallIntegerField(_("place in the menu"), default=0)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    search = SearchField(title=columns("title"), lead=columns("lead"), body=columns("body"))

    objects = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["menu", "menu_order", "pk"]
        constraints = [*Publishable.Meta.constraints, said("title")]
        indexes = [GinIndex(fields=["search"], name="page_search")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("page", args=[self.slug])


class NoticeQuerySet(models.QuerySet):
    def current(self):
        """Begun and not yet over; the urgent ones first, then the newest."""
        begun, not_over = Q(starts_at__lte=moments.now()), Q(ends_at__isnull=True) | Q(ends_at__gt=moments.now())
        return self.filter(begun, not_over).order_by("-is_urgent", "-starts_at", "pk")


class Notice(Translated):
    """A few words above every page for some time: changed hours, quarantine."""

    said_in_some_language = ["text"]

    text = translated(
        models.CharField(
            _("text"),
            max_length=300,
            help_text=_("One or two sentences. They stand above every page, so keep them short."),
        )
    )
    is_urgent = models.BooleanField(
        _("urgent"),
        default=False,
        help_text=_("On red and above the others: for what a visitor must not miss today."),
    )
    link = models.CharField(
        _("link"),
        max_length=200,
        blank=True,
        validators=[LINK_BEGINS],
        help_text=_("Where to read more, if anywhere."),
    )
    starts_at = models.DateTimeField(
        _("from"), default=timezone.now, help_text=_("At a moment in the future it appears by itself.")
    )
    ends_at = models.DateTimeField(
        pgettext_lazy("moment", "until"),
        null=True,
        blank=True,
        help_text=_("Then it goes by itself, and until then visitors read how long it holds. Empty: until you end it."),
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]
        constraints = [
            said("text"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="notice_ends_after_it_begins",
                violation_error_message=_("The end is before the beginning."),
            ),
        ]

    def __str__(self):
        return self.text

    @classmethod
    def moments(cls):
        return moments.soonest(cls.objects, "starts_at", "ends_at")

    @property
    def ends_today(self):
        return self.ends_at is not None and timezone.localdate(self.ends_at) == timezone.localdate()

    @property
    def last_day(self):
        """Until when it holds, in words; midnight belongs to the day before. None if nobody has said it."""
        return timezone.localdate(self.ends_at - timedelta(seconds=1)) if self.ends_at else None
