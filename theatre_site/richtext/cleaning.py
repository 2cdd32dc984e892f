import re

import nh3

from .allowed import KEPT, READ
from .tidying import Untidy, tidied

TAG = re.compile(r"<[a-zA-Z/!?]")
BLANK_LINE = re.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")
NEVER_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
MOST_ROUNDS = 6


def cleaned(html):
    """Only what the allow-list keeps, and tidy; cleaning twice changes nothing more. Plain text gets paragraphs."""
    html = NEVER_IN_TEXT.sub("", html)
    if not TAG.search(html):
        html = with_paragraphs(html)
    for _round in range(MOST_ROUNDS):
        before, html = html, cleaned_once(html)
        if html == before:
            break
    return html


def cleaned_once(html):
    """Links cannot reach back to this window."""
    try:
        html = tidied(nh3.clean(html, **READ, link_rel=None))
    except Untidy:
        html = tidied(nh3.clean(html, tags={"p", "br"}))
    return nh3.clean(html, **KEPT, link_rel="noopener").strip()


def with_paragraphs(text):
    """What was written without the editor: a blank line ends a paragraph, and lines stay lines."""
    paragraphs = filter(None, map(str.strip, BLANK_LINE.split(text)))
    return "".join(f"<p>{'<br>'.join(paragraph.splitlines())}</p>" for paragraph in paragraphs)


def with_sponsored_links(html):
    """For a partner's text: tells search engines that its links are paid for (B9)."""
    return nh3.clean(html, **KEPT, link_rel="sponsored noopener")
