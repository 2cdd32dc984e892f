from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def webcal(context, path):
    """The address with which a calendar program subscribes, rather than reading the file once."""
    return f"webcal://{context['request'].get_host()}{path}"
