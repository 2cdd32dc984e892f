"""A file as it was read: cells of text, with the numbers that its rows have on the screen of whoever wrote it."""

from dataclasses import dataclass, field

import tablib
from django.core.exceptions import ValidationError


class FileProblem(ValidationError):
    """The file as a whole cannot be read; the sentence says why."""


@dataclass
class Refusal:
    """What is wrong with a row, or with one cell of it."""

    number: int
    header: str
    cell: str
    reason: str


@dataclass
class Table:
    file_name: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, number, reason, *, header="", cell=""):
        self.refusals.append(Refusal(number, header, cell, str(reason)))

    def as_dataset(self):
        return tablib.Dataset(*self.rows, headers=self.columns)
