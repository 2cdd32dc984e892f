"""What the application has answered, taken whole."""

from dataclasses import dataclass

from .encodings import COMPRESS, best_encoding

VARIES_BY = {"cookie", "accept-encoding"}
LARGEST_KEPT = 1024 * 1024  # bytes


@dataclass(frozen=True)
class Answer:
    status: str
    headers: list
    content: bytes

    @classmethod
    def of(cls, application, environ):
        began = []
        body = application(environ, lambda status, headers, exc_info=None: began.append((status, headers)))
        try:
            content = b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()
        return cls(*began[-1], content)

    def header(self, name):
        return ", ".join(value for known, value in self.headers if known.lower() == name)

    @property
    def is_compressible(self):
        """The application says so, in that it would answer another browser otherwise."""
        return "accept-encoding" in self.varies_by

    @property
    def has_failed(self):
        return self.status.startswith("5")

    @property
    def varies_by(self):
        return {name.strip().lower() for name in self.header("vary").split(",") if name.strip()}

    @property
    def may_be_kept(self):
        """A page for everybody that does not say itself how long it may be kept."""
        return (
            self.status.startswith("200")
            and not self.header("set-cookie")
            and not self.header("cache-control")
            and self.varies_by <= VARIES_BY
            and len(self.content) <= LARGEST_KEPT
        )

    def send(self, environ, start_response):
        """Once and to this visitor."""
        content, headers = self.content, [pair for pair in self.headers if pair[0].lower() != "content-length"]
        if encoding := best_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")) if self.is_compressible else "":
            content = COMPRESS[encoding](content)
            headers.append(("Content-Encoding", encoding))
        start_response(self.status, [*headers, ("Content-Length", str(len(content)))])
        return [content] if environ["REQUEST_METHOD"] == "GET" else []
