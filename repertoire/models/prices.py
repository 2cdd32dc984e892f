"""A price band, the same in productions, slots and dates: from – to in hryvnias, or nothing said."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

IN_ORDER = _("The lowest price must not be above the highest.")


class Priced(models.Model):
    price_min = models.PositiveIntegerField(_("ticket from"), null=True, blank=True)
    price_max = models.PositiveIntegerField(_("ticket to"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(price_min__isnull=True, price_max__isnull=True)
                | Q(price_min__isnull=False, price_max__isnull=False, price_min__lte=F("price_max")),
                name="%(app_label)s_%(class)s_prices_in_order",
                violation_error_message=IN_ORDER,
            )
        ]

    def clean(self):
        super().clean()
        if (self.price_min is None) != (self.price_max is None):
            raise ValidationError({"price_max": _("Fill in both prices, or neither.")})
        if self.price_min is not None and self.price_min > self.price_max:
            raise ValidationError({"price_max": IN_ORDER})
