from django import template
from django.utils.translation import gettext_lazy as _

from .roman import roman

register = template.Library()

ORDINALS = {
    1: _("First"),
    2: _("Second"),
    3: _("Third"),
    4: _("Fourth"),
    5: _("Fifth"),
    6: _("Sixth"),
    7: _("Seventh"),
    8: _("Eighth"),
    9: _("Ninth"),
    10: _("Tenth"),
}


@register.filter
def ordinal(number):
    """In words up to ten, in Roman numerals beyond."""
    return ORDINALS.get(number, roman(number))
