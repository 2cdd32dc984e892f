import re
from unicodedata import category

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from .words import tokens

MOST_LETTERS = 100


class QueryField(forms.CharField):
    def to_python(self, value):
        """On one line: what no keyboard types is a space."""
        return " ".join(typed(super().to_python(value)).split())

    def bound_data(self, data, initial):
        """What the field shows again: HTML knows no NUL."""
        return typed(data or "")

    def validate(self, value):
        super().validate(value)
        if not tokens(value):
            raise forms.ValidationError(self.error_messages["no_words"], code="no_words")


def typed(text):
    """Without what nobody sees, such as the soft hyphens of a copied title; what else no keyboard has is a space."""
    seen = (each for each in text if category(each) != "Cf")
    return "".join(each if each.isprintable() else " " for each in seen)


class SearchForm(forms.Form):
    q = QueryField(
        label=_("What to look for"),
        max_length=MOST_LETTERS,
        error_messages={
            "required": _("Write what to look for: a play, a name, a day."),
            "max_length": _("This is too long to look for. Write a few words, at most %(limit_value)d letters."),
            "no_words": _("Write at least one word or number."),
        },
    )


def narrowed(parameters, kinds):
    """(kind, year) that an address asks for, None for all. Raises Http404 for what nobody offered."""
    name, year = parameters.get("kind", ""), parameters.get("year", "")
    kind = next((kind for kind in kinds if kind.name == name), None)
    if (name and kind is None) or not re.fullmatch(r"([12][0-9]{3})?", year):
        raise Http404
    return kind, int(year) if year else None
