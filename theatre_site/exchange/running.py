"""Tries a table out, and carries it out. Either all rows are written or none."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist
from django.db import transaction
from django.utils.translation import gettext as _
from import_export.results import RowResult

from . import revisions
from .log import write_log
from .tables import Refusal
from .words import clipped

logger = logging.getLogger(__name__)


class NothingWritten(Exception):
    """Some rows were refused."""


@dataclass
class Outcome:
    rows: list
    refusals: list[Refusal]

    def of_kind(self, kind):
        return [row for row in self.rows if row.import_type == kind]

    @property
    def new(self):
        return self.of_kind(RowResult.IMPORT_TYPE_NEW)

    @property
    def changed(self):
        return self.of_kind(RowResult.IMPORT_TYPE_UPDATE)

    @property
    def unchanged(self):
        return self.of_kind(RowResult.IMPORT_TYPE_SKIP)

    @property
    def refused(self):
        """How many rows have something wrong with them."""
        return len({refusal.number for refusal in self.refusals})

    @property
    def can_be_carried_out(self):
        return not self.refusals and bool(self.new or self.changed)


def try_out(resource, table):
    """What would happen."""
    with revisions.no_revision():
        return run(resource, table, dry_run=True)


def carry_out(resource, table):
    """Writes all rows, or none if one of them is refused."""
    outcome = None
    comment = _("Imported from the file “%(file)s”") % {"file": table.file_name}
    with suppress(NothingWritten), transaction.atomic(), revisions.one_revision(resource.user, comment):
        outcome = run(resource, table, dry_run=False)
        if outcome.refusals:
            raise NothingWritten
        revisions.add(row.instance for row in [*outcome.new, *outcome.changed])
        write_log(resource.user, outcome)
    return outcome


def run(resource, table, *, dry_run):
    resource.numbers = table.numbers
    result = resource.import_data(table.as_dataset(), dry_run=dry_run)
    for error in result.base_errors:
        raise error.error
    refusals = [*table.refusals, *refusals_in(resource, table, result)]
    return Outcome(result.rows, sorted(refusals, key=lambda refusal: refusal.number))


def refusals_in(resource, table, result):
    for row in result.invalid_rows:
        cells = dict(zip(table.columns, table.rows[row.number - 1], strict=True))
        for name, reasons in row.error_dict.items():
            for reason in reasons:
                yield refusal(table, row, reason, header=header_of(resource, name), cell=clipped(cells.get(name, "")))
    for row in result.error_rows:
        logger.error("A row could not be imported", exc_info=row.errors[0].error)
        yield refusal(table, row, _("This row cannot be saved as it is."))


def refusal(table, row, reason, *, header="", cell=""):
    return Refusal(table.numbers[row.number - 1], header, cell, reason)


def header_of(resource, name):
    """The words above a column, or those of a field that has no column."""
    if name == NON_FIELD_ERRORS:
        return ""
    if name in resource.fields:
        return resource.fields[name].header
    with suppress(FieldDoesNotExist):
        return str(resource._meta.model._meta.get_field(name).verbose_name)
    return name
