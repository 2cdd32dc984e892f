"""Which requests ask for a page that may be kept, and under which address it lies."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl

from django.conf import settings

from theatre_site.appearance import COOKIE, Appearance
from theatre_site.languages import LANGUAGE_CODES

LANGUAGES = "|".join(LANGUAGE_CODES)
# Every answer of these is for one visitor, or is a file that a web server keeps better
FOR_ONE = "search|vision|preview"
KEEPABLE = re.compile(
    rf"/(?:(?:{LANGUAGES})/(?!(?:{FOR_ONE})/).*(?<!\.png))?\Z|/(?:sitemap(?:-\w+)?\.xml|robots\.txt)\Z"
)
# Of these, what is made of the same parts as the pages of all
MADE_OF_PARTS = re.compile(rf"/(?:{LANGUAGES})/search/\Z")
NUMBER = re.compile(r"[1-9][0-9]{0,5}\Z")
APPEARANCE = re.compile(rf"(?:^|;\s*){COOKIE}=([^;]*)")
SESSION = f"{settings.SESSION_COOKIE_NAME}="


class Address(NamedTuple):
    """Everything that a kept page depends on."""

    is_secure: bool
    host: str
    path: str
    number: str = ""
    appearance: str = ""

    @property
    def without_number(self):
        return self._replace(number="")


def address_of(environ):
    """None for what is never kept: whoever has signed in, whoever sends something, and answers for one visitor."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or has_body(environ):
        return None
    path = environ["PATH_INFO"]
    if not KEEPABLE.match(path) or has_signed_in(environ):
        return None
    query = environ.get("QUERY_STRING")
    if query and path == "/":
        return None  # the address of a page of an earlier site: /?p=77
    number = number_in(query) if query else ""
    if number is None:
        return None
    return Address(
        is_secure(environ), environ.get("HTTP_HOST", ""), path, number, appearance_in(environ.get("HTTP_COOKIE"))
    )


def is_made_of_parts(environ):
    """An answer for one visitor, which is not kept, but shows what is public and nothing else."""
    is_asking = environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    return bool(is_asking and MADE_OF_PARTS.match(environ["PATH_INFO"])) and not has_signed_in(environ)


def has_signed_in(environ):
    return SESSION in environ.get("HTTP_COOKIE", "")


def has_body(environ):
    return environ.get("CONTENT_LENGTH", "0") not in {"", "0"} or "HTTP_TRANSFER_ENCODING" in environ


def number_in(query):
    """The number of the page; None for one that is none, which the page itself refuses. All else is no part of
    any address, whatever is appended to a link that is passed on."""
    number = dict(parse_qsl(query, keep_blank_values=True)).get("page", "")
    return number if not number or NUMBER.match(number) else None


def is_secure(environ):
    if settings.HTTPS:
        return environ.get("HTTP_X_FORWARDED_PROTO") == "https"
    return environ["wsgi.url_scheme"] == "https"


def appearance_in(cookie):
    """The choice of looks as the cookie has it, if it is one that we have offered."""
    found = APPEARANCE.search(cookie) if cookie else None
    return found[1] if found and Appearance.from_cookie(found[1]) else ""


def environ_of(address, environ):
    """The request for this page, freed of all that is no part of its address: what one visitor sends must never be in
    the page that others get."""
    request = {name: value for name, value in environ.items() if not name.startswith("HTTP_")}
    request |= {
        "REQUEST_METHOD": "GET",
        "HTTP_HOST": address.host,
        "QUERY_STRING": f"page={address.number}" if address.number else "",
        "RAW_URI": address.path,
    }
    if address.appearance:
        request["HTTP_COOKIE"] = f"{COOKIE}={address.appearance}"
    if address.is_secure:
        request["HTTP_X_FORWARDED_PROTO"] = "https"
    return request
