from typing import NamedTuple

from django import template
from django.urls import reverse

register = template.Library()

MAIN_MENU = ["repertoire:whats_on", "repertoire:productions", "festivals:festival", "news:posts", "box_office"]


class Place(NamedTuple):
    """The item of the main menu that a page belongs to; is it that page itself?"""

    address: str = ""
    is_itself: bool = False


@register.simple_tag(takes_context=True)
def place_in_menu(context):
    path = context["request"].path
    address = next((address for address in map(reverse, MAIN_MENU) if path.startswith(address)), "")
    return Place(address, path == address)
