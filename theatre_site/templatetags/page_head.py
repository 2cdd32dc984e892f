"""What a page says of itself to those who do not see it: search engines, and friends who get its address."""

from html import unescape

from django import template
from django.utils.html import strip_tags

from theatre_site.sharing import HEIGHT, WIDTH, picture_of_theatre
from theatre_site.structured_data import picture_address

from .languages import addresses_of

register = template.Library()

LONGEST_DESCRIPTION = 160
LOCALES = {"ru": "ru_RU", "uk": "uk_UA"}


@register.tag
def page_head(parser, token):
    """{% page_head %} title {% describe %} description {% endpage_head %} makes page_title and page_description of
    them: plain text of a good length, for search engines here and for friends in {% for_friends %}."""
    title = parser.parse(["describe"])
    parser.delete_first_token()
    description = parser.parse(["endpage_head"])
    parser.delete_first_token()
    return PageHead(title, description)


class PageHead(template.Node):
    child_nodelists = ("title", "description")  # they hold blocks

    def __init__(self, title, description):
        self.title, self.description = title, description

    def render(self, context):
        context["page_title"] = plain(self.title.render(context))
        context["page_description"] = shortened(plain(self.description.render(context)))
        return ""


def plain(html):
    return " ".join(unescape(strip_tags(html)).split())


def shortened(text):
    """Between two words: `textwrap` would take as long as all the rest of a head."""
    return text if len(text) <= LONGEST_DESCRIPTION else text[:LONGEST_DESCRIPTION].rpartition(" ")[0] + "…"


@register.inclusion_tag("includes/for_friends.html", takes_context=True)
def for_friends(context):
    """Open Graph: what a messenger makes of the address of this page."""
    picture = (context.get("sharing_picture") or picture_of_theatre(context["theatre"])).signed(context["theatre"])
    addresses = addresses_of(context)
    language = context["LANGUAGE_CODE"]
    return {
        "title": context["page_title"],
        "description": context["page_description"],
        "address": addresses["canonical"],
        "site_name": context["theatre"].name,
        "locale": LOCALES[language],
        "other_locales": [LOCALES[code] for code in addresses["pages"] if code != language],
        "picture": picture,
        "picture_address": picture_address(context["request"], picture, context["theatre"]),
        "width": WIDTH,
        "height": HEIGHT,
    }
