from django import template
from django.utils.safestring import mark_safe

from ..hyphenation import hyphenated
from ..in_words import without_pictures
from ..languages import page_language

register = template.Library()


@register.tag
def appearance(parser, token):
    """{% appearance %} … {% endappearance %}: what stands between, as this visitor wants to read it."""
    nodelist = parser.parse(["endappearance"])
    parser.delete_first_token()
    return AppearanceNode(nodelist)


class AppearanceNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        html = self.nodelist.render(context)
        wished = context.get("appearance")
        if not wished:
            return html
        if wished.without_pictures:
            html = without_pictures(html)
        return mark_safe(hyphenated(html, page_language(), wished.letters_in_a_line))
