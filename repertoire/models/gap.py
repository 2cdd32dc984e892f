"""Days that the weekly rhythm leaves out, and how visitors see them: as a card on the date (A9)."""

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, ExtractIsoWeekDay, JSONObject, NullIf
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Translated, columns, translated
from theatre_site.models.theatre import revived, rows

from .audience import Audience
from .season import Season
from .slot import WeeklySlot


def public_performances():
    """Performances know the slots, and the slots their gaps: from here only their name leads back to them."""
    return apps.get_model("repertoire", "Performance").objects.public()


def slots_left_free(audience=""):
    """The slots of the rhythm that a gap leaves without a performance; for a subquery of gaps with their `weekday`."""
    day, time = OuterRef(OuterRef("day")), OuterRef("time")
    played = public_performances().filter(
        Q(starts_at__date=day, starts_at__time=time)
        | Q(state="rescheduled", moved_from__date=day, moved_from__time=time)
    )
    slots = WeeklySlot.objects.filter(
        Q(last_day=None) | Q(last_day__gte=OuterRef("day")),
        ~Exists(played),
        first_day__lte=OuterRef("day"),
        weekday=OuterRef("weekday"),
        pk=Coalesce(OuterRef("slot"), F("pk")),  # a gap without a slot leaves out the whole day
    )
    return slots.filter(audience=audience) if audience else slots


def next_for(audience):
    """The first date for this audience after the gap that takes place: its number, moment and title."""
    titles = {name: Coalesce(NullIf(name, Value("")), f"production__{name}", Value("")) for name in columns("title")}
    coming = public_performances().not_over().taking_place().for_audience(audience)
    found = coming.filter(starts_at__date__gt=OuterRef("day"))
    return ArraySubquery(found.values(row=JSONObject(id="id", starts_at="starts_at", **titles))[:1])


class GapQuerySet(models.QuerySet):
    def left_out(self, first_day, last_day):
        return self.filter(day__range=(first_day, last_day))

    def announced(self, first_day, last_day, *, audience=""):
        """What visitors are told about these days: in a season, at an hour of the rhythm that nobody has filled after
        all. With the hours and with what is played next, in one query, which is a long one."""
        in_season = Exists(Season.objects.filter(starts_on__lte=OuterRef("day"), ends_on__gte=OuterRef("day")))
        no_seasons = ~Exists(Season.objects.all())
        return (
            self.left_out(first_day, last_day)
            .filter(in_season | no_seasons)
            .annotate(weekday=ExtractIsoWeekDay("day"))
            .filter(Exists(slots_left_free(audience)))
            .annotate(
                slot_rows=rows(slots_left_free(audience).order_by("time"), "id", "time", "audience"),
                next_for_adults=next_for(Audience.ADULTS),
                next_for_children=next_for(Audience.CHILDREN),
            )
            .order_by("day", "pk")
        )


class Gap(Translated):
    """A date that the weekly rhythm leaves out, with the reason that visitors read."""

    day = models.DateField(_("date"))
    slot = models.ForeignKey(
        WeeklySlot,
        verbose_name=_("weekly slot"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="gaps",
        help_text=_("Leave empty if nothing is played that day at all."),
    )
    reason = translated(models.CharField(_("reason"), max_length=200))

    is_gap = True

    objects = GapQuerySet.as_manager()

    class Meta:
        verbose_name = _("day without a performance")
        verbose_name_plural = _("days without a performance")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "slot"],
                name="one_gap_a_slot_and_day",
                nulls_distinct=False,
                violation_error_message=_("This day is announced as free already."),
            )
        ]

    def __str__(self):
        return f"{self.day:%d.%m.%Y}"

    # As a card among performances; only for what `announced()` has found

    @cached_property
    def slots(self):
        """The hours of the rhythm at which nothing is played."""
        return revived(WeeklySlot, self.slot_rows)

    @property
    def hours(self):
        return [slot.starts_at(self.day) for slot in self.slots]

    @property
    def starts_at(self):
        return self.hours[0]

    @property
    def is_over(self):
        """Its last hour has come: now the next date matters."""
        return self.hours[-1] <= timezone.now()

    @property
    def audiences(self):
        return list(dict.fromkeys(slot.audience for slot in self.slots))

    @property
    def for_children(self):
        """And for nobody else: the shape of its date is a disc."""
        return self.audiences == [Audience.CHILDREN]

    @cached_property
    def next_performance(self):
        """What is played next for those who would have come, or None."""
        found = [row for audience in self.audiences for row in getattr(self, f"next_for_{audience}")]
        coming = revived(apps.get_model("repertoire", "Performance"), found)
        return min(coming, key=lambda performance: performance.starts_at, default=None)
