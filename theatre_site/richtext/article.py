"""A cleaned text as a page shows it: pictures in sizes that fit, videos behind a cover, tables in a frame that
scrolls. Our pictures cost one query a text, and none where there are none.
"""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _

from theatre_site.images.renditions import USES, renditions
from theatre_site.models import TextPicture
from theatre_site.videos import Hosted

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
FIGURE = re.compile(r"<figure\b[^>]*>(.*?)</figure>", re.DOTALL)
PICTURE = re.compile(r"<img\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
VIDEO = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
LINK = re.compile(r'<a href="(https?:[^"]*)"([^>]*?) rel="noopener"')
TAG = re.compile(r"<[^>]*>")


@dataclass
class TextVideo(Hosted):
    """What the templates of a Video want to know."""

    url: str
    title: str
    length_in_words: str = ""


def as_article(html):
    html = with_pictures(html)
    html = FIGURE.sub(figure, html)
    frame = format_html('<div class="tbl" role="region" tabindex="0" aria-label="{}">', _("Table"))
    return TABLE.sub(lambda table: f"{frame}{table[0]}</div>", html)


# Pictures


def with_pictures(html):
    names = {name for tag in PICTURE.findall(html) if (name := name_of(attributes_of(tag)["src"])).startswith("text/")}
    if not names:
        return PICTURE.sub(waiting, html)
    rows = {row.image.name: row for row in TextPicture.objects.public().filter(image__in=names)}
    return PICTURE.sub(lambda tag: shown(tag, rows), html)


def attributes_of(tag):
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def name_of(src):
    return unquote(src.removeprefix(settings.MEDIA_URL))


def shown(tag, rows):
    """Nothing, if the picture is gone or may not be seen."""
    attributes = attributes_of(tag[0])
    name = name_of(attributes["src"])
    if not name.startswith("text/"):
        return waiting(tag)
    found = renditions(rows[name].image, "article") if name in rows else []
    if not found:
        return ""
    context = {"renditions": found, "largest": found[-1], "sizes": USES["article"].sizes}
    return render_to_string("includes/picture.html", {**context, "alt": attributes.get("alt", "")}).strip()


def waiting(tag):
    """A file of something else: shown as it is, when the reader comes to it."""
    return tag[0].replace("<img", '<img loading="lazy" decoding="async"', 1)


# Figures


def figure(found):
    content = found[1]
    if "<img" in content:
        return found[0]
    link = VIDEO.search(content)
    return video(unescape(link[1]), link[2]) if link else ""  # its picture may not be seen


def video(url, words):
    """The words of the link are its title; a caption says no more."""
    shown = TextVideo(url, unescape(TAG.sub("", words)))
    return render_to_string("includes/video_in_text.html", {"video": shown}).strip()


# Links


def with_paid_links(html, hosts):
    """Links to partners who pay say so to search engines, in any text (B9)."""

    def marked(found):
        host = urlsplit(unescape(found[1])).hostname or ""
        rel = "sponsored noopener" if host.removeprefix("www.") in hosts else "noopener"
        return f'<a href="{found[1]}"{found[2]} rel="{rel}"'

    return LINK.sub(marked, html) if hosts else html
