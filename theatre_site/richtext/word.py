"""What Word, LibreOffice and Google Docs say in styles only. The first cleaning leaves of a style just the words of
`said_by_style`, in its place."""

import re

BOLD = re.compile(r"bold|bolder|[6-9]00")
NORMAL = re.compile(r"normal|lighter|[1-4]00")
BULLET = re.compile(r"[·•▪◦§o–—-]?$")
MARKER = re.compile(r"\s*(?:[·•▪◦§–—-]|o(?=\s)|\(?(?:\d{1,3}|\w)[.)])[\s\u00a0]+")


def said_by_style(style):
    """“bold”, “italic”, “plain” (neither, whatever its tag says), “list” or “marker”; None if it says nothing."""
    rules = [rule.partition(":") for rule in style.lower().split(";")]
    values = {name.strip(): value.strip() for name, _colon, value in rules}
    weight, slant, list_ = (values.get(name, "") for name in ("font-weight", "font-style", "mso-list"))
    said = [
        BOLD.fullmatch(weight) and "bold",
        NORMAL.fullmatch(weight) and "plain",
        slant in {"italic", "oblique"} and "italic",
        slant == "normal" and "plain",
        list_ == "ignore" and "marker",
        list_.startswith("l") and "list",
    ]
    return " ".join(filter(None, said)) or None


def speak_in_tags(root):
    """Bold and slanted words get their elements, and paragraphs of a list become one."""
    for paragraph in root.xpath(".//p[contains(@style, 'list')]"):
        make_item(paragraph)
    for element in root.xpath(".//*[@style]"):
        say(element, element.attrib.pop("style").split())


def say(element, said):
    if element.tag in {"strong", "em"} and "plain" in said:
        element.drop_tag()
    elif element.tag == "span":
        for word, tag in (("bold", "strong"), ("italic", "em")):
            if word in said:
                inside(element, tag)


def inside(element, tag):
    """Puts the whole content of an element into a new one."""
    wrapper = element.makeelement(tag)
    wrapper.text, element.text = element.text, None
    wrapper.extend(list(element))
    element.append(wrapper)


def make_item(paragraph):
    """A paragraph that Word draws as an item, with its bullet or number in the text."""
    marker = "".join(take_markers(paragraph))
    if not marker:
        marker = take_marker_from_text(paragraph)
    paragraph.tag = "li"
    del paragraph.attrib["style"]
    if not BULLET.match(marker.strip()):
        paragraph.set("data-numbered", "")


def take_markers(paragraph):
    for element in paragraph.xpath(".//*[contains(@style, 'marker')]"):
        if element.getparent() is not None:
            yield element.text_content()
            element.drop_tree()


def take_marker_from_text(paragraph):
    found = MARKER.match(paragraph.text or "")
    if not found:
        return ""
    paragraph.text = paragraph.text[found.end() :]
    return found[0]
