"""What may wait at the desk, for whoever may mend it: texts to approve, drafts, and translations."""

from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theatre_site.in_step import any_of, missing_texts, texts_behind
from theatre_site.languages import LANGUAGE_CODES
from theatre_site.publishing import Publishable

from .attention import DRAFTS, REVIEW, TRANSLATIONS, Matter

MISSING = {"ru": _("No Russian"), "uk": _("No Ukrainian")}
BEHIND = {"ru": _("Russian is older"), "uk": _("Ukrainian is older")}


class MissingTranslations:
    """ModelAdmin of translated texts that stand on the site."""

    def on_the_site(self, request):
        return self.model.objects.all()

    def may_translate(self, request):
        return self.has_change_permission(request)

    def matters(self, request):
        return self.translations(self.on_the_site(request)) if self.may_translate(request) else []

    def translations(self, rows):
        return [self.to_translate(rows, MISSING, missing_texts, language, "missing") for language in LANGUAGE_CODES]

    def to_translate(self, rows, words, conditions_of, language, kind):
        conditions = conditions_of(self.model, language)
        return Matter(
            TRANSLATIONS,
            words[language],
            rows.filter(any_of(conditions)),
            self.name_of_a_row,
            Case(*(When(condition, then=Value(column)) for column, condition in conditions.items())),
            f"?languages={kind}_{language}" if self.lists_languages else "",
        )

    lists_languages = False

    @property
    def name_of_a_row(self):
        return self.model.said_in_some_language[0]


class WaitingTexts(MissingTranslations):
    """ModelAdmin of texts that are written first and published then."""

    lists_languages = True

    def on_the_site(self, request):
        """For those who may not change it there: what is on its way to the site."""
        status = Publishable.Status.PUBLISHED if self.has_publish_permission(request) else Publishable.Status.REVIEW
        return self.model.objects.filter(status=status)

    def matters(self, request):
        return [*self.to_approve(request), *self.to_finish(request), *super().matters(request)]

    def to_approve(self, request):
        if self.has_publish_permission(request):
            yield self.with_status(REVIEW, Publishable.Status.REVIEW, pgettext_lazy("text", "Waits for approval"))

    def to_finish(self, request):
        if self.may_translate(request):
            yield self.with_status(DRAFTS, Publishable.Status.DRAFT, _("Draft"))

    def with_status(self, section, status, words):
        rows = self.model.objects.filter(status=status)
        return Matter(section, words, rows, self.name_of_a_row, "", f"?status__exact={status}")

    def translations(self, rows):
        behind = [self.to_translate(rows, BEHIND, texts_behind, language, "behind") for language in LANGUAGE_CODES]
        return [*super().translations(rows), *behind]
