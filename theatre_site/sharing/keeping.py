"""Made once, kept: a picture lies in MEDIA_ROOT/share under a name that tells everything on it."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.http import FileResponse
from django.utils.cache import patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import condition

from theatre_site import front_desk

from .drawing import HEIGHT, WIDTH, png_of

__all__ = ["HEIGHT", "WIDTH", "picture_response"]

A_YEAR, AN_HOUR = 31_536_000, 3600


def picture_response(request, picture):
    picture = picture.signed(front_desk.current())

    @condition(etag_func=lambda request: quote_etag(picture.digest))
    def answer(request):
        return FileResponse(kept(picture).open("rb"), content_type="image/png")

    response = answer(request)
    # the address in the page's head names the digest; whoever asks without it is told to ask again
    is_named = request.GET.get("v") == picture.digest
    patch_cache_control(response, public=True, max_age=A_YEAR if is_named else AN_HOUR)
    return response


def kept(picture):
    """The file with this picture, drawn now if it is not there yet. Older pictures of the same thing go."""
    folder = Path(settings.MEDIA_ROOT) / "share"
    path = folder / picture.file_name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write(path, png_of(picture))
        for other in folder.glob(f"{picture.file_name.removesuffix(f'{picture.digest}.png')}*.png"):
            if other != path:
                other.unlink(missing_ok=True)
    return path


def write(path, content):
    """At once: whoever reads meanwhile sees the whole file or none."""
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(content)
    os.chmod(file.name, 0o644)  # a web server in front may serve it
    os.replace(file.name, path)
