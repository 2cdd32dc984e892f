"""Uploads as browsers get them, where no web server in front hands them out: nothing of them runs.

Only a type that is named here is shown in the browser; all else is saved to the disk. deploy/ says the same to nginx.
"""

from pathlib import PurePosixPath

from .uploaded import uploaded

PICTURES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
}
# Browsers show it in a viewer of their own, which keeps what is in it away from the site and opens in no sandbox.
DOCUMENTS = {"pdf": "application/pdf"}
SHOWN = PICTURES | DOCUMENTS
CLOSED = "default-src 'none'; frame-ancestors 'none'; sandbox"


def upload(request, path):
    response = uploaded(request, path)
    kind = PurePosixPath(path).suffix.lower().lstrip(".")
    response.headers["Content-Type"] = SHOWN.get(kind, "application/octet-stream")
    if kind not in DOCUMENTS:
        response.headers["Content-Security-Policy"] = CLOSED
    if kind not in SHOWN:
        response.headers["Content-Disposition"] = "attachment"
    response.headers.pop("Content-Encoding", None)  # of a .gz: it is a file, not a page
    return response
