"""A file of the uploads, from wherever they are kept."""

import mimetypes
from errno import EISDIR, ENAMETOOLONG, ENOENT, ENOTDIR

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseNotModified
from django.utils.http import http_date
from django.views.static import was_modified_since

NO_FILE = {EISDIR, ENAMETOOLONG, ENOENT, ENOTDIR}


def uploaded(request, path):
    """The response with it, or Http404."""
    try:
        return response_with(request, path)
    except ValueError as reason:  # a NUL in the name
        raise Http404 from reason
    except OSError as reason:
        if reason.errno not in NO_FILE:
            raise
        raise Http404 from reason


def response_with(request, path):
    changed_at = default_storage.get_modified_time(path)
    if not was_modified_since(request.headers.get("If-Modified-Since"), changed_at.timestamp()):
        return HttpResponseNotModified()
    kind, encoding = mimetypes.guess_type(path)
    response = FileResponse(default_storage.open(path), content_type=kind or "application/octet-stream")
    response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response
