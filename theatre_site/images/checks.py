"""What is taken as a picture. The header alone decides first, so that a bomb is never unpacked."""

import warnings
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from pillow_heif import register_heif_opener

from theatre_site.attachments import check_size

register_heif_opener(thumbnails=False)

LARGEST_PICTURE = 15 * 1024 * 1024
MOST_PIXELS = 64_000_000
LONGEST_SHAPE = 20

# What Pillow calls a format, as people call it, and the endings of its files. MPO is how some phones write JPEG.
KINDS = {
    "JPEG": ("JPEG", {".jpg", ".jpeg", ".jpe", ".jfif"}),
    "MPO": ("JPEG", {".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"}),
    "PNG": ("PNG", {".png"}),
    "WEBP": ("WebP", {".webp"}),
    "AVIF": ("AVIF", {".avif"}),
    "HEIF": ("HEIC", {".heic", ".heif", ".hif"}),
}
GIF = ("GIF", {".gif"})
SVG = ("SVG", {".svg"})
WEB_PAGE = ("HTML", {".html", ".htm", ".xhtml"})
PDF = ("PDF", {".pdf"})
REFUSED_KINDS = {"GIF": GIF, "TIFF": ("TIFF", {".tif", ".tiff"}), "BMP": ("BMP", {".bmp", ".dib"})}

NO_PICTURE = _("This is not a picture, or it is damaged. Open it on your computer and save it anew as JPEG.")
TAKEN = _("Upload a JPEG, PNG, WebP, AVIF or HEIC picture.")
ADVICE = {
    "GIF": _("GIF pictures are not taken. Save this one as PNG or JPEG; for something that moves, add a video."),
    "SVG": _("SVG drawings are not taken: they can hold programs. Export this one as PNG, 2000 pixels wide."),
}

BROKEN = (OSError, SyntaxError, ValueError, RuntimeError, EOFError, MemoryError)


def validate_picture(file):
    """Raises ValidationError, with a sentence, unless the content is a picture that we can keep and show."""
    check_size(file, LARGEST_PICTURE)
    file.seek(0)
    try:
        with opened(file) as picture:
            check_kind(file, {**KINDS, **REFUSED_KINDS}[picture.format])
            check_shape(*picture.size)
            decode(picture)
    finally:
        file.seek(0)


def opened(file):
    """The picture with only its header read. Raises ValidationError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # check_shape is stricter
            return Image.open(file, formats=[*(set(KINDS) - {"MPO"}), *REFUSED_KINDS])
    except Image.DecompressionBombError as reason:
        raise ValidationError(too_many_pixels()) from reason
    except BROKEN as reason:
        file.seek(0)
        check_kind(file, kind_of_text(file.read(1024)))
        raise ValidationError(NO_PICTURE) from reason


def kind_of_text(beginning):
    """What a file that is no picture is, by its first words; None if they say nothing."""
    words = beginning.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if words.startswith(b"%pdf-"):
        return PDF
    if words.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")):
        return WEB_PAGE
    return SVG if b"<svg" in words else None


def check_kind(file, kind):
    if kind is None:
        return
    name, endings = kind
    ending = Path(file.name or "").suffix.lower()
    if ending and ending not in endings:
        raise ValidationError(
            _("The file is called “%(name)s”, but its content is %(kind)s. %(taken)s"),
            params={"name": Path(file.name).name, "kind": name, "taken": TAKEN},
        )
    if name not in {known for known, _endings in KINDS.values()}:
        raise ValidationError(ADVICE.get(name, TAKEN))


def check_shape(width, height):
    if width * height > MOST_PIXELS:
        raise ValidationError(too_many_pixels())
    if max(width, height) > LONGEST_SHAPE * min(width, height):
        raise ValidationError(_("This picture is a mere strip: it is too long for its width."))


def too_many_pixels():
    return _("This picture has too many pixels: at most %(most)s million. Make it smaller and upload it again.") % {
        "most": MOST_PIXELS // 1_000_000
    }


def decode(picture):
    """Reads it to its end: `verify()` would let a JPEG pass that breaks off. Large JPEG are read at a smaller scale."""
    try:
        picture.draft("RGB", (1, 1))
        picture.load()
    except BROKEN as reason:
        raise ValidationError(
            _("This picture is damaged: a part of it is missing. Copy it from the camera again.")
        ) from reason
