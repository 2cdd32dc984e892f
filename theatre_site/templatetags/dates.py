from datetime import datetime

from django import template
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
def hour_minute(moment):
    """Time in running text: 15:00, 9:00."""
    if not moment:
        return ""
    time = local(moment)
    return f"{time.hour}:{time:%M}"


def local(moment):
    """As the clocks of the theatre have it. A time without a date, as opening hours are, is so already."""
    return timezone.localtime(moment) if isinstance(moment, datetime) and timezone.is_aware(moment) else moment
