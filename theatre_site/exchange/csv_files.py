"""Tables of plain text, as Excel, LibreOffice and Google write them in this part of the world."""

import codecs
import csv
import io

from django.utils.translation import gettext as _

from .tables import FileProblem

DELIMITERS = [";", ",", "\t"]


def rows_of(content, known):
    """[[text, …], …]; `known` tells a header from other words."""
    text = decoded(content)
    if text.lower().startswith("sep="):
        text = text.partition("\n")[2]
    delimiter = max(DELIMITERS, key=lambda each: headers_known(text, each, known))
    number = 0
    try:
        for number, row in enumerate(reader(text, delimiter, strict=True), 1):  # noqa: B007 (told if it breaks off)
            yield row
    except csv.Error:
        raise FileProblem(
            _("Row %(number)d cannot be read: a quotation mark is open or out of place, or a cell is too long.")
            % {"number": number + 1}
        ) from None


def reader(text, delimiter, **options):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, **options)


def decoded(content):
    """UTF-8, with or without a mark; what Excel calls Unicode text; the Windows code page of Cyrillic."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "windows-1251"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise FileProblem(_("This is neither a CSV nor an XLSX file. Save the table in one of these formats."))


def headers_known(text, delimiter, known):
    try:
        first = next(reader(text, delimiter), [])
    except csv.Error:
        return 0, 0
    return sum(known(header) for header in first), len(first)


def as_csv(rows):
    """With a mark of UTF-8 and semicolons: so Excel in Russian and Ukrainian opens it by a double click."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
