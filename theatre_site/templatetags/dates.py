from datetime import datetime

from django import template
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import format_html

register = template.Library()


@register.filter
def clock(moment):
    """Time as posters set it, 15⁰⁰; heard and copied as 15:00."""
    if not moment:
        return ""
    time = local(moment)
    return format_html(
        '<time class="hm" datetime="{}">{}<span class="vh">:</span><sup>{}</sup></time>',
        f"{time:%H:%M}",
        time.hour,
        f"{time:%M}",
    )


@register.filter
def day(moment):
    """A date in running text that a machine can read too: 5 December."""
    if not moment:
        return ""
    date = local(moment)
    return format_html('<time datetime="{}">{}</time>', f"{date:%Y-%m-%d}", format_date(date, "j E"))


@register.filter
def hour_minute(moment):
    """Time in running text: 15:00, 9:00."""
    if not moment:
        return ""
    time = local(moment)
    return f"{time.hour}:{time:%M}"


def local(moment):
    """As the clocks of the theatre have it. A time without a date, as opening hours are, is so already."""
    return timezone.localtime(moment) if isinstance(moment, datetime) and timezone.is_aware(moment) else moment
