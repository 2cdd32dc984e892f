"""Files to download: judged by their content, never by their name alone."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

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


class AttachmentField(CheckedOnce, models.FileField):
    default_validators = [FileExtensionValidator(sorted(FILE_SIGNATURES)), validate_attachment]


class PdfField(CheckedOnce, models.FileField):
    default_validators = [FileExtensionValidator(["pdf"]), validate_attachment]
