"""A choice among rows that were loaded once for a whole grid of forms."""

from django import forms
from django.db import models
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join


class QuickSelect(forms.Select):
    """Without a template for each option: a grid has thousands of them."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = self.format_value(value)
        options = (
            (key, flatatt({"selected": str(key if key is not None else "") in chosen}), label)
            for key, label in self.choices
        )
        attrs = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html(
            "<select{}>{}</select>", attrs, format_html_join("", '<option value="{}"{}>{}</option>', options)
        )


class RowChoiceField(forms.TypedChoiceField):
    widget = QuickSelect

    def __init__(self, rows, **kwargs):
        self.rows = {str(row.pk): row for row in rows}
        choices = [("", "–"), *((pk, str(row)) for pk, row in self.rows.items())]
        super().__init__(choices=choices, coerce=self.row_of, empty_value=None, required=False, **kwargs)

    def prepare_value(self, value):
        return value.pk if isinstance(value, models.Model) else value

    def row_of(self, pk):
        return self.rows[str(pk)]
