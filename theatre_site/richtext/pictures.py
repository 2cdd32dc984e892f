"""What can be said about the pictures of a text before and after it is cleaned."""

import re
from html import unescape
from urllib.parse import urlsplit

from .allowed import picture_address

PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


def is_undescribed(html):
    """An empty `alt` says that a picture is decoration; none at all says nothing."""
    return any(" alt=" not in tag for tag in PICTURE.findall(html))


def sources_elsewhere(html):
    """Where the pictures come from that cleaning does not keep: {"other.example", …}; "" for none of the web."""
    sources = (unescape("".join(found.groups(""))) for tag in PICTURE.findall(html) for found in SOURCE.finditer(tag))
    return {host_of(src) for src in sources if picture_address(src) is None}


def host_of(src):
    try:
        return urlsplit(src).hostname or ""
    except ValueError:
        return ""
