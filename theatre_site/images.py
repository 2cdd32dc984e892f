"""Pictures and files from editors: judged by their content, never by their name."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from theatre_site.languages import Translated, translated

PICTURE_FORMATS = {"JPEG", "PNG", "WEBP", "GIF"}
LARGEST_PICTURE = 15 * 1024 * 1024
MOST_PIXELS = 8000 * 8000
LARGEST_FILE = 30 * 1024 * 1024

# The first bytes of each kind of file that may be attached. Office files of today are zip archives.
FILE_SIGNATURES = {
    "pdf": b"%PDF-",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "odt": b"PK\x03\x04",
    "zip": b"PK\x03\x04",
    "doc": b"\xd0\xcf\x11\xe0",
    "xls": b"\xd0\xcf\x11\xe0",
    "rtf": b"{\\rtf",
    "jpg": b"\xff\xd8\xff",
    "png": b"\x89PNG",
}


def check_size(file, largest):
    if file.size > largest:
        raise ValidationError(
            _("This file has %(size)s; at most %(largest)s can be uploaded."),
            params={"size": filesizeformat(file.size), "largest": filesizeformat(largest)},
        )


def validate_picture(file):
    """Raises ValidationError unless the content is a picture that every browser shows."""
    check_size(file, LARGEST_PICTURE)
    try:
        with Image.open(file) as picture:
            kind = picture.format
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_("This picture has too many pixels: at most 64 million."))
            picture.load()  # verify() would let a JPEG pass that breaks off
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as reason:
        raise ValidationError(_("This is not a picture, or it is damaged.")) from reason
    finally:
        file.seek(0)
    if kind not in PICTURE_FORMATS:
        raise ValidationError(_("Upload a JPEG, PNG, WebP or GIF picture."))


def validate_attachment(file):
    """Raises ValidationError unless the content begins as the file's name says."""
    check_size(file, LARGEST_FILE)
    signature = FILE_SIGNATURES.get(Path(file.name).suffix.lower().lstrip("."))
    file.seek(0)
    beginning = file.read(16)
    file.seek(0)
    if signature is None:
        raise ValidationError(_("Attach a document (PDF, Word, Excel, ODT, RTF), a picture or a ZIP archive."))
    if not beginning.startswith(signature):
        raise ValidationError(_("The content of this file is not what its name says."))


def size_of(file):
    """In bytes; None if the file is no longer on the disk."""
    try:
        return file.size
    except OSError:
        return None


class CheckedOnce:
    """A file is judged when it comes in, not again each time the form around it is saved."""

    def run_validators(self, value):
        if not value._committed:
            super().run_validators(value)


class PictureField(CheckedOnce, models.ImageField):
    default_validators = [*models.ImageField.default_validators, validate_picture]


class AttachmentField(CheckedOnce, models.FileField):
    default_validators = [FileExtensionValidator(sorted(FILE_SIGNATURES)), validate_attachment]


class PdfField(CheckedOnce, models.FileField):
    default_validators = [FileExtensionValidator(["pdf"]), validate_attachment]


class GalleryPhoto(Translated):
    """One picture of a gallery; the gallery's owner is added by the model that inherits from this one."""

    image = PictureField(_("picture"), upload_to="photos/%Y/", width_field="width", height_field="height")
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    alt = translated(
        models.CharField(
            _("description"), max_length=300, help_text=_("What the picture shows, for those who cannot see it.")
        )
    )
    caption = translated(models.CharField(_("caption"), max_length=300))
    author = models.CharField(_("photographer"), max_length=150, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.caption or self.alt or Path(self.image.name).name
