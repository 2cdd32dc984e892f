"""Fields for moments that need no script: the browser's own day and hour."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festivals.models import Edition
from theatre_site.our_time import check_time

MOMENTS = ["results_at", "press_at", "photos_at"]


class DayAndHour(forms.SplitDateTimeWidget):
    def __init__(self, attrs=None):
        super().__init__(
            attrs,
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs={"type": "date", "aria-label": _("Day")},
            time_attrs={"type": "time", "aria-label": _("Hour")},
        )


def moment_field(db_field, **kwargs):
    """For a form's `formfield_callback`: moments with the browser's own fields, all others as Django has them."""
    if db_field.get_internal_type() == "DateTimeField":
        kwargs |= {"form_class": forms.SplitDateTimeField, "widget": DayAndHour, "validators": [check_time]}
    return db_field.formfield(**kwargs)


class MomentsForm(forms.ModelForm):
    """When results, press release and photos appear: each all at once."""

    class Meta:
        model = Edition
        fields = MOMENTS
        formfield_callback = moment_field
