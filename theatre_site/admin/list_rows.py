from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class ListRowForm(forms.ModelForm):
    """A row of a list with fields: what is wrong with a column that the list does not show is said above the row."""

    def add_error(self, field, error):
        for absent in getattr(error, "error_dict", {}).keys() - self.fields.keys() - {NON_FIELD_ERRORS}:
            super().add_error(None, ValidationError(error.error_dict.pop(absent)))
        super().add_error(field, error)


class HasListRows:
    """ModelAdmin with `list_editable`."""

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, **{"form": ListRowForm, **kwargs})
