from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from theatre_site.calendars import InCalendars, SequenceField
from theatre_site.languages import Translated, columns, translated

from .company import Participant


class ProgrammeItemQuerySet(models.QuerySet):
    def forget_moves(self):
        """A programme that is confirmed from now on, or no longer, begins without notes on what was moved."""
        return self.update(moved_from=None, moved_on=None)

    def public(self):
        """Without the dates of plays that visitors may not see yet, and without who was refused or has not come."""
        performances = self.model._meta.get_field("performance").related_model.objects
        return self.filter(
            Q(performance=None) | Q(performance__in=performances.public().order_by()),
            Q(participant=None) | Q(participant__in=Participant.objects.public().order_by()),
        )

    def in_order(self):
        """Day by day and hour by hour, with all that the programme shows."""
        return (
            self.annotate(begins_at=Coalesce("performance__starts_at", "starts_at"))
            .select_related("participant__company", "venue", "performance__venue")
            .select_related("performance__production", "performance__instead_of")
            .order_by("begins_at", "pk")
        )


class ProgrammeItem(InCalendars, Translated):
    """A show, an opening, a discussion … A show that also stands in what's on takes its moment, its venue and its
    state from there, so that nothing has to be changed twice."""

    class Kind(models.TextChoices):
        SHOW = "show", _("Show")
        OPENING = "opening", _("Opening")
        DISCUSSION = "discussion", _("Discussion")
        MASTER_CLASS = "master_class", _("Master class")
        CEREMONY = "ceremony", _("Ceremony")
        BREAK = "break", _("Break")

    edition = models.ForeignKey(
        "festivals.Edition", verbose_name=_("edition"), on_delete=models.CASCADE, related_name="programme"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SHOW)
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="programme_items",
        help_text=_("Openings, discussions and master classes have none."),
    )
    title = translated(
        models.CharField(_("title"), max_length=200, help_text=_("Leave empty for a show: its own title is taken."))
    )
    starts_at = models.DateTimeField(_("begins"))
    duration = models.PositiveSmallIntegerField(
        _("duration, minutes"), null=True, blank=True, validators=[MaxValueValidator(900)]
    )
    venue = models.ForeignKey(
        "theatre_site.Venue",
        verbose_name=_("venue"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    performance = models.OneToOneField(
        "repertoire.Performance",
        verbose_name=_("date in what's on"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="programme_item",
        help_text=_("If the public can buy tickets. Hour, venue and state then come from there."),
    )
    moved_from = models.DateTimeField(_("moved from"), null=True, blank=True, editable=False)
    moved_on = models.DateField(_("moved on"), null=True, blank=True, editable=False)
    note = models.TextField(_("internal note"), blank=True, help_text=_("Never shown to visitors."))

    sequence = SequenceField(follows=["starts_at", "venue_id", "duration"])

    objects = ProgrammeItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the programme")
        verbose_name_plural = _("programme")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(participant__isnull=False)
                | Q(performance__isnull=False)
                | ~Q(**dict.fromkeys(columns("title"), "")),
                name="programme_item_says_what_it_is",
                violation_error_message=_("Say what it is: choose a participant or write a title."),
            )
        ]

    def __str__(self):
        return f"{timezone.localtime(self.starts_at):%d.%m %H:%M} {self.name}"

    def clean(self):
        super().clean()
        if not (self.participant_id or self.performance_id or self.languages_of("title")):
            raise ValidationError({"participant": _("Say what it is: choose a participant or write a title.")})
        if self.participant_id and self.participant.edition_id != self.edition_id:
            raise ValidationError({"participant": _("This participant came to another edition.")})

    @property
    def name(self):
        if self.title:
            return self.title
        if self.participant:
            return self.participant.show
        return self.performance.heading if self.performance else ""

    @property
    def moment(self):
        return self.performance.starts_at if self.performance else self.starts_at

    @property
    def day(self):
        return timezone.localdate(self.moment)

    @property
    def place(self):
        return (self.performance.venue if self.performance else None) or self.venue

    @property
    def minutes(self):
        return (
            self.duration
            or (self.participant.running_time if self.participant else None)
            or (self.performance.length if self.performance else None)
        )

    @property
    def ends_at(self):
        """None if nobody has said how long it lasts."""
        return self.moment + timedelta(minutes=self.minutes) if self.minutes else None

    def tell_of_move(self, before):
        """Visitors shall read from which hour it was moved. What is back at its hour was not moved."""
        first = self.moved_from or before
        came_back = first == self.starts_at
        self.moved_from, self.moved_on = (None, None) if came_back else (first, timezone.localdate())

    @property
    def move_note(self):
        """“Moved from 12:00 to 14:00, changed on 3 October”, or nothing."""
        if self.moved_from is None or self.performance:
            return ""
        before, now = timezone.localtime(self.moved_from), timezone.localtime(self.moment)
        form = "G:i" if before.date() == now.date() else "j E, G:i"
        return _("Moved from %(before)s to %(now)s, changed on %(day)s") % {
            "before": date_format(before, form),
            "now": date_format(now, form),
            "day": date_format(self.moved_on, "j E"),
        }

    @property
    def audience(self):
        if self.participant:
            return self.participant.audience
        return self.performance.own_audience if self.performance else ""

    @property
    def age_mark(self):
        shown = self.participant or self.performance
        return shown.age_mark if shown else ""

    @property
    def is_show(self):
        return self.kind == self.Kind.SHOW

    @property
    def badges(self):
        return self.performance.badges if self.performance else []
