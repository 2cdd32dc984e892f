import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

register = template.Library()

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)


@register.filter
def article(html):
    """A cleaned text as a page shows it: a wide table scrolls in a frame of its own, by keyboard too."""
    frame = format_html('<div class="tbl" role="region" tabindex="0" aria-label="{}">', _("Table"))
    return mark_safe(TABLE.sub(lambda table: f"{frame}{table[0]}</div>", html))
