"""The answers of this second, found by what was asked, word by word: of a busy site nearly every request gets one.

Between two looks at the database nothing can be new. As long as that second lasts, nobody asks again what a question
means, whether the page is fresh, in which encoding it goes and whether the visitor has it already.
"""

from typing import NamedTuple

MOST = 1_000
# All of a request that decides which page it gets, and how. Of all these only the path can have a line break in it, so
# that no two questions are the same text when they are joined by line breaks.
DECIDING = (
    "REQUEST_METHOD",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_HOST",
    "HTTP_COOKIE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "CONTENT_LENGTH",
    "HTTP_TRANSFER_ENCODING",
    "HTTP_X_FORWARDED_PROTO",
    "wsgi.url_scheme",
)
NOTHING = ("",) * len(DECIDING)


class Ready(NamedTuple):
    """An answer as WSGI has it, and until when it is right, in seconds of the monotonic clock."""

    status: str
    headers: list
    parts: list
    until: float

    @classmethod
    def of(cls, page, environ, until):
        began = []
        parts = page.send(environ, lambda *answer: began.append(answer))
        return cls(*began[0], parts, until)


class AtHand:
    def __init__(self):
        self.answers, self.second = {}, None

    def put(self, question, ready, *, second):
        """`second`: names the look since which this is sure. What an earlier one made sure is no longer held."""
        if second != self.second:
            self.forget_all()
            self.second = second
        if len(self.answers) < MOST:
            self.answers[question] = ready

    def forget_all(self):
        self.answers = {}
