"""What a page says and links to, as its reader gets it."""

import re
from html import unescape
from xml.etree import ElementTree

import html5lib
from django.utils import translation

INVISIBLE = str.maketrans({"\u00a0": " ", "\u2060": None})
TAG = re.compile(r"(</?(?:a|b|em|i|span|strong|sup|time|wbr)\b[^>]*>)|<[^>]*>")


def html_of(page):
    """The HTML of a response or of a parsed element; a piece of HTML stays as it is."""
    if isinstance(page, ElementTree.Element):
        tail, page.tail = page.tail, None
        html = ElementTree.tostring(page, encoding="unicode", method="html")
        page.tail = tail
        return html
    return page if isinstance(page, str) else page.content.decode()


def main_of(page):
    """The HTML between the header and the footer that all pages share."""
    return re.search(r"<main\b.*</main>", html_of(page), re.DOTALL)[0]


def text_of(page):
    """The words without the tags, with plain spaces."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", without_drawings(html_of(page)), flags=re.DOTALL)
    return plain(unescape(TAG.sub(lambda tag: "" if tag[1] else " ", html)))


def without_drawings(html):
    """Nobody reads them, and an svg may hold another one: the inner ones go first."""
    drawings = 1
    while drawings:
        html, drawings = re.subn(r"<svg\b(?:(?!<svg\b).)*?</svg>", "", html, flags=re.DOTALL)
    return html


def plain(text):
    """With plain spaces, one at a time."""
    return " ".join(text.translate(INVISIBLE).split())


def links_of(page):
    """Where the links lead, in their order."""
    return [unescape(address) for address in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', html_of(page))]


def programs_of(page):
    """The addresses of the scripts that a page runs; what it tells search engines is none."""
    return [each.get("src") for each in elements_of(page, "script") if each.get("type") != "application/ld+json"]


def elements_of(page, tag, **attributes):
    """The elements of a page with these attributes, parsed as a browser does: [Element, …]."""
    tree = html5lib.parse(html_of(page), namespaceHTMLElements=False)
    return [
        element
        for element in tree.iter(tag)
        if all(element.get(name.rstrip("_")) == value for name, value in attributes.items())
    ]


def find(page, selector):
    """The elements of the main part, or inside of an element, by tag and class: find(page, "li.row")."""
    tag, _, name = selector.partition(".")
    html = html_of(page) if isinstance(page, ElementTree.Element) else main_of(page)
    tree = html5lib.parseFragment(without_drawings(html), namespaceHTMLElements=False)
    return [element for element in tree.iter(tag) if not name or name in element.get("class", "").split()]


def texts_of(page, selector):
    """The words of each such element."""
    return [text_of(element) for element in find(page, selector)]


def address(thing, language):
    """The page of a row in one language."""
    with translation.override(language):
        return thing.get_absolute_url()


def said(words, language, plural="", number=1):
    """A message, by its English words, or a label, as pages of that language say it."""
    with translation.override(language):
        if isinstance(words, str):
            words = translation.ngettext(words, plural, number) if plural else translation.gettext(words)
        words = str(words)
        return plain(words.replace("’", "ʼ").replace("'", "ʼ"))


def words_in(element):
    """The text of a parsed element."""
    return text_of("".join(element.itertext()))


def assert_valid(page):
    """Raises html5lib's ParseError if a browser would have to guess."""
    html5lib.HTMLParser(strict=True).parse(html_of(page))
