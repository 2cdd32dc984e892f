from functools import cache
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import override

from theatre_site.languages import page_language

register = template.Library()

MAIN_MENU = ["repertoire:whats_on", "repertoire:productions", "festivals:festival", "news:posts", "box_office"]


class Place(NamedTuple):
    """The item of the main menu that a page belongs to; is it that page itself?"""

    address: str = ""
    is_itself: bool = False


@register.simple_tag(takes_context=True)
def place_in_menu(context):
    path = context["request"].path
    address = next(filter(path.startswith, addresses(page_language())), "")
    return Place(address, path == address)


@cache
def addresses(language):
    with override(language):
        return [reverse(name) for name in MAIN_MENU]
