from django import template

from festivals.models import Edition

register = template.Library()


@register.simple_tag(takes_context=True)
def festival_editions(context):
    """Every public edition, oldest first. A page that has them loaded already is not charged a second query."""
    if "editions" not in context:
        context.dicts[0]["editions"] = list(Edition.objects.published().for_list())
    return context["editions"]
