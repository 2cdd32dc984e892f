"""Who received a prize: a small form for each row of the grid."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festivals.admin.texts import text_field
from festivals.models import Award, Nomination
from theatre_site.languages import columns

from .choices import QuickSelect, RowChoiceField
from .rows import RowForm

TEXTS = columns("person", "for_what")


class AwardForm(RowForm):
    """One laureate, or “not awarded”. An empty row is no award: what is emptied is removed."""

    degree = forms.ChoiceField(
        label=gettext_lazy("degree"), choices=Award.Degree.choices, required=False, widget=QuickSelect
    )

    def __init__(self, data, *, award, participants, prefix):
        self.award = award
        now = {name: getattr(award, name) for name in ["degree", "participant", *TEXTS]}
        super().__init__(data, now=now, prefix=prefix)
        self.fields["participant"] = RowChoiceField(participants, label=_("participant"))
        for name in TEXTS:
            self.fields[name] = text_field(Award, name)
        if award.pk:
            self.fields["remove"] = forms.BooleanField(label=_("Remove"), required=False)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.says_something:
            self.check_rules()
        return cleaned

    def check_rules(self):
        for name, value in self.wanted.items():
            setattr(self.award, name, value)
        try:
            self.award.clean()
        except ValidationError as error:
            self.add_error(None, list(error.messages))

    @property
    def wanted(self):
        return {name: value for name, value in super().wanted.items() if name != "remove"}

    @property
    def says_something(self):
        """There shall be an award in this row."""
        return any(self.wanted.values()) and not self.cleaned_data.get("remove")

    @property
    def is_touched(self):
        return super().is_touched or bool(self.cleaned_data.get("remove"))

    @property
    def is_not_awarded(self):
        return self.says_something and self.cleaned_data["degree"] == Award.Degree.NOT_AWARDED

    def in_words(self):
        return Award.objects.get(pk=self.award.pk).winner if self.award.pk else "–"

    def save(self, order):
        """Whether anything was written."""
        if not self.is_touched:
            return False
        if self.says_something:
            self.award.order = order
            self.award.save()
        elif self.award.pk:
            self.award.delete()
        return True


class PrizeForm(forms.Form):
    """A prize that was not foreseen: a partner's, or one that the jury has added."""

    def __init__(self, data, *, partners, prefix):
        super().__init__(data, prefix=prefix)
        for name in columns("title"):
            self.fields[name] = text_field(Nomination, name)
        self.fields["presented_by"] = RowChoiceField(partners, label=_("special prize of"))

    def make(self, edition, order):
        return Nomination.objects.create(edition=edition, order=order, **self.cleaned_data)
