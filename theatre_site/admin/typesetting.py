"""Typography is mended when a form is saved: only what was changed, and unless the editor says no."""

from functools import cache

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.utils.translation import gettext_lazy as _

from theatre_site.models import Theatre
from theatre_site.richtext import RichTextField
from theatre_site.typesetting import typeset, typeset_html

TICK = "keep_typography"


class TypesetForm(forms.ModelForm):
    keep_typography = forms.BooleanField(
        label=_("leave my typography as it is"),
        required=False,
        help_text=_("Else quotes, dashes, ellipses and the Ukrainian apostrophe are set when you save."),
    )

    def clean(self):
        data = super().clean() or self.cleaned_data
        if not self.data.get(TICK):
            for name, field in self.changed_texts().items():
                set_type = typeset_html if isinstance(field, RichTextField) else typeset
                data[name] = set_type(data[name], field._translated_field_language_code)
        return data

    def changed_texts(self):
        """{name: model field} of the texts in a language that were written just now, if the theatre wants them set."""
        written = set(self.changed_data) & {name for name, value in self.cleaned_data.items() if value}
        texts = {field.name: field for field in texts_of(self._meta.model) if field.name in written}
        return texts if texts and self.theatre_sets_type() else {}


def texts_of(model):
    """The columns that hold words of one language."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and hasattr(field, "_translated_field_language_code")
    ]


def typesetting(form):
    """A form class that does so; the rows of an inline obey the tick of the form around them."""
    wants = staticmethod(cache(Theatre.objects.sets_type))
    return type(form.__name__, (TypesetForm, form), {"theatre_sets_type": wants})


class SetsType:
    """ModelAdmin with the tick, if anything on its form has a language."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **{**kwargs, "form": typesetting(kwargs.get("form", self.form))})

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        place = place_of_tick(self.model, fieldsets)
        if place is None or not self.may_write(request, obj):
            return fieldsets
        name, options = fieldsets[place]
        with_tick = (name, {**options, "fields": [*options["fields"], TICK]})
        return [*fieldsets[:place], with_tick, *fieldsets[place + 1 :]]

    def may_write(self, request, obj):
        """Any of the texts."""
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)


def place_of_tick(model, fieldsets):
    """The number of the fieldset with the long texts, or else of the first with any; None if there is no text."""
    if TICK in flatten_fieldsets(fieldsets):
        return None
    texts = texts_of(model)
    for some in ([text for text in texts if isinstance(text, RichTextField)], texts):
        names = {text.name for text in some}
        for number, fieldset in enumerate(fieldsets):
            if names & set(flatten_fieldsets([fieldset])):
                return number
    return None


class SetsTypeInRows:
    """The same for an inline."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **{**kwargs, "form": typesetting(kwargs.get("form", self.form))})
        formset.form.base_fields.pop(TICK)
        return formset
