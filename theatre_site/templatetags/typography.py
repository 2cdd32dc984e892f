from django import template
from django.template.defaultfilters import stringfilter

from ..typography import typographed

register = template.Library()
register.filter("typographed", stringfilter(typographed), is_safe=True)
