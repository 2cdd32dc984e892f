"""A company that is not in the list yet is entered together with what it brings, without an account of its own."""

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festivals.models import Company, Participant
from theatre_site.admin import both
from theatre_site.languages import columns

from .texts import text_field

OF_A_COMPANY = columns("name", "town")
NEW_COMPANY = (
    gettext_lazy("A company that is not in the list yet"),
    {"fields": [both("new_name"), both("new_town")]},
)


def field_of_a_company(name):
    field = text_field(Company, name)
    field.label = capfirst(Company._meta.get_field(name).verbose_name)  # said anew for each reader
    field.required = False
    field.widget.attrs["class"] = "vTextField"
    return field


class FirstParticipantForm(forms.ModelForm):
    """Chooses a company or names a new one."""

    new_name_ru, new_name_uk, new_town_ru, new_town_uk = (field_of_a_company(name) for name in OF_A_COMPANY)

    class Meta:
        model = Participant
        fields = ["company"]  # the admin adds those of its fieldsets

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["company"].required = False

    def clean(self):
        cleaned = super().clean()
        newcomer = self.newcomer()
        if cleaned.get("company"):
            if newcomer:
                self.add_error("new_name_ru", _("Choose a company or name a new one, not both."))
        elif not newcomer:
            self.add_error("company", _("Choose a company, or name a new one below."))
        elif namesake := self.namesake_of(newcomer):
            self.add_error("new_name_ru", _("“%(name)s” is in the list already: choose it.") % {"name": namesake})
        return cleaned

    def newcomer(self):
        """The company that was named, not saved yet, or None."""
        words = {name: self.cleaned_data.get(f"new_{name}") or "" for name in OF_A_COMPANY}
        if not any(words.values()):
            return None
        return Company(**words)

    def namesake_of(self, company):
        named = [(name, getattr(company, name)) for name in columns("name") if getattr(company, name)]
        if not named:
            self.add_error("new_name_ru", _("Name the company."))
            return None
        same_name = Q(*((f"{name}__iexact", words) for name, words in named), _connector=Q.OR)
        same_town = {f"{name}__iexact": getattr(company, name) for name in columns("town")}
        return Company.objects.filter(same_name, **same_town).first()

    def save(self, commit=True):
        if newcomer := self.newcomer():
            newcomer.save()
            self.instance.company = newcomer
        return super().save(commit)
