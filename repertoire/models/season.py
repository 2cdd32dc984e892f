from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SeasonQuerySet(models.QuerySet):
    def current_or_next(self):
        """The season of today, in the summer the one that opens next; or None."""
        return self.filter(ends_on__gte=timezone.localdate()).order_by("starts_on").first()

    def not_over(self, day):
        """A list of those that have not closed on that day."""
        return list(self.filter(ends_on__gte=day))

    def opening(self):
        """In the summer, the season that opens next; None while one is running or none is known."""
        season = self.current_or_next()
        return season if season and season.is_ahead else None


class Season(models.Model):
    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    starts_on = models.DateField(_("opens on"))
    ends_on = models.DateField(_("closes on"))

    objects = SeasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("theatre season")
        verbose_name_plural = _("theatre seasons")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="season_dates_in_order",
                violation_error_message=_("The last day must come after the first."),
            ),
            ExclusionConstraint(
                name="seasons_do_not_overlap",
                expressions=[
                    (
                        Func("starts_on", "ends_on", Value("[]"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    )
                ],
                violation_error_message=_("Another season has some of these days already."),
            ),
        ]

    def __str__(self):
        return _("season %(number)s") % {"number": self.number}

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on <= self.starts_on:
            raise ValidationError({"ends_on": _("The last day must come after the first.")})

    def has(self, day):
        return self.starts_on <= day <= self.ends_on

    @property
    def is_ahead(self):
        return self.starts_on > timezone.localdate()
