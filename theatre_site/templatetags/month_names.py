from datetime import date

from django import template
from django.template.defaultfilters import date as format_date

register = template.Library()


@register.filter
def month_name(number):
    """11 → “November”, in the nominative."""
    return format_date(date(2026, number, 1), "F")
