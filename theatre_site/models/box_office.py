"""When the box office is open and who pays less."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.languages import Translated, said, translated
from theatre_site.schedule import Schedule

__all__ = ["Concession", "HoursException", "OpeningHours", "Schedule"]


class Weekday(models.IntegerChoices):
    """Numbered as ISO 8601 does."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class Hours(models.Model):
    """From when to when, with or without a break; or closed."""

    is_closed = models.BooleanField(_("closed"), default=False)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    break_from = models.TimeField(_("break from"), null=True, blank=True)
    break_until = models.TimeField(_("break until"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(is_closed=True) | Q(opens__isnull=False, closes__isnull=False, opens__lt=F("closes")),
                name="%(app_label)s_%(class)s_open_in_order",
                violation_error_message=_("Say when it opens and, later that day, closes; or tick “closed”."),
            ),
            models.CheckConstraint(
                condition=Q(break_from__isnull=True, break_until__isnull=True)
                | Q(
                    break_from__isnull=False,
                    break_until__isnull=False,
                    break_from__gt=F("opens"),
                    break_until__gt=F("break_from"),
                    break_until__lt=F("closes"),
                ),
                name="%(app_label)s_%(class)s_break_inside",
                violation_error_message=_("A break begins and ends within the opening hours."),
            ),
        ]

    def clean(self):
        super().clean()
        if self.is_closed:
            self.opens = self.closes = self.break_from = self.break_until = None

    @property
    def spans(self):
        """[(from, until), …]: one, two with a break, none when closed."""
        if self.is_closed:
            return []
        if self.break_from:
            return [(self.opens, self.break_from), (self.break_until, self.closes)]
        return [(self.opens, self.closes)]


class OpeningHours(Hours):
    theatre = models.ForeignKey(
        "theatre_site.Theatre", on_delete=models.CASCADE, related_name="opening_hours", default=1
    )
    weekday = models.PositiveSmallIntegerField(
        _("weekday"),
        choices=Weekday,
        unique=True,
        error_messages={"unique": _("This day has its hours already.")},
    )

    class Meta(Hours.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday"]

    def __str__(self):
        return self.get_weekday_display()


class HoursExceptionQuerySet(models.QuerySet):
    def not_over(self):
        return self.filter(last_day__gte=moments.today()).order_by("first_day")


class HoursException(Translated, Hours):
    """Other hours on some days: a holiday, a repair."""

    theatre = models.ForeignKey(
        "theatre_site.Theatre", on_delete=models.CASCADE, related_name="hours_exceptions", default=1
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = translated(models.CharField(_("reason"), max_length=200))

    objects = HoursExceptionQuerySet.as_manager()

    class Meta(Hours.Meta):
        verbose_name = _("other hours on some days")
        verbose_name_plural = _("other hours on some days")
        ordering = ["first_day"]
        constraints = [
            *Hours.Meta.constraints,
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="hours_exception_days_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        ]

    def __str__(self):
        return f"{self.first_day:%d.%m.%Y} – {self.last_day:%d.%m.%Y}"

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})

    def covers(self, day):
        return self.first_day <= day <= self.last_day


class Concession(Translated):
    """Who pays less, how much less, with which document and when."""

    said_in_some_language = ["who", "discount"]

    who = translated(models.CharField(_("who"), max_length=200))
    discount = translated(models.CharField(_("what they pay"), max_length=100))
    document = translated(models.CharField(_("which document to bring"), max_length=200))
    applies = translated(models.CharField(_("when it applies"), max_length=200))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("concession")
        verbose_name_plural = _("concessions")
        ordering = ["order", "pk"]
        constraints = [said("who"), said("discount")]

    def __str__(self):
        return self.who
