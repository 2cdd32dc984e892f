"""Pictures said in words: for those who have switched pictures off. Works on a finished page.

A picture with a description becomes “Picture: …”, a drawing and a picture without one go away. Only icons stay
(class `i`): they stand for a word.
"""

import re

from django.utils.translation import gettext as _

SVG_TAG = re.compile(r"<svg\b[^>]*>|</svg\s*>")
ICON = re.compile(r'class="i"')
PICTURE = re.compile(r"<picture\b.*?(<img\b[^>]*>).*?</picture\s*>", re.DOTALL)
IMAGE = re.compile(r"<img\b[^>]*>")
ALT = re.compile(r'\balt="([^"]+)"')
LANG = re.compile(r'\slang="\w+"')
# what is left of a link to a picture that says nothing
EMPTY_LINK = re.compile(r"(<a\b(?![^>]*\baria-label)[^>]*>)\s*(</a>)")


def without_pictures(html):
    html = PICTURE.sub(r"\1", without_drawings(html))
    html = IMAGE.sub(lambda image: in_words(image[0]), html)
    picture = _("Picture")
    return EMPTY_LINK.sub(rf"\1{picture}\2", html)


def without_drawings(html):
    """A poster is an svg with another one inside: all goes with the outer one."""
    kept, depth, begin = [], 0, 0
    for tag in SVG_TAG.finditer(html):
        depth += -1 if tag[0].startswith("</") else 1
        if depth == 1 and not tag[0].startswith("</"):
            kept.append(html[begin : tag.start()])
            begin = tag.start()
        elif depth == 0:
            kept.append(html[begin : tag.end()] if ICON.search(html, begin, html.index(">", begin)) else "")
            begin = tag.end()
    return "".join([*kept, html[begin:]])


def in_words(image):
    alt = ALT.search(image)
    if not alt:
        return ""
    language = LANG.search(image)
    words = f"<span{language[0]}>{alt[1]}</span>" if language else alt[1]
    picture = _("Picture")
    return f'<span class="in-words">{picture}: {words}</span>'
