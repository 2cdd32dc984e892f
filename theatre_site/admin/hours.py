"""The box office's hours in the form of the theatre: the week as a grid of seven days, then the days that differ."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from theatre_site.models import HoursException, OpeningHours
from theatre_site.models.box_office import Weekday

from .day_and_hour import HourInput
from .models import RowsFormSet, StackedInline, TabularInline, both


class TimesOfDay:
    """A field of its own for each time, which a phone fills in with its own clock."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, forms.TimeField):
            field.widget = HourInput()
        return field


class DayName(forms.Widget):
    """The day of this line, which is not to be chosen."""

    def render(self, name, value, attrs=None, renderer=None):
        day = Weekday(int(value)).label if str(value).isdigit() and int(value) in Weekday.values else "–"
        return format_html('<b>{}</b><input type="hidden" name="{}" value="{}">', day, name, value or "")


class WeekFormSet(RowsFormSet):
    """Seven lines, also for the days about which nothing has been said yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        said = set(self.get_queryset().values_list("weekday", flat=True)) if self.instance.pk else set()
        self.initial_extra = [{"weekday": day} for day in Weekday.values if day not in said]
        self.extra = len(self.initial_extra)


class OpeningHoursInline(TimesOfDay, TabularInline):
    model = OpeningHours
    formset = WeekFormSet
    fields = ["weekday", "is_closed", "opens", "closes", "break_from", "break_until"]
    max_num = 7
    can_delete = False
    verbose_name_plural = _("Hours of the box office")
    classes = ["week"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "weekday":
            return forms.TypedChoiceField(choices=Weekday.choices, coerce=int, label=_("weekday"), widget=DayName)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class HoursExceptionInline(TimesOfDay, StackedInline):
    """What is still to come, the nearest first."""

    model = HoursException
    verbose_name_plural = _("Other hours on some days")
    fields = [
        ("first_day", "last_day", "is_closed"),
        ("opens", "closes", "break_from", "break_until"),
        both("reason"),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(last_day__gte=timezone.localdate()).order_by("first_day")


class PastHoursExceptionInline(TabularInline):
    """To look at: what has been, the latest first."""

    model = HoursException
    verbose_name_plural = _("Other hours that are over")
    fields = readonly_fields = ["days", "times", "reason"]
    classes = ["collapse"]
    can_delete = False

    def has_add_permission(self, request, obj):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).filter(last_day__lt=timezone.localdate()).order_by("-first_day")

    @admin.display(description=_("days"))
    def days(self, exception):
        return str(exception)

    @admin.display(description=_("hours"))
    def times(self, exception):
        return ", ".join(f"{begins:%H:%M}–{ends:%H:%M}" for begins, ends in exception.spans) or _("closed")

    @admin.display(description=_("reason"))
    def reason(self, exception):
        return exception.reason
