from django import template

from theatre_site.parts import part_of_the_era

register = template.Library()


@register.tag
def part(parser, token):
    """{% part "footer" edition.pk … %} … {% endpart %}: made once for many pages. What stands between depends on the
    name, on the values after it, on the page's language and appearance, and on the content; on nothing else.

    A query in it that is not asked before is asked only if the part has to be made.
    """
    _tag, *words = token.split_contents()
    nodelist = parser.parse(["endpart"])
    parser.delete_first_token()
    return Part(nodelist, [parser.compile_filter(word) for word in words])


class Part(template.Node):
    def __init__(self, nodelist, values):
        self.nodelist, self.values = nodelist, values

    def render(self, context):
        values = (value.resolve(context) for value in self.values)
        key = ("part", context.get("LANGUAGE_CODE"), context.get("appearance"), *values)
        return part_of_the_era(key, lambda: self.nodelist.render(context))
