"""Any text as an editor of ours would have written it: paragraphs, headings, lists, tables, figures.

It works on the tree of what the first cleaning has let through, top down: `blocks_of` an element are what its
content amounts to, with loose words in paragraphs of their own and without anything empty.
"""

import re

from lxml import etree
from lxml.html import HTMLParser, fragment_fromstring, tostring

from theatre_site.videos import recognised

from .allowed import HEADINGS, RENAMED
from .tree import INLINE, filled, is_blank, is_break, is_empty, is_inline, nodes
from .word import inside, speak_in_tags

CELLS = {"td", "th"}
DEEPEST = 120

BLANK_LINE = re.compile(r"\n[ \t]*\n")
SPACES = re.compile(r"[ \t\r\n\u00a0]*[ \t\r\n][ \t\r\n\u00a0]*|\u00a0{2,}")
EDGE = re.compile("^\u00a0|\u00a0$")  # a browser puts one where it would lose a space
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Untidy(Exception):
    """Nested too deeply for a text."""


def tidied(html):
    root = fragment_fromstring(html, create_parent="div", parser=HTMLParser(encoding="utf-8", huge_tree=True))
    check_depth(root)
    for element in root.iter(*RENAMED):
        element.tag = RENAMED[element.tag]
    speak_in_tags(root)
    tidy_words(root)
    return "\n".join(tostring(block, encoding="unicode", with_tail=False) for block in blocks_of(root, loose=True))


def check_depth(root):
    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Untidy


# Words


def tidy_words(root):
    for element in root.iter():
        is_loose = element is root
        element.text = element.text and squeezed(element.text, loose=is_loose)
        element.tail = element.tail and squeezed(element.tail, loose=element.getparent() is root)
    for element in reversed(list(root.iterdescendants("a", "em", "span", "strong", "sub", "sup"))):
        if is_idle(element):
            element.drop_tag()
    for picture in list(root.iter("img")):
        if not picture.get("src"):
            picture.drop_tree()
        else:
            in_order(picture.attrib)


def in_order(attributes):
    """As a figure is written by hand; editors sort them by the alphabet."""
    values = {name: attributes.pop(name) for name in ("src", "alt", *attributes) if name in attributes}
    attributes.update(values)


def squeezed(text, *, loose):
    """With single spaces; a blank line still ends a paragraph in words that stand in none."""
    text = INVISIBLE.sub("", text)
    if loose:
        return "\n\n".join(SPACES.sub(" ", part) for part in BLANK_LINE.split(text.replace("\r\n", "\n")))
    return EDGE.sub(" ", SPACES.sub(" ", text))


def is_idle(element):
    """Says nothing that its words do not say without it."""
    if element.tag == "a" and not element.get("href") or element.tag == "span" and not element.get("lang"):
        return True
    if next(element.iterancestors(element.tag), None) is not None and element.tag != "span":
        return True
    return is_empty(element)


# Blocks


def blocks_of(element, *, loose=False):
    blocks, line = [], []

    def end_paragraph():
        blocks.extend(paragraph(element, line))
        line.clear()

    for node in nodes(element):
        if loose and isinstance(node, str):
            first, *others = node.split("\n\n")
            line.append(first)
            for words in others:
                end_paragraph()
                line.append(words)
        elif is_break(node) and is_break(next((each for each in reversed(line) if not is_blank(each)), "")):
            end_paragraph()
        elif is_inline(node):
            line.append(node)
        else:
            end_paragraph()
            blocks.extend(as_blocks(node))
    end_paragraph()
    return joined_lists(blocks)


def paragraph(element, line):
    """[<p>], a <figure> if there is only a picture, or nothing."""
    line = without_edges(line)
    if not line or all(is_break(node) or is_blank(node) for node in line):
        return []
    if len(line) == 1 and not isinstance(line[0], str) and line[0].tag == "img":
        return [filled(element.makeelement("figure"), line)]
    block = filled(element.makeelement("p"), line)
    if language := element.get("lang"):
        block.set("lang", language)
    return [block]


def without_edges(line):
    line = list(line)
    while line and (is_blank(line[0]) or is_break(line[0])):
        del line[0]
    while line and (is_blank(line[-1]) or is_break(line[-1])):
        del line[-1]
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip()
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip()
    return line


def as_blocks(element):
    if element.tag in HEADINGS:
        return heading(element)
    if element.tag in BUILDERS:
        return BUILDERS[element.tag](element)
    blocks = blocks_of(element)
    return around_each(element, blocks) if element.tag in INLINE else blocks


def around_each(element, blocks):
    """A link or bold words that go on over paragraphs are put into each of them."""
    for block in blocks:
        if block.tag in HEADINGS | {"p"}:
            inside(block, element.tag)
            block[0].attrib.update(element.attrib)
    return blocks


def heading(element):
    """Of one line; what cannot stand in it comes after it."""
    blocks = blocks_of(element)
    lines = [block for block in blocks if block.tag == "p"]
    others = [block for block in blocks if block.tag != "p"]
    content = [node for line in lines for node in [" ", *nodes(line)]][1:]
    if not content:
        return others
    filled(element, content)
    if len(element) == 1 and element[0].tag == "strong" and not (element.text or element[0].tail or "").strip():
        element[0].drop_tag()
    return [element, *others]


def quote(element):
    blocks = blocks_of(element)
    return [filled(element, blocks)] if blocks else []


def footer(element):
    """Who is quoted; elsewhere it is a paragraph."""
    parent = element.getparent()
    if parent is None or parent.tag != "blockquote":
        return blocks_of(element)
    return [line] if not is_empty(line := filled(element, in_one_line(element))) else []


def in_one_line(element):
    """Its words as what may stand in a line: [node, …]"""
    lines = [block for block in blocks_of(element) if block.tag in HEADINGS | {"p"}]
    return [node for line in lines for node in [" ", *nodes(line)]][1:]


def figure(element):
    """A picture or the link to a video, with its caption. Without either its words are paragraphs."""
    pictures = list(element.iter("img"))
    video = next((link for link in element.iter("a") if recognised(link.get("href", ""))[0]), None)
    shown = pictures[:1] or ([video] if video is not None else [])
    if not shown:
        return blocks_of(element)
    for thing in [*pictures, *shown]:
        if thing.getparent() is not None:
            thing.drop_tree()
        thing.tail = None
    caption = in_one_line(element)
    parts = shown + ([filled(element.makeelement("figcaption"), caption)] if caption else [])
    return [filled(element, parts), *(filled(element.makeelement("figure"), [each]) for each in pictures[1:])]


# Lists


def list_(element):
    items = []
    for node in nodes(element):
        if is_blank(node):
            continue
        if isinstance(node, str) or node.tag != "li":
            node = filled(element.makeelement("li"), [node])
            if items and node[:1] and node[0].tag in {"ul", "ol"}:
                items[-1].append(node[0])
                continue
        items.append(node)
    items = [each for item in items for each in item_(item)]
    return [filled(element, items)] if items else []


def item_(element):
    """One paragraph, perhaps with a list below it, needs no <p>."""
    blocks = blocks_of(element)
    if not blocks:
        return []
    first, *others = blocks
    if first.tag == "p" and all(block.tag in {"ul", "ol"} for block in others):
        return [filled(element, [*nodes(first), *others])]
    return [filled(element, blocks)]


def loose_item(element):
    """An item without its list; `joined_lists` puts it together with its neighbours."""
    parent = element.makeelement("ol" if "data-numbered" in element.attrib else "ul", {"data-loose": ""})
    return [filled(parent, items)] if (items := item_(element)) else []


def joined_lists(blocks):
    joined = []
    for block in blocks:
        if (
            "data-loose" in block.attrib
            and joined
            and joined[-1].tag == block.tag
            and "data-loose" in joined[-1].attrib
        ):
            joined[-1].extend(list(block))
        else:
            joined.append(block)
    return joined


# Tables


def table(element):
    """Tables in tables and tables of one cell are a way to lay out a page: their words are kept."""
    cells = [cell for cell in element.iter(*CELLS) if next(cell.iterancestors("table")) is element]
    if len(cells) < 2 or next(element.iterancestors("table"), None) is not None:
        return [block for part in [*element.iterchildren("caption"), *cells] for block in blocks_of(part)]
    if is_empty(element):
        return []
    for cell in cells:
        fill_cell(cell)
    for caption in element.findall("caption"):
        if is_empty(filled(caption, in_one_line(caption))):
            caption.drop_tree()
    return [element]


def fill_cell(cell):
    blocks = blocks_of(cell)
    one_line = len(blocks) == 1 and blocks[0].tag == "p"
    filled(cell, nodes(blocks[0]) if one_line else blocks)


BUILDERS = {
    "blockquote": quote,
    "figure": figure,
    "footer": footer,
    "hr": lambda element: [element],
    "li": loose_item,
    "ol": list_,
    "table": table,
    "ul": list_,
}
