"""Who asks a WSGI application for a page, as a server would."""

from dataclasses import dataclass
from wsgiref.util import setup_testing_defaults

HOST = "theatre.example"


@dataclass
class Reply:
    status: int
    headers: dict
    content: bytes


def ask(application, path, *, method="GET", headers=None, **environ):
    path, _, query = path.partition("?")
    request = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": method, "HTTP_HOST": HOST}
    request |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in (headers or {}).items()} | environ
    setup_testing_defaults(request)
    began = []
    body = application(request, lambda status, headers, exc_info=None: began.append((status, headers)))
    content = b"".join(body)
    status, headers = began[-1]
    return Reply(int(status.split()[0]), dict(headers), content)


def made(reply):
    """How many pages the application had made when it made this one."""
    return int(reply.content.split()[0])
