"""What goes out and comes back changes nothing; with one cell changed it changes that cell."""

import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from tests.exchange import counts, export, import_file, refusals, upload

from .lists import LISTS, each_list


def everything_in(resource):
    return list(resource._meta.model.objects.order_by("pk").values())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@each_list
def test_a_list_that_comes_back_as_it_went_out_changes_nothing(db, resource, kind):
    LISTS[resource][0]()
    before = everything_in(resource)

    outcome = import_file(resource, export(resource, kind=kind))

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 0, len(before))
    assert everything_in(resource) == before


@each_list
def test_it_may_come_back_in_another_language(db, resource):
    LISTS[resource][0]()
    with translation.override("uk"):
        file = export(resource)

    outcome = import_file(resource, file)

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 0, resource._meta.model.objects.count())


@each_list
def test_one_edited_cell_changes_exactly_that(db, resource):
    fill, name = LISTS[resource]
    fill()
    before = everything_in(resource)
    book = load_workbook(io.BytesIO(export(resource, kind="xlsx").read()))
    sheet = book.worksheets[0]
    columns = list(resource._meta.fields)
    place = columns.index(name) + 1
    sheet.cell(3, place).value = "Новое слово"
    content = io.BytesIO()
    book.save(content)

    outcome = import_file(resource, upload(content.getvalue(), "list.xlsx"))

    assert refusals(outcome) == []
    assert counts(outcome) == (0, 1, len(before) - 1)
    changed = outcome.changed[0].instance.pk
    for old, new in zip(before, everything_in(resource), strict=True):
        differences = {key for key in old if old[key] != new[key]} - {"updated_at", "in_step", "search"}
        assert differences == ({name} if old["id"] == changed else set())
