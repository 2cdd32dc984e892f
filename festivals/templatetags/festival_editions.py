from django import template

from festivals.models import PUBLIC_EDITIONS
from theatre_site.parts import part_of_the_era

register = template.Library()


@register.simple_tag(takes_context=True)
def festival_editions(context):
    """Every public edition, oldest first. A page that has them loaded already is not charged a second query."""
    if "editions" not in context:
        context.dicts[0]["editions"] = part_of_the_era("editions", PUBLIC_EDITIONS.ask)
    return context["editions"]
