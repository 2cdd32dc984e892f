"""What is asked before many dates are changed, and how each of them is."""

from datetime import timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from repertoire.models import Performance
from theatre_site.languages import LANGUAGE_CODES, SAY_IT, columns, to_attribute
from theatre_site.models import Venue

State = Performance.State
A_WEEK = 7 * 24 * 60


class BulkForm(forms.Form):
    """`changes` names the fields for the log of the office."""

    title = button = ""
    changes = []

    def concerns(self, performance):
        return True

    def change(self, performance):
        raise NotImplementedError


class ReasonForm(BulkForm):
    """With a reason that visitors read, in both languages."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language in LANGUAGE_CODES:
            field = Performance._meta.get_field(to_attribute("state_reason", language)).formfield()
            field.widget.attrs |= {"lang": language, "class": "vTextField"}
            self.fields[to_attribute("reason", language)] = field

    def say_reason(self, performance):
        for column, said in zip(columns("state_reason"), columns("reason"), strict=True):
            if self.cleaned_data[said]:
                setattr(performance, column, self.cleaned_data[said])


class CancelForm(ReasonForm):
    title, button = _("Cancel these dates?"), _("Yes, cancel them")
    changes = ["state", "reason"]

    def clean(self):
        said = super().clean()
        if not any(said.get(column) for column in columns("reason")) and not self.errors:
            self.add_error(columns("reason")[0], SAY_IT)
        return said

    def change(self, performance):
        performance.state = State.CANCELLED
        self.say_reason(performance)


class TicketsForm(BulkForm):
    changes = ["tickets"]

    def __init__(self, *args, sale, **kwargs):
        super().__init__(*args, **kwargs)
        self.sale = sale

    @property
    def title(self):
        return _("Tickets of these dates: %(sale)s?") % {"sale": self.sale.label}

    button = _("Yes, say so to visitors")

    def change(self, performance):
        performance.sale = self.sale


class MoveForm(ReasonForm):
    title, button = _("Move these dates"), _("Move them")
    changes = ["begins"]

    minutes = forms.IntegerField(
        label=_("by how many minutes"),
        help_text=_("Later; with a minus earlier. An hour is 60, a day 1440."),
        validators=[MinValueValidator(-A_WEEK), MaxValueValidator(A_WEEK)],
    )
    is_told = forms.BooleanField(
        label=_("Visitors read “moved”, with the old date and the reason"),
        help_text=_("Untick it to mend a mistake that nobody has seen."),
        required=False,
        initial=True,
    )

    def clean_minutes(self):
        minutes = self.cleaned_data["minutes"]
        if not minutes:
            raise forms.ValidationError(_("By 0 minutes nothing moves."))
        return minutes

    def concerns(self, performance):
        return not performance.is_off

    def change(self, performance):
        if self.cleaned_data["is_told"]:
            performance.moved_from = performance.moved_from or performance.starts_at
            performance.state = State.RESCHEDULED
            self.say_reason(performance)
        performance.starts_at += timedelta(minutes=self.cleaned_data["minutes"])


class VenueForm(BulkForm):
    title, button = _("Another venue for these dates"), _("Change the venue")
    changes = ["venue"]

    venue = forms.ModelChoiceField(
        Venue.objects.for_choice(), label=_("venue"), required=False, empty_label=_("our own house")
    )

    def change(self, performance):
        performance.venue = self.cleaned_data["venue"]
