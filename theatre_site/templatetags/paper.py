"""What a page says on paper only: its address, in words and for a telephone's camera."""

from functools import lru_cache

import segno
from django import template
from django.utils.safestring import mark_safe

from theatre_site.paper import width_class

from .languages import canonical_address

register = template.Library()
register.filter(width_class)


@register.inclusion_tag("includes/address_on_paper.html", takes_context=True)
def address_on_paper(context):
    address = canonical_address(context)
    return {"code": qr_code(address), "address": address.partition("://")[2]}


@lru_cache(maxsize=512)
def qr_code(text):
    return drawn(text)


def drawn(text):
    """Black on white in every colour scheme, with its quiet zone; an svg without inline style."""
    code = segno.make_qr(text, error="m")
    return mark_safe(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None))
