"""A column of a list: which field of the model it is, how the desk calls it, and how its cells are read."""

from django.db import models
from django.utils.functional import lazystr
from import_export.fields import Field

from theatre_site.richtext import RichTextField

from . import cells
from .words import in_every_language, key, plain

CELLS = {
    RichTextField: cells.RichText,
    models.BooleanField: cells.YesNo,
    models.DateTimeField: cells.Moment,
    models.DateField: cells.Day,
    models.IntegerField: cells.Number,
}


class Column(Field):
    """`empty` is what an empty cell means; without it, an empty cell leaves the field as it is."""

    def __init__(self, attribute, label, *, cell=None, language="", hint="", **options):
        super().__init__(attribute=attribute, column_name=attribute, widget=cell or cells.Cell())
        self.label = label
        self.mark = f" [{language}]" if language else ""
        self.hint = hint
        self.options = options

    @property
    def header(self):
        return f"{self.label}{self.mark}"

    @property
    def names(self):
        """What its header may say."""
        return {key(self.column_name), *(key(label + self.mark) for label in in_every_language(self.label))}

    @property
    def may_be_empty(self):
        return "empty" in self.options

    def cell_of(self, row):
        return row.get(self.column_name, "")

    def read(self, row, instance):
        """What a cell says, or the ValueError that tells what is wrong with it."""
        if cell := self.cell_of(row):
            return self.widget.clean(cell, row=row, instance=instance)
        return self.options["empty"]

    def is_silent(self, row, instance):
        """It says nothing new: the column or the word is missing, or it says what an export would say.

        So a moment keeps its seconds, and a text its line breaks, when a list comes back as it went out.
        """
        if self.column_name not in row or not (self.cell_of(row) or self.may_be_empty):
            return True
        return self.cell_of(row) == self.export(instance)

    def export(self, instance, **kwargs):
        return plain(super().export(instance, **kwargs))


def column_for(field, cell=None):
    """The column of a model's field."""
    options = {}
    if field.many_to_many:
        options["empty"] = []
    elif field.null:
        options["empty"] = None
    elif field.empty_strings_allowed and field.blank:
        options["empty"] = ""
    return Column(
        field.name,
        field.verbose_name,
        cell=cell or cell_for(field),
        language=getattr(field, "_translated_field_language_code", ""),
        hint=lazystr(field.help_text),
        **options,
    )


def cell_for(field):
    if field.choices:
        return cells.Choice(field.choices)
    for kind, cell in CELLS.items():
        if isinstance(field, kind):
            return cell()
    return cells.Cell()
