from django import template

from ..admin.files import warning_before_deleting

register = template.Library()


@register.simple_tag
def files_still_used(rows):
    """{% files_still_used queryset %}: a warning for the page that asks whether to delete these rows, or one row."""
    return warning_before_deleting(rows if hasattr(rows, "__iter__") else [rows])
