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
HTTPS = settings.HTTPS  # bound here, for it is asked with every request
ASKING, NOTHING = {"GET", "HEAD"}, {"", "0"}


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
    """Where a page lies if it is kept; None for whoever has signed in or sends something. Nearly every request gets
    its answer by this and one look, so it asks no more than it must: whether a page may be kept at all is asked when it
    has to be made."""
    if environ["REQUEST_METHOD"] not in ASKING or has_body(environ):
        return None
    cookie, query, number = environ.get("HTTP_COOKIE"), environ.get("QUERY_STRING"), ""
    if cookie and SESSION in cookie:
        return None
    if query:
        number = number_in(query) if environ["PATH_INFO"] != "/" else None  # an earlier site had pages at /?p=77
        if number is None:
            return None
    return Address(
        is_secure(environ),
        environ.get("HTTP_HOST", ""),
        environ["PATH_INFO"],
        number,
        appearance_in(cookie) if cookie else "",
    )


def may_be_kept(path):
    """Answers for one visitor are not, nor files that a web server keeps better."""
    return KEEPABLE.match(path) is not None


def is_made_of_parts(environ):
    """An answer for one visitor, which is not kept, but shows what is public and nothing else."""
    is_asking = environ["REQUEST_METHOD"] in ASKING
    has_signed_in = SESSION in environ.get("HTTP_COOKIE", "")
    return bool(is_asking and not has_signed_in and MADE_OF_PARTS.match(environ["PATH_INFO"]))


def has_body(environ):
    return environ.get("CONTENT_LENGTH", "0") not in NOTHING or "HTTP_TRANSFER_ENCODING" in environ


def number_in(query):
    """The number of the page; None for one that is none, which the page itself refuses. All else is no part of
    any address, whatever is appended to a link that is passed on."""
    number = dict(parse_qsl(query, keep_blank_values=True)).get("page", "")
    return number if not number or NUMBER.match(number) else None


def is_secure(environ):
    if HTTPS:
        return environ.get("HTTP_X_FORWARDED_PROTO") == "https"
    return environ["wsgi.url_scheme"] == "https"


def appearance_in(cookie):
    """The choice of looks as the cookie has it, if it is one that we have offered."""
    found = APPEARANCE.search(cookie)
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
