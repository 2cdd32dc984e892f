from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theatre_site.models.box_office import Weekday

from .audience import Audience
from .prices import Priced

# How long a show lasts, in minutes, when nobody has said so: it leaves what's on after that.
USUAL_RUNNING_TIME = 120


class WeeklySlotQuerySet(models.QuerySet):
    def current(self):
        """The rhythm of these weeks."""
        today = timezone.localdate()
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=today), first_day__lte=today)

    def not_over(self):
        """In force now or later."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=timezone.localdate()))


class WeeklySlot(Priced):
    """The rhythm of the week: Saturday 15:00 for adults, Sunday 11:00 for children."""

    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    time = models.TimeField(_("begins at"))
    audience = models.CharField(_("audience"), max_length=10, choices=Audience)
    venue = models.ForeignKey(
        "theatre_site.Venue", verbose_name=_("venue"), null=True, blank=True, on_delete=models.PROTECT
    )
    first_day = models.DateField(_("from"), default=timezone.localdate)
    last_day = models.DateField(_("until"), null=True, blank=True)

    objects = WeeklySlotQuerySet.as_manager()

    class Meta(Priced.Meta):
        verbose_name = _("weekly slot")
        verbose_name_plural = _("weekly slots")
        ordering = ["weekday", "time"]
        constraints = [
            *Priced.Meta.constraints,
            models.UniqueConstraint(
                fields=["weekday", "time", "venue"],
                name="one_slot_at_a_time",
                nulls_distinct=False,
                violation_error_message=_("There is a weekly slot at this time already."),
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="slot_days_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()}, {self.time:%H:%M}, {self.get_audience_display()}"

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})

    def dates(self, first_day, last_day, *, seasons):
        """The days of these on which this slot is still to play: in a season, if any is known."""
        first = max(self.first_day, first_day, timezone.localdate())
        last = min(filter(None, [self.last_day, last_day]))
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7)
        days = [day + timedelta(weeks=week) for week in range((last - day).days // 7 + 1)]
        return [
            day
            for day in days
            if self.starts_at(day) > timezone.now() and (not seasons or any(season.has(day) for season in seasons))
        ]

    def starts_at(self, day):
        return datetime.combine(day, self.time, timezone.get_current_timezone())

    def overlaps(self, day, begins, ends):
        """A show of the usual length would go on at some moment between these two."""
        starts = self.starts_at(day)
        return starts < ends and begins < starts + timedelta(minutes=USUAL_RUNNING_TIME)
