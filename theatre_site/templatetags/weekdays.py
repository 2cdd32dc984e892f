from datetime import date

from django import template
from django.template.defaultfilters import date as format_date
from django.utils.translation import gettext_lazy as _

register = template.Library()

EVERY = {
    1: _("every Monday"),
    2: _("every Tuesday"),
    3: _("every Wednesday"),
    4: _("every Thursday"),
    5: _("every Friday"),
    6: _("every Saturday"),
    7: _("every Sunday"),
}


@register.filter
def weekday_short(number):
    """Two letters for a weekday of ISO 8601: 1 → Mo."""
    return format_date(date.fromisocalendar(2026, 1, number), "D")


@register.filter
def every_weekday(number):
    """“every Saturday”, in the case that the language asks for."""
    return EVERY[number]
