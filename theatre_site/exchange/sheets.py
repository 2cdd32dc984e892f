"""Lists on their way out: an export, a template to start from, a report of what was refused."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .csv_files import as_csv
from .reading import REMARK
from .safe_cells import guarded
from .words import clipped
from .xlsx_writing import as_xlsx

CSV, XLSX = "csv", "xlsx"
CONTENT_TYPES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}


@dataclass
class Sheet:
    """`choices` are offered below the headers, `explanations` stand on a second sheet: both only in XLSX."""

    title: str
    headers: list[str]
    rows: list[list[str]]
    cells: list = field(default_factory=list)
    choices: list[list[str]] = field(default_factory=list)
    explanations: list[list[str]] = field(default_factory=list)

    def as_file(self, kind):
        rows = [self.headers, *self.rows]
        return as_csv([map(guarded, row) for row in rows]) if kind == CSV else as_xlsx(self)


def exported(resource, queryset):
    columns = resource.columns()
    dataset = resource.export(resource.loaded(queryset))
    return Sheet(
        name_of(resource),
        [column.header for column in columns],
        [list(row) for row in dataset],
        cells=[column.widget for column in columns],
    )


def template(resource):
    """Headers, an example that is not imported, and what may be written into each column."""
    columns = resource.columns()
    first, *others = [example_of(resource, column) for column in columns]
    return Sheet(
        name_of(resource),
        [column.header for column in columns],
        [[_("%(remark)s example, is not imported") % {"remark": REMARK} + (f": {first}" if first else ""), *others]],
        choices=[column.widget.allowed() for column in columns],
        explanations=explanations(resource),
    )


def example_of(resource, column):
    if column.attribute == "id":
        return ""
    return resource.examples.get(column.attribute, column.widget.example() if not column.may_be_empty else "")


def explanations(resource):
    """[[column, what it is, how it is written or what may be chosen], …]"""
    rows = [[_("Column"), _("What it is"), _("How to write it")]]
    for column in resource.columns():
        ways = [str(column.widget.hint), ", ".join(column.widget.allowed())]
        rows.append([column.header, str(column.hint), ". ".join(filter(None, ways))])
    return rows


def report(outcome):
    return Sheet(
        _("What has to be mended"),
        [_("Row"), _("Column"), _("In the cell"), _("Why")],
        [[str(each.number), each.header, clipped(each.cell), each.reason] for each in outcome.refusals],
    )


def name_of(resource):
    return str(resource._meta.model._meta.verbose_name_plural).capitalize()
