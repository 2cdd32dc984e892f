"""The hour, the venue and the length of one item: a small form for each, side by side in the grid."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festivals.models import ProgrammeItem
from theatre_site.admin.day_and_hour import DayAndHour
from theatre_site.our_time import check_time

from .choices import RowChoiceField
from .rows import RowForm


class HourForm(RowForm):
    starts_at = forms.SplitDateTimeField(label=gettext_lazy("begins"), widget=DayAndHour, validators=[check_time])
    duration = forms.IntegerField(label=gettext_lazy("minutes"), required=False, min_value=1, max_value=900)

    def __init__(self, data, *, item, venues, days):
        self.item = item
        begins = item.starts_at and localtime(item.starts_at).replace(second=0, microsecond=0)
        now = {"starts_at": begins, "duration": item.duration, "venue": item.venue}
        super().__init__(data, now=now, prefix=self.prefix_of(item))
        self.fields["venue"] = RowChoiceField(venues, label=_("venue"))
        self.fields["duration"].widget.attrs["placeholder"] = item.minutes or ""
        self.fields["starts_at"].widget.widgets[0].attrs.update(days)

    @staticmethod
    def prefix_of(item):
        return f"item-{item.pk}"

    def in_words(self):
        begins = date_format(localtime(self.item.starts_at), "j E, G:i")
        return ", ".join(str(each) for each in [begins, self.item.venue] if each)

    def save(self, edition):
        """Whether anything was written."""
        if not self.is_touched:
            return False
        item, before = self.item, self.item.starts_at
        for name, value in self.wanted.items():
            setattr(item, name, value)
        if item.pk and edition.programme_confirmed and item.starts_at != before:
            item.tell_of_move(before)
        item.save()
        return True


class FirstHourForm(HourForm):
    """Who comes and has no hour yet. Left empty, nothing is made."""

    def __init__(self, data, *, participant, **kwargs):
        item = ProgrammeItem(
            edition_id=participant.edition_id, participant=participant, kind=ProgrammeItem.Kind.SHOW, starts_at=None
        )
        super().__init__(data, item=item, **kwargs)
        self.fields["starts_at"].required = False

    @staticmethod
    def prefix_of(item):
        return f"participant-{item.participant_id}"

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.is_touched and not cleaned["starts_at"]:
            self.add_error("starts_at", _("Say when it begins, too."))
        return cleaned
