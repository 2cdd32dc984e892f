"""Which texts wait for a translation: as a column and a filter of a list, and beside the texts of a form."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.in_step import any_of, missing_texts, texts_behind
from theatre_site.languages import LANGUAGE_CODES

from .badges import GOOD, OFF, WAIT, badge
from .who_and_when import when

CONDITIONS = {"missing": missing_texts, "behind": texts_behind}
CHOICES = {
    "missing_uk": gettext_lazy("Ukrainian is missing"),
    "missing_ru": gettext_lazy("Russian is missing"),
    "behind_uk": gettext_lazy("Ukrainian is older"),
    "behind_ru": gettext_lazy("Russian is older"),
}
NOT_TRANSLATED = {"ru": gettext_lazy("No Russian yet."), "uk": gettext_lazy("No Ukrainian yet.")}
CHANGED_LATER = {
    "ru": gettext_lazy("The Ukrainian was changed later. Does the Russian still say the same?"),
    "uk": gettext_lazy("The Russian was changed later. Does the Ukrainian still say the same?"),
}


class LanguagesFilter(admin.SimpleListFilter):
    title = gettext_lazy("languages")
    parameter_name = "languages"

    def lookups(self, request, model_admin):
        return CHOICES.items()

    def queryset(self, request, rows):
        if self.value() not in CHOICES:
            return rows
        kind, language = self.value().split("_")
        return rows.filter(any_of(CONDITIONS[kind](rows.model, language)))


def language_badges(row):
    """“РУ УК”: each language on its own colour, with what is the matter in words."""
    return format_html_join(" ", "{}", ((language_badge(row, language),) for language in LANGUAGE_CODES))


def language_badge(row, language):
    if row.missing_in(language):
        kind, words = (WAIT, _("in part")) if language in row.said_in else (OFF, _("missing"))
        return badge(kind, f"{language}: {words}")
    if row.behind_in(language):
        words = _("older")
        return badge(WAIT, f"{language}: {words}")
    return badge(GOOD, language)


class AgreeingForm(forms.ModelForm):
    """For whoever corrects a slip of the pen, or has looked and found that nothing is to be done."""

    languages_agree = forms.BooleanField(
        label=gettext_lazy("The other language needs no change"),
        required=False,
        help_text=gettext_lazy("Tick it if both languages still say the same. Nobody is asked for a translation then."),
    )

    def _post_clean(self):
        self.instance.languages_agree = self.cleaned_data.get("languages_agree", False)
        super()._post_clean()


class SaysWhatIsTranslated:
    """ModelAdmin of a model that is InStep."""

    def get_list_display(self, request):
        names = list(super().get_list_display(request))
        place = names.index("publication") + 1 if "publication" in names else len(names)
        return [*names[:place], "languages", *names[place:]]

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), LanguagesFilter]

    @admin.display(description=gettext_lazy("languages"))
    def languages(self, row):
        return language_badges(row)

    @admin.display(description=gettext_lazy("last changed"))
    def languages_changed(self, row):
        return format_html_join("", "<div>{}</div>", ((line,) for line in lines_about(row)))

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "languages_changed"]

    def get_fieldsets(self, request, obj=None):
        first, *others = super().get_fieldsets(request, obj)
        if obj is None:
            return [first, *others]
        fields = ["languages_changed"]
        if obj.said_in == LANGUAGE_CODES and self.has_change_permission(request, obj):
            fields.append("languages_agree")
        return [first, (_("Both languages"), {"fields": fields}), *others]

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None:
            kwargs["form"] = type(self.form.__name__, (AgreeingForm, self.form), {})
        form = super().get_form(request, obj, change=change, **kwargs)
        for language in LANGUAGE_CODES if obj else []:
            note(form, obj.missing_in(language), OFF, NOT_TRANSLATED[language])
            note(form, obj.behind_in(language), WAIT, CHANGED_LATER[language])
        return form


def note(form, columns, kind, words):
    """Beside the field itself."""
    for column in columns:
        if field := form.base_fields.get(column):
            field.help_text = format_html("{} {}", badge(kind, words), field.help_text)


def lines_about(row):
    for language in LANGUAGE_CODES:
        changed = row.language_changed_at(language)
        yield format_html("{} {}", language_badge(row, language), when(changed) if changed else "–")
