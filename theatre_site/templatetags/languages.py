from django import template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Passage

register = template.Library()

IN_LANGUAGE = {"ru": _("in Russian"), "uk": _("in Ukrainian")}


@register.filter
def lang_attr(text):
    """` lang="uk"` for a text that is shown in another language than the page, nothing for any other."""
    return format_html(' lang="{}"', text.language) if isinstance(text, Passage) else ""


@register.filter
def other_language(text):
    """“in Ukrainian” for a text that is shown in another language than the page, nothing for any other."""
    return IN_LANGUAGE[text.language] if isinstance(text, Passage) else ""
