"""The moments at which the parts of an edition appear."""

from django import forms

from festivals.models import Edition
from theatre_site.admin.day_and_hour import DayAndHour
from theatre_site.our_time import check_time

MOMENTS = ["results_at", "press_at", "photos_at"]


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
