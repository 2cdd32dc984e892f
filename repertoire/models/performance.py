"""One date of a production: when, where, in which state. Every surface reads its state from `Performance.state`
and its sale from `Performance.sale`, through `badges` and `can_be_ordered`."""

from copy import copy
from datetime import date, timedelta

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.template.defaultfilters import date as format_date
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from theatre_site.calendars import InCalendars, SequenceField
from theatre_site.languages import LANGUAGE_CODES, Translated, columns, translated
from theatre_site.moments import soonest
from theatre_site.search import SearchField

from .audience import AgeRating, Audience
from .performance_queryset import PerformanceQuerySet
from .prices import Priced
from .production import Production
from .slot import USUAL_RUNNING_TIME, WeeklySlot
from .stage import PlaysAlone

LONGEST_RUNNING_TIME = 600  # minutes


class Performance(PlaysAlone, Priced, InCalendars, Translated):
    class State(models.TextChoices):
        SCHEDULED = "scheduled", _("takes place")
        CANCELLED = "cancelled", pgettext_lazy("performance", "Cancelled")
        POSTPONED = "postponed", pgettext_lazy("performance", "Postponed")
        RESCHEDULED = "rescheduled", pgettext_lazy("performance", "Moved")

    class Sale(models.TextChoices):
        ON_SALE = "on_sale", _("on sale")
        FEW_LEFT = "few_left", _("Few tickets left")
        SOLD_OUT = "sold_out", _("Sold out")
        FREE = "free", _("Free entry")
        BOX_OFFICE = "box_office", _("Only at the box office")

    class Remark(models.TextChoices):
        NOTHING = "", _("nothing special")
        PREMIERE = "premiere", _("Premiere")
        LAST_SHOW = "last_show", _("Last show")
        GUEST = "guest", _("Guest company")

    production = models.ForeignKey(
        Production,
        verbose_name=_("production"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="performances",
        help_text=_("Empty means: the play will be announced."),
    )
    title = translated(
        models.CharField(
            _("title of a guest show"), max_length=200, help_text=_("Only for what is not in our own repertoire.")
        )
    )
    starts_at = models.DateTimeField(_("begins"))
    venue = models.ForeignKey(
        "theatre_site.Venue",
        verbose_name=_("venue"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty means: in our own house."),
    )

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.SCHEDULED)
    state_reason = translated(
        models.CharField(_("reason"), max_length=200, help_text=_("Visitors read it beside “cancelled” or “moved”."))
    )
    moved_from = models.DateTimeField(
        _("old date"), null=True, blank=True, help_text=_("When the show was to begin before it was moved.")
    )
    instead_of = models.ForeignKey(
        Production,
        verbose_name=_("instead of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The play that was announced for this date before."),
    )
    sale = models.CharField(_("tickets"), max_length=10, choices=Sale, default=Sale.ON_SALE)
    remark = models.CharField(_("remark"), max_length=10, choices=Remark, default=Remark.NOTHING, blank=True)
    remark_text = translated(
        models.CharField(_("a remark in words"), max_length=200, help_text=_("The name of the guest company, say."))
    )
    ticket_url = models.URLField(
        _("ticket shop for this date"), blank=True, help_text=_("If it is not the usual one of the theatre.")
    )

    audience = models.CharField(
        _("audience"), max_length=10, choices=Audience, blank=True, help_text=_("Empty means: as the production says.")
    )
    age_rating = models.PositiveSmallIntegerField(_("age mark"), choices=AgeRating, null=True, blank=True)
    running_time = models.PositiveSmallIntegerField(_("running time, minutes"), null=True, blank=True)

    slot = models.ForeignKey(
        WeeklySlot,
        verbose_name=_("weekly slot"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="performances",
    )
    slot_day = models.DateField(_("day of the slot"), null=True, blank=True, editable=False)
    sequence = SequenceField(follows=["starts_at", "venue_id", "state", "production_id"])
    search = SearchField(
        title=columns("title"), lead=[*columns("remark_text"), "day_in_words"], body=columns("state_reason")
    )

    # An announced gap, which stands among performances, says True.
    is_gap = False

    # Where it has gone, on the copy that stands at its old date; see at_its_old_date().
    moved_to = None

    objects = PerformanceQuerySet.as_manager()

    class Meta(Priced.Meta):
        default_permissions = ["add", "change", "delete", "view", "sell"]
        verbose_name = _("performance")
        verbose_name_plural = _("performances")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at"]), GinIndex(fields=["search"], name="performance_search")]
        constraints = [
            *Priced.Meta.constraints,
            models.UniqueConstraint(fields=["slot", "slot_day"], name="one_performance_a_slot_and_day"),
            models.CheckConstraint(
                condition=~Q(state="rescheduled") | Q(moved_from__isnull=False),
                name="moved_performance_knows_its_old_date",
                violation_error_message=_("Say the old date of a show that was moved."),
            ),
            models.CheckConstraint(
                condition=Q(running_time__isnull=True) | Q(running_time__range=(1, LONGEST_RUNNING_TIME)),
                name="performance_running_time_is_sane",
                violation_error_message=_("The running time is between 1 and 600 minutes."),
            ),
        ]

    @classmethod
    def of_slot(cls, slot, day):
        """A date of the weekly rhythm, not saved yet."""
        return cls(slot=slot, slot_day=day, starts_at=slot.starts_at(day), venue=slot.venue)

    def __str__(self):
        return f"{timezone.localtime(self.starts_at):%d.%m.%Y %H:%M} {self.name or _('play to be announced')}"

    def get_absolute_url(self):
        return reverse("repertoire:performance", args=[self.pk])

    def clean(self):
        super().clean()
        if self.state == self.State.RESCHEDULED and not self.moved_from:
            raise ValidationError({"moved_from": _("Say the old date of a show that was moved.")})
        if self.production and self.languages_of("title"):
            raise ValidationError(
                {"production": _("Choose a production or write the title of a guest show, not both.")}
            )
        if self.instead_of and self.instead_of == self.production:
            raise ValidationError({"instead_of": _("This is the play itself.")})
        if self.moved_from and self.moved_from == self.starts_at:
            raise ValidationError({"moved_from": _("The old date is the same as the new one.")})

        if (self.running_time or 0) <= LONGEST_RUNNING_TIME:  # no moment may be so far away; its own rule refuses it
            self.clean_hour()

    # What it is: its own word goes before its production's

    @property
    def name(self):
        """The title that visitors read, or "" when the play is to be announced."""
        return self.title or (self.production.title if self.production else "")

    @property
    def said_in(self):
        """The languages of its title, or of its production's; none for a play to be announced."""
        return self.languages_of("title") or (self.production.said_in if self.production else [])

    @property
    def heading(self):
        return self.name or _("Play to be announced")

    @property
    def is_to_be_announced(self):
        return not self.name

    @property
    def genre(self):
        return self.production.genre if self.production else ""

    @property
    def age_mark(self):
        if self.age_rating is not None:
            return self.get_age_rating_display()
        return self.production.age_mark if self.production else ""

    @property
    def own_audience(self):
        """As said for this date or its production; `for_audience`, where it is loaded, knows more."""
        return self.audience or (self.production.audience if self.production else "")

    @property
    def for_children(self):
        return self.for_audience == Audience.CHILDREN

    @property
    def audience_name(self):
        return Audience(self.for_audience).label

    @property
    def replaced(self):
        """The play that was announced for this date before (A12), if visitors may know it; or None."""
        return self.instead_of if self.instead_of and self.instead_of.is_public else None

    @property
    def edition(self):
        """The festival edition in whose programme this date stands, or None (C17)."""
        item = getattr(self, "programme_item", None)
        return item.edition if item and item.edition.is_public else None

    # When it is

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def day_in_words(self):
        """In all languages, for the search: "5 декабря 2026, суббота; 5 грудня 2026, субота"."""
        said = []
        for language in LANGUAGE_CODES:
            with translation.override(language):
                said.append(format_date(self.day, "j E Y, l"))
        return "; ".join(said)

    @classmethod
    def moments(cls):
        """When the next show begins and when it ends."""
        return [*soonest(cls.objects, "starts_at"), *soonest(cls.objects.with_end().not_over(), "ends_at")]

    @property
    def days_ahead(self):
        """0 today, 1 tomorrow …"""
        return (self.day - timezone.localdate()).days

    @property
    def ends_about(self):
        """Works without `ends_at` too: a festival's programme has the date itself and no facts about it."""
        return self.starts_at + timedelta(minutes=self.length or USUAL_RUNNING_TIME)

    @property
    def is_over(self):
        return self.ends_about <= timezone.now()

    @property
    def took_place(self):
        return self.is_over and not self.is_off

    @property
    def has_begun(self):
        return self.starts_at <= timezone.now()

    @property
    def length(self):
        """Running time in minutes, or None if nobody has said it."""
        return self.running_time or (self.production.running_time if self.production else None)

    @property
    def changed_at(self):
        """When something about it changed last: the date itself or its play."""
        return max(self.updated_at, self.production.updated_at) if self.production else self.updated_at

    def at_its_old_date(self):
        """A copy that stands where a moved show was to be, and says where it has gone."""
        old = copy(self)
        old.starts_at, old.moved_to = self.moved_from, self.starts_at
        return old

    # Its state, in one place

    @property
    def is_off(self):
        """It does not take place on this date."""
        return self.moved_to is not None or self.state in {self.State.CANCELLED, self.State.POSTPONED}

    @property
    def can_be_ordered(self):
        """A visitor can get a ticket by telephone now."""
        return (
            not self.is_off
            and not self.has_begun
            and not self.is_to_be_announced
            and self.sale not in {self.Sale.SOLD_OUT, self.Sale.FREE, self.Sale.BOX_OFFICE}
        )

    @property
    def badges(self):
        """[(kind, words), …]: what must be seen at a glance. Kinds: off, move, new, out, few, plain.

        Not kept: a performance that was seen last may be shown again in another language (front_desk).
        """
        found = []
        if self.moved_to:
            day = format_date(timezone.localtime(self.moved_to), "j E")
            found.append(("off", _("Moved to %(day)s") % {"day": day}))
        elif self.state != self.State.SCHEDULED:
            found.append(("off" if self.is_off else "move", self.get_state_display()))
        if self.is_off:
            return found
        if self.replaced:
            found.append(("move", pgettext("performance", "Another play")))
        if self.remark:
            found.append(("new" if self.remark == self.Remark.PREMIERE else "plain", self.get_remark_display()))
        if self.sale != self.Sale.ON_SALE and not self.is_over:
            kinds = {self.Sale.SOLD_OUT: "out", self.Sale.FEW_LEFT: "few"}
            found.append((kinds.get(self.sale, "plain"), self.get_sale_display()))
        return found
