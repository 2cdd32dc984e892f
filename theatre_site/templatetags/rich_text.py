import re
from datetime import time

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .dates import clock

register = template.Library()

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)

# markup comes first, so that a time inside an attribute stays as it is
TIME_OF_DAY = re.compile(r"<[^>]*>|\b([01]?\d|2[0-3]):([0-5]\d)\b")


@register.filter
def with_clocks(html):
    """A cleaned text with its times set as posters set them, 15⁰⁰."""

    def set_time(found):
        return clock(time(int(found[1]), int(found[2]))) if found[1] else found[0]

    return mark_safe(TIME_OF_DAY.sub(set_time, html))


@register.filter
def article(html):
    """A cleaned text as a page shows it: a wide table scrolls in a frame of its own, by keyboard too."""
    frame = format_html('<div class="tbl" role="region" tabindex="0" aria-label="{}">', _("Table"))
    return mark_safe(TABLE.sub(lambda table: f"{frame}{table[0]}</div>", html))
