"""A new edition from an older one: the form with its ticks."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from festivals.admin.texts import text_field
from festivals.copying import Copy, proposed
from festivals.models import Edition, JuryMember
from theatre_site.admin.day_and_hour import DayInput
from theatre_site.languages import columns
from theatre_site.our_time import keep_to_our_time

from .rights import needs

PARTS = {
    "headings": gettext_lazy("Titles of the sections and the words above them"),
    "about": gettext_lazy("The text about the festival"),
    "regulations": gettext_lazy("Regulations: title and text, without the signed PDF and its date"),
    "press": gettext_lazy("Press release: title, text and contact, to be rewritten"),
    "nominations": gettext_lazy("Nominations and special prizes, without who received them"),
    "partners": gettext_lazy("Organisers and partners"),
    "programme": gettext_lazy("Frame of the programme: openings, discussions, ceremonies with hour and venue"),
}
USUALLY = {"headings", "about", "regulations", "nominations", "partners"}


class CopyForm(forms.ModelForm):
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What comes again"),
        choices=PARTS.items(),
        required=False,
        initial=sorted(USUALLY),
        widget=forms.CheckboxSelectMultiple,
    )
    jury = forms.ModelMultipleChoiceField(
        queryset=JuryMember.objects.none(),
        label=gettext_lazy("Jury and committee: who comes again"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Edition
        fields = ["year", "number", *columns("name", "title"), "starts_on", "ends_on"]
        widgets = {"starts_on": DayInput, "ends_on": DayInput}

    def __init__(self, data, *, old):
        members = old.jury.all()
        committee = [member.pk for member in members if member.board == JuryMember.Board.COMMITTEE]
        super().__init__(data, initial={**proposed(old), "jury": committee})
        self.old = old
        keep_to_our_time(self.fields.values())
        self.fields["jury"].queryset = members
        self.fields["jury"].label_from_instance = with_board
        for name in columns("name", "title"):
            self.fields[name] = text_field(Edition, name)

    def clean(self):
        cleaned = super().clean()
        if "programme" in cleaned.get("parts", ()) and not self.errors:
            if not self.old.starts_on:
                self.add_error("parts", _("The days of %(edition)s are not known.") % {"edition": self.old.name})
            elif not cleaned.get("starts_on"):
                self.add_error("starts_on", _("The frame of the programme needs the first day."))
        return cleaned

    @transaction.atomic
    def copy(self):
        edition = self.save()
        copy = Copy(self.old, edition)
        for part in self.cleaned_data["parts"]:
            getattr(copy, part)()
        copy.jury(self.cleaned_data["jury"])
        return edition


def with_board(member):
    return f"{member.name} ({member.get_board_display()})"


@needs(
    "add_edition",
    "change_edition",
    "add_document",
    "add_jurymember",
    "add_editionpartner",
    "add_nomination",
    "add_programmeitem",
)
def copy(admin, request, edition):
    form = CopyForm(request.POST if request.method == "POST" else None, old=edition)
    if request.method == "POST" and form.is_valid():
        new = form.copy()
        admin.log_addition(request, new, [{"added": {}}])
        messages.success(request, _("A draft is made. Here is what is still missing in it."))
        return redirect("admin:festivals_edition_desk", new.pk)
    return admin.show_page_of(
        request,
        edition,
        "copy",
        title=_("A new edition from %(edition)s") % {"edition": edition.name},
        form=form,
        status=400 if request.method == "POST" else 200,
    )
