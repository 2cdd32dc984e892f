"""Days, weekdays and months in words, as the page's language has them."""

from datetime import date

from django import template
from django.template.defaultfilters import date as format_date
from django.utils import timezone
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


@register.filter
def month_name(number):
    """11 → “November”, in the nominative."""
    return format_date(date(2026, number, 1), "F")


@register.filter
def day_month(day):
    """“3 March”; of another year “3 March 2028”."""
    return format_date(day, "j E" if day.year == timezone.localdate().year else "j E Y")


@register.filter
def until(first, last):
    """A range of days: “9–15 February”, “23 February – 1 March”, or one day."""
    if first == last:
        return format_date(first, "j E")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last, 'j E')}"
    return f"{format_date(first, 'j E')} – {format_date(last, 'j E')}"
