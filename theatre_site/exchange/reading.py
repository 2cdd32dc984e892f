"""From an uploaded file to a table, or to a sentence that says why not."""

from django.utils.translation import gettext as _

from . import csv_files, xlsx_files
from .safe_cells import unguarded
from .tables import FileProblem, Table
from .words import clipped, key, plain

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5000
MOST_COLUMNS = 100

# A row that begins so is a remark.
REMARK = "#"


def read(upload, resource):
    """`upload` has a name, a size and the method read()."""
    if upload.size > MOST_BYTES:
        raise FileProblem(
            _("The file is bigger than %(size)d MB. Split the list.") % {"size": MOST_BYTES // 1024 // 1024}
        )
    content = upload.read()
    known = {name: column for column in resource.columns() for name in column.names}
    rows = rows_in(content, known)
    table = Table(upload.name, columns_in(next(rows, []), known, resource))
    for number, cells in enumerate(rows, 2):
        take(table, number, cells)
    if not table.rows:
        raise FileProblem(_("There are no rows below the headers."))
    return table


def rows_in(content, known):
    """[[text, …], …]"""
    if not content.strip():
        raise FileProblem(_("The file is empty."))
    xlsx_files.refuse_other_formats(content)
    if content.startswith(xlsx_files.ZIP):
        return xlsx_files.rows_of(content)
    return csv_files.rows_of(content, known=lambda header: key(unguarded(plain(header))) in known)


def columns_in(headers, known, resource):
    """The names of the columns, in the order of the file."""
    headers = [unguarded(plain(header)) for header in headers]
    while headers and not headers[-1]:
        headers.pop()
    columns = [known.get(key(header)) for header in headers]
    if not any(columns):
        raise FileProblem(_("The first row names no column of this list. Begin with the template, or with an export."))
    refuse_unknown([header for header, column in zip(headers, columns, strict=True) if column is None])
    names = [column.column_name for column in columns]
    refuse_twice([column.header for column in columns if names.count(column.column_name) > 1])
    refuse_missing([resource.fields[name].header for name in resource.required_columns if name not in names], names)
    return names


def refuse_unknown(headers):
    if len(headers) > MOST_COLUMNS:
        raise FileProblem(_("The first row has too many columns."))
    if headers:
        listed = ", ".join(map(clipped, headers))
        raise FileProblem(_("This list has no such columns: %(columns)s. Delete or rename them.") % {"columns": listed})


def refuse_twice(headers):
    if headers:
        raise FileProblem(_("The column “%(column)s” is there twice.") % {"column": headers[0]})


def refuse_missing(headers, names):
    """What makes a row what it is must be there, or else its number."""
    if headers and "id" not in names:
        listed = ", ".join(headers)
        raise FileProblem(_("These columns are missing: %(columns)s.") % {"columns": listed})


def take(table, number, cells):
    """Puts a row of the file into the table; leaves out empty rows and remarks."""
    cells = [unguarded(plain(cell)) for cell in cells]
    if not any(cells) or cells[0].startswith(REMARK):
        return
    if len(table.rows) == MOST_ROWS:
        raise FileProblem(_("There are more than %(count)d rows. Split the list.") % {"count": MOST_ROWS})
    width = len(table.columns)
    if any(cells[width:]):
        table.refuse(number, _("The row has more cells than there are columns."), cell=clipped(cells[width]))
    table.rows.append([*cells[:width], *[""] * (width - len(cells))])
    table.numbers.append(number)
