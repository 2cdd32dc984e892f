"""Rich text as somebody reads it aloud, for comparing: a paragraph a line, links and pictures in words."""

from html.parser import HTMLParser

from django.utils.translation import gettext as _

BLOCKS = {"p", "h2", "h3", "li", "tr", "blockquote", "figure", "figcaption", "table", "caption", "ul", "ol", "hr"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.links = [""], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in BLOCKS or tag == "br":
            self.lines.append("• " if tag == "li" else "")
        elif tag == "a":
            self.links.append(attributes.get("href"))
        elif tag == "img":
            self.lines[-1] += _("[picture: %(words)s]") % {"words": attributes.get("alt") or attributes.get("src", "")}

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.lines.append("")
        elif tag in {"td", "th"}:
            self.lines[-1] += " | "
        elif tag == "a" and self.links and (address := self.links.pop()):
            self.lines[-1] += f" ({address})"

    def handle_data(self, text):
        self.lines[-1] += text


def read_aloud(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()).removesuffix(" |") for line in reader.lines)
    return "\n".join(line for line in lines if line.strip("• "))
