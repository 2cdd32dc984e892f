"""Days and moments that an editor may mean. A year typed as 26 is the year 26, and the first hours of the year 1 lie
before all time in Greenwich: once such a moment is saved, no page that reads it can be shown."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .addresses import Year

DAYS_AND_MOMENTS = (forms.DateField, forms.DateTimeField, forms.SplitDateTimeField)


def is_of_our_time(day):
    return Year.first <= day.year <= Year.last


def check_time(day):
    """A validator."""
    if not is_of_our_time(day):
        words = _("The year must lie between %(first)d and %(last)d.")
        raise ValidationError(words % {"first": Year.first, "last": Year.last})


def keep_to_our_time(fields):
    """Of a form."""
    for field in fields:
        if isinstance(field, DAYS_AND_MOMENTS):
            field.validators.append(check_time)
