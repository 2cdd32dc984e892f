from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()

VALUES = [
    *[("M", 1000), ("CM", 900), ("D", 500), ("CD", 400)],
    *[("C", 100), ("XC", 90), ("L", 50), ("XL", 40)],
    *[("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)],
]

# how each is cut from posts, 100 high: its width and its outline
GLYPHS = {
    "I": (22, mark_safe("h22v100h-22z")),
    "V": (78, mark_safe("h24l15 62 15-62h24l-26 100h-26z")),
    "X": (78, mark_safe("h26l13 32 13-32h26l-26 50 26 50h-26l-13-32-13 32h-26l26-50z")),
}
GAP = 10


@register.filter
def roman(number):
    """4 → IV."""
    letters = ""
    for letter, value in VALUES:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


@register.simple_tag
def roman_numeral(number):
    """Drawn from posts. The year beside it says the same in words, so it is hidden from ears."""
    letters = roman(number)
    if not GLYPHS.keys() >= set(letters):
        return format_html('<span class="rn" aria-hidden="true">{}</span>', letters)
    paths, x = [], 0
    for letter in letters:
        width, outline = GLYPHS[letter]
        paths.append((x, outline))
        x += width + GAP
    return format_html(
        '<span class="rn" aria-hidden="true"><svg viewBox="0 0 {} 100" focusable="false">{}</svg></span>',
        x - GAP,
        format_html_join("", '<path d="M{} 0{}"/>', paths),
    )
