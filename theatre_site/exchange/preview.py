"""What an editor reads before confirming: a line for each row, with what would change in it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .words import clipped

# A page shows so many rows, and so many cells of a new one; the rest is counted.
ROWS = 200
CELLS = 8


@dataclass
class Line:
    number: int
    name: str
    is_new: bool
    changes: list
    more: int


def preview(outcome):
    """What is wrong; or, if nothing is, what would happen. Unchanged rows are only counted."""
    if outcome.refusals:
        return {"refusals": outcome.refusals[:ROWS], "more": max(len(outcome.refusals) - ROWS, 0)}
    rows = sorted([*outcome.new, *outcome.changed], key=lambda row: row.number)
    return {"lines": [line(row) for row in rows[:ROWS]], "more": max(len(rows) - ROWS, 0)}


def line(row):
    changes = [(column.header, clipped(before), clipped(after) or _("empty")) for column, before, after in row.changes]
    if not row.is_new():
        return Line(row.number, row.object_repr, False, changes, 0)
    said = [(header, "", after) for header, before, after in changes]
    return Line(row.number, row.object_repr, True, said[:CELLS], max(len(said) - CELLS, 0))
