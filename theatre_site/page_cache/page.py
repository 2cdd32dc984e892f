"""A finished page: its bytes as they go over the line, with the headers of each encoding and its ETag (RFC 9110)."""

import hashlib
from copy import copy

from django.utils.http import parse_etags, parse_http_date_safe

from .encodings import COMPRESS, best_encoding

# A browser asks about it each time, and mostly gets a 304; what stands in front of the site may answer for a second.
HOW_LONG = "public, max-age=0, s-maxage=1, stale-if-error=86400"
LONGEST = 60  # seconds
IN_A_304 = {"cache-control", "content-location", "etag", "expires", "last-modified", "vary"}
OVERHEAD = 4096  # bytes of memory beside the text


class Body:
    """The page in one encoding."""

    def __init__(self, content, headers, *, encoding):
        self.parts = [content]
        self.etag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
        self.headers = [*headers, ("ETag", self.etag), ("Content-Length", str(len(content)))]
        if encoding:
            self.headers.append(("Content-Encoding", encoding))
        self.headers_of_304 = [(name, value) for name, value in self.headers if name.lower() in IN_A_304]

    def with_header(self, *header):
        body = copy(self)
        body.headers, body.headers_of_304 = [*self.headers, header], [*self.headers_of_304, header]
        return body


class Page:
    """`made_at` in seconds of the monotonic clock. `is_numbered`: does it know `?page=`?"""

    has_failed = False
    noted_at = float("-inf")  # when it was last said to be in use

    def __init__(self, answer, *, era, made_at, is_numbered):
        self.status, self.content = answer.status, answer.content
        self.era, self.made_at, self.is_numbered = era, made_at, is_numbered
        self.headers = [pair for pair in answer.headers if pair[0].lower() not in {"content-length", "etag"}]
        self.headers.append(("Cache-Control", HOW_LONG))
        self.is_compressible = answer.is_compressible
        self.last_modified = parse_http_date_safe(answer.header("last-modified"))
        self.bodies = {"": Body(self.content, self.headers, encoding="")}

    @property
    def size(self):
        """Bytes of memory, at most: the text, and its compressed forms, which are smaller together."""
        return OVERHEAD + len(self.content) * (2 if self.is_compressible else 1)

    @property
    def ends_at(self):
        return self.made_at + LONGEST

    def is_fresh(self, era, ticks):
        return self.era is era and ticks < self.ends_at

    def encoding_for(self, environ):
        accepted = environ.get("HTTP_ACCEPT_ENCODING") if self.is_compressible else None
        return best_encoding(accepted) if accepted else ""

    def compressed(self, encoding):
        """Only when the first visitor asks for it: most pages are asked for in one encoding."""
        self.bodies[encoding] = Body(COMPRESS[encoding](self.content), self.headers, encoding=encoding)
        return self.bodies[encoding]

    def stale(self, ticks):
        """The same page, which says that it could not be looked after (RFC 9211)."""
        page = copy(self)
        about_it = ("Cache-Status", f"kept-pages; hit; ttl=-{max(1, int(ticks - self.made_at) - LONGEST)}")
        page.headers = [*self.headers, about_it]
        page.bodies = {encoding: body.with_header(*about_it) for encoding, body in self.bodies.items()}
        return page

    def send(self, environ, start_response):
        body = self.bodies.get(encoding := self.encoding_for(environ)) or self.compressed(encoding)
        if self.is_known_to(environ, body):
            start_response("304 Not Modified", body.headers_of_304)
            return []
        start_response(self.status, body.headers)
        return body.parts if environ["REQUEST_METHOD"] == "GET" else []

    def is_known_to(self, environ, body):
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return tags == body.etag or tags.strip() == "*" or body.etag in weak(tags)
        if self.last_modified and (since := environ.get("HTTP_IF_MODIFIED_SINCE")):
            return (parse_http_date_safe(since) or 0) >= self.last_modified
        return False


def weak(tags):
    """What stands in front may have compressed the page anew and marked the tag as weak."""
    return {tag.removeprefix("W/") for tag in parse_etags(tags)}
