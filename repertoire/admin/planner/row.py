"""A row of the planner. Each field also sends what it was when the page was opened: so a row knows what its editor has
touched, whatever has become of the date meanwhile, and writes nothing else."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from repertoire.models import Performance
from repertoire.models.stage import STAGE_IS_TAKEN
from theatre_site.languages import columns
from theatre_site.our_time import keep_to_our_time

from .words import when

FREE = "free"
NO_PERFORMANCE = (FREE, gettext_lazy("no performance that day"))
IN_SIGHT = {"production", "remark", "sale", "state"}
REASON, REMARK_TEXT = columns("state_reason"), columns("remark_text")


class PlanRow(forms.ModelForm):
    production = forms.TypedChoiceField(label=gettext_lazy("play"), required=False, empty_value=None)
    state = forms.ChoiceField(label=gettext_lazy("state"), required=False)

    class Meta:
        model = Performance
        fields = ["production", "remark", "sale", "state", *REASON]

    def __init__(self, data=None, *, plays, **kwargs):
        super().__init__(data, use_required_attribute=False, **kwargs)
        self.plays = plays
        self.seen_at = self.instance.starts_at
        self.announced = self.instance.production
        self.is_free = False
        self.set_up_choices()
        keep_to_our_time(self.fields.values())
        for name, field in self.fields.items():
            field.required, field.show_hidden_initial = False, True
            field.widget.attrs |= {"data-field": name, **language_of(name)}

    def set_up_choices(self):
        if "state" in self.fields:
            self.fields["state"].choices = self.states()
        play = self.fields["production"]
        play.choices = self.plays.choices(self.audience, nothing=self.nothing, chosen=self.announced)
        play.coerce = self.play_of

    def play_of(self, number):
        return (
            self.announced if self.announced and number == str(self.announced.pk) else self.plays.by_number.get(number)
        )

    @property
    def label(self):
        return when(self.seen_at)

    @property
    def audience_name(self):
        return dict(Performance.audience.field.choices).get(self.audience, "")

    @property
    def details(self):
        """What is folded away until it is needed."""
        return [self[name] for name in self.fields if name not in IN_SIGHT]

    @property
    def is_touched(self):
        return self.is_bound and self.has_changed()

    @property
    def complaints(self):
        """What is wrong, each with the name of its field; nothing about what nobody has touched."""
        if not self.is_touched:
            return []
        return [
            format_html("{}: {}", capfirst(self.fields[name].label), words) if name in self.fields else words
            for name, errors in self.errors.items()
            for words in errors
        ]

    # What its editor says

    def clean(self):
        everything = super().clean()
        said = {name: value for name, value in everything.items() if name in self.changed_data}
        if self.has_changed() and self.data.get(self.add_prefix("version")) != self.version:
            raise ValidationError(self.conflict(), code="conflict")
        self.state_chosen = said.get("state", self.initial.get("state"))
        self.is_free = self.state_chosen == FREE
        self.reason = [everything.get(column, "") for column in REASON]
        return {} if self.is_free else self.words_for_the_date(said)

    def words_for_the_date(self, said):
        return said

    def _post_clean(self):
        """Nothing is asked of the model about a row that nobody has touched or that is sent back anyway."""
        if self.has_changed() and self.is_valid() and not self.is_free:
            super()._post_clean()

    def add_error(self, field, error):
        """What a row does not show is said of the whole row. Whether the stage is taken is asked when all rows are
        written: another row may be about to leave it."""
        if field is None and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                for each in errors:
                    if each.code != STAGE_IS_TAKEN:
                        super().add_error(name if name in self.fields else None, each)
        else:
            super().add_error(field, error)

    def conflict(self):
        """What is said if somebody else was faster."""
        raise NotImplementedError

    # Writing

    def write(self, journal):
        raise NotImplementedError

    def check(self):
        """Asks the model again, now that all rows are written."""
        if self.is_free or not self.instance.pk:
            return
        try:
            self.instance.full_clean()
        except ValidationError as refused:
            for name, errors in refused.error_dict.items():
                super().add_error(name if name in self.fields else None, errors)


def language_of(name):
    """For the browser's spelling checker and for screen readers."""
    column = Performance._meta.get_field(name) if name in [*REASON, *REMARK_TEXT] else None
    return {"lang": column._translated_field_language_code} if column else {}
