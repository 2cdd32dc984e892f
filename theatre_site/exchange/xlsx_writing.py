"""A sheet as XLSX: headers that stay in sight, true dates and numbers, a list to choose from where there is one."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .reading import MOST_ROWS, REMARK
from .safe_cells import guarded
from .tables import FileProblem
from .xlsx_files import LONGEST_CELL

BOLD = Font(bold=True)
FAINT = Font(italic=True, color="777777")
WIDTH, WIDE = 18, 60
# Excel takes a list to choose from up to this length.
LONGEST_CHOICE = 255


def as_xlsx(sheet):
    refuse_long_texts(sheet.rows)
    book = Workbook(write_only=True)
    fill(book.create_sheet(name_for(sheet.title)), sheet)
    if sheet.explanations:
        explain(book.create_sheet(name_for(_("How to fill it in"))), sheet.explanations)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def refuse_long_texts(rows):
    """Before anything is begun: openpyxl leaves a file behind if it does not come to its end."""
    for row in rows:
        for text in row:
            if len(guarded(text)) >= LONGEST_CELL:
                raise FileProblem(
                    _("A text is longer than Excel allows: “%(text)s…”. Take a CSV file.") % {"text": text[:40]}
                )


def name_for(title):
    """Excel allows 31 letters and none of these."""
    return "".join(letter for letter in title if letter not in r"[]:*?/\\")[:31]


def fill(page, sheet):
    page.freeze_panes = "A2"
    for number in range(1, len(sheet.headers) + 1):
        page.column_dimensions[get_column_letter(number)].width = WIDTH
    offer_choices(page, sheet.choices)
    page.append([styled(page, header, BOLD) for header in sheet.headers])
    cells = sheet.cells or [None] * len(sheet.headers)
    for row in sheet.rows:
        if row[0].startswith(REMARK):
            page.append([styled(page, text, FAINT) for text in row])
        else:
            page.append([typed(text, cell) for text, cell in zip(row, cells, strict=True)])


def offer_choices(page, choices):
    for number, words in enumerate(choices, 1):
        listed = ",".join(words)
        if words and len(listed) <= LONGEST_CHOICE and not any('"' in word or "," in word for word in words):
            offer = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
            letter = get_column_letter(number)
            offer.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            page.data_validations.append(offer)


def styled(page, text, font):
    cell = WriteOnlyCell(page, guarded(text))
    cell.font = font
    return cell


def typed(text, cell):
    value = cell.typed(text) if cell else text
    return guarded(value) if isinstance(value, str) else value


def explain(page, rows):
    headers, *rows = rows
    for letter, width in zip("ABC", [WIDTH * 2, WIDE, WIDE], strict=True):
        page.column_dimensions[letter].width = width
    page.append([styled(page, text, BOLD) for text in headers])
    for row in rows:
        cells = [WriteOnlyCell(page, guarded(text)) for text in row]
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.append(cells)
