from django import template

from festivals.models import Edition

register = template.Library()
SHOWN = 6


@register.inclusion_tag("admin/festivals/_desks.html", takes_context=True)
def festival_desks(context):
    """The way to the desks of the newest editions, for those who may use them."""
    may = context["request"].user.has_perm("festivals.change_edition")
    return {"editions": Edition.objects.for_list().order_by("-year")[:SHOWN] if may else []}
