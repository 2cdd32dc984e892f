from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def duration(minutes):
    """70 → “1 hour 10 minutes”."""
    hours, minutes = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours})
    if minutes:
        parts.append(ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes})
    return " ".join(parts)


@register.filter
def intervals(number):
    if number == 0:
        return _("without an interval")
    if number == 1:
        return _("with an interval")
    return ngettext("with %(count)s interval", "with %(count)s intervals", number) % {"count": number}


@register.simple_tag(takes_context=True)
def price_band(context, production):
    """{"lowest", "highest"} of a production: its own prices, else the theatre's default for its audience."""
    if production.price_min is not None:
        lowest, highest = production.price_min, production.price_max
    else:
        lowest, highest = context["theatre"].price_band(production.audience)
    return {"lowest": lowest, "highest": highest}


@register.simple_tag
def this_month():
    """The address of this month's page."""
    today = timezone.localdate()
    return reverse("repertoire:month", args=[today.year, today.month])


@register.filter
def is_outside(day, month):
    return not month.has(day)
