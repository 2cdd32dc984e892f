from html.parser import HTMLParser

from django import template
from django.utils.safestring import mark_safe

from theatre_site.parts import part_of_the_era
from theatre_site.structured_data import breadcrumbs, json_ld

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context):
    """What the view has to say about this page: `structured_data` in its context, functions of request and theatre."""
    request, about_it = context["request"], context.get("structured_data", ())
    if getattr(request, "preview", None) or not about_it:
        return ""
    return part_of_the_era(
        ("structured data", request.build_absolute_uri()), lambda: said(request, context["theatre"], about_it)
    )


def said(request, theatre, about_it):
    """Dear with a long programme, and the same whatever the page looks like."""
    found = [about(request, theatre) for about in about_it]
    return mark_safe("\n".join(json_ld(each) for each in found if each))


@register.tag("breadcrumbs")
def breadcrumbs_tag(parser, token):
    """{% breadcrumbs %} a list with links {% endbreadcrumbs %} says the same to search engines, so that both agree."""
    nodes = parser.parse(["endbreadcrumbs"])
    parser.delete_first_token()
    return Breadcrumbs(nodes)


class Breadcrumbs(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        html = self.nodelist.render(context)
        if getattr(context["request"], "preview", None):
            return html
        page = context["request"].build_absolute_uri(context["request"].path)
        return html + part_of_the_era(("breadcrumbs", html, page), lambda: about_breadcrumbs(context["request"], html))


def about_breadcrumbs(request, html):
    reader = CrumbReader()
    reader.feed(html)
    return json_ld(breadcrumbs(request, [(" ".join(words.split()), path) for words, path in reader.crumbs]))


class CrumbReader(HTMLParser):
    """[[words, path], …] of the items of a list."""

    def __init__(self):
        super().__init__()
        self.crumbs = []

    def handle_starttag(self, tag, attributes):
        if tag == "li":
            self.crumbs.append(["", ""])
        elif tag == "a" and self.crumbs:
            self.crumbs[-1][1] = dict(attributes)["href"]

    def handle_data(self, words):
        if self.crumbs:
            self.crumbs[-1][0] += words
