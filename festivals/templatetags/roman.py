from django import template
from django.utils.html import format_html, format_html_join

from ..numerals import GLYPHS, outlines
from ..numerals import roman as roman_letters

register = template.Library()


@register.filter
def roman(number):
    """4 → IV."""
    return roman_letters(number)


@register.simple_tag
def roman_numeral(number):
    """Drawn from posts. The year beside it says the same in words, so it is hidden from ears."""
    letters = roman_letters(number)
    if not GLYPHS.keys() >= set(letters):
        return format_html('<span class="rn" aria-hidden="true">{}</span>', letters)
    width, paths = outlines(letters)
    return format_html(
        '<span class="rn" aria-hidden="true"><svg viewBox="0 0 {} 100" focusable="false">{}</svg></span>',
        width,
        format_html_join("", '<path d="{}"/>', ([path] for path in paths)),
    )
