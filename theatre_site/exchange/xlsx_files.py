"""Sheets of Excel, Google and LibreOffice: the values of the first sheet, never its formulas."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from .tables import FileProblem

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 500
# Excel cuts off what is longer, without a word.
LONGEST_CELL = 32_767


def refuse_other_formats(content):
    if content.startswith(OLD_OFFICE):
        raise FileProblem(_("This is an old Excel file (XLS) or one with a password. Save it as XLSX or CSV."))
    if content.startswith(ZIP) and b"opendocument" in content[:200]:
        raise FileProblem(_("This is a file of LibreOffice (ODS). Save it as XLSX or CSV."))


def rows_of(content):
    """[[text, …], …] of the first sheet."""
    refuse_what_is_too_big(content)
    try:
        for row, written in zip(cells_in(content, data_only=True), cells_in(content, data_only=False), strict=True):
            refuse_formulas_without_value(row, written)
            yield [text_of(cell) for cell in row]
    except FileProblem:
        raise
    except Exception:  # openpyxl raises whatever the broken part of a file makes it stumble over
        raise FileProblem(_("This XLSX file is damaged. Open it in Excel and save it again.")) from None


def cells_in(content, *, data_only):
    """[[cell, …], …] with the values of formulas, or with the formulas themselves."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says about its own size is not always true
    return sheet.iter_rows()


def refuse_formulas_without_value(row, written):
    """Only Excel and its like work them out; an empty text that they have worked out is of type "str"."""
    for cell, other in zip(row, written, strict=True):
        if other.data_type == "f" and cell.value is None and cell.data_type == "n":
            raise FileProblem(
                _("The formula in cell %(cell)s has no value yet. Open the file in Excel and save it again.")
                % {"cell": cell.coordinate}
            )


def refuse_what_is_too_big(content):
    """A small file may unpack to gigabytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise FileProblem(_("This XLSX file is damaged. Open it in Excel and save it again.")) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileProblem(_("This XLSX file is far too big when it is unpacked. Keep only the list itself in it."))


def text_of(cell):
    value = cell.value
    if cell.data_type == "e":
        raise FileProblem(
            _("Cell %(cell)s holds an error: %(value)s. Mend its formula or write the value itself.")
            % {"cell": cell.coordinate, "value": value}
        )
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return f"{value + timedelta(seconds=30):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
    if len(text := str(value)) >= LONGEST_CELL:
        raise FileProblem(
            _("The text in cell %(cell)s is as long as Excel allows, so its end may be missing. Take a CSV file.")
            % {"cell": cell.coordinate}
        )
    return text
