"""What a text may hold. `KEPT` is the rule; `READ` lets more in, so that pasted texts can be made tidy first."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from .word import said_by_style

HEADINGS = {"h2", "h3", "h4"}
TEXT = {"p", "br", "strong", "em", "sub", "sup", "span", "a", "hr"}
BLOCKS = {"ul", "ol", "li", "blockquote", "footer", "figure", "figcaption", "img"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
TAGS = HEADINGS | TEXT | BLOCKS | TABLES

ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

# No reader misses what stands in these.
DROPPED_WHOLE = (
    "script style title xml svg math template noscript noembed noframes iframe object applet audio video canvas "
    "select xmp"
)

# What other programs write, and what becomes of it here; anything else loses its tags and keeps its words.
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em"}
BOXES = "div section article main header aside nav center address dl dt dd pre form fieldset details summary"

STYLED = {tag: {"style"} for tag in ("p", "span", "b", "strong", "i", "em")}


def picture_address(src):
    """Its path if it is one of our uploads, else None: pictures from elsewhere are not kept."""
    try:
        parts = urlsplit(src.strip())
        elsewhere = parts.netloc and not validate_host(parts.hostname or "", own_hosts())
    except ValueError:
        return None
    is_upload = parts.path.startswith(settings.MEDIA_URL) and ".." not in parts.path
    return parts.path if is_upload and not elsewhere and parts.scheme in {"", "http", "https"} else None


def own_hosts():
    return [host for host in settings.ALLOWED_HOSTS if host != "*"]


def kept_attribute(tag, name, value):
    return picture_address(value) if (tag, name) == ("img", "src") else value


def read_attribute(tag, name, value):
    return said_by_style(value) if name == "style" else kept_attribute(tag, name, value)


KEPT = {
    "tags": TAGS,
    "attributes": ATTRIBUTES,
    "attribute_filter": kept_attribute,
    "url_schemes": SCHEMES,
    "clean_content_tags": set(DROPPED_WHOLE.split()),
}
READ = {
    **KEPT,
    "tags": TAGS | {*BOXES.split(), *RENAMED},
    "attributes": {tag: ATTRIBUTES.get(tag, set()) | STYLED.get(tag, set()) for tag in {*ATTRIBUTES, *STYLED}},
    "attribute_filter": read_attribute,
}
