import re
from datetime import time

from django import template
from django.utils.safestring import mark_safe

from ..richtext.article import as_article, with_paid_links
from .dates import clock

register = template.Library()

# markup comes first, so that a time inside an attribute stays as it is
TIME_OF_DAY = re.compile(r"<[^>]*>|\b([01]?\d|2[0-3]):([0-5]\d)\b")


@register.filter
def with_clocks(html):
    """A cleaned text with its times set as posters set them, 15⁰⁰."""

    def set_time(found):
        return clock(time(int(found[1]), int(found[2]))) if found[1] else found[0]

    return mark_safe(TIME_OF_DAY.sub(set_time, html))


@register.filter
def article(html, theatre=None):
    """A cleaned text as a page shows it; with `theatre`, links to its paying partners are marked as such."""
    html = with_paid_links(html, theatre.paying_hosts) if theatre and "http" in html else html
    return mark_safe(as_article(html))
