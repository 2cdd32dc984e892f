"""Which languages the site speaks, texts with one column a language, and what is shown when one is missing.

The policy for a missing translation: the text is shown in the other language, as a `Passage` that knows its
language, so that a template can put it into an element with the right `lang` and a short note beside it.
"""

from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField, to_attribute

SAY_IT = _("Fill this in, in at least one language.")
OWN_NAMES = {"ru": "русский", "uk": "українська"}
IN_THIS_LANGUAGE = {"ru": "По-русски", "uk": "Українською"}
LANGUAGE_CODES = [code for code, name in settings.LANGUAGES]


class Passage(str):
    """Text that is in another language than the page: `language` says which."""

    language: str


def page_language():
    """The active language, or the site's default where none of ours is active (as in a shell)."""
    active = translation.get_language()
    return active if active in LANGUAGE_CODES else settings.LANGUAGE_CODE


def preferred_languages():
    """The page's own language, then the site's default, then the rest."""
    return beginning_with(page_language())


@cache
def beginning_with(language):
    return tuple(dict.fromkeys([language, settings.LANGUAGE_CODE, *LANGUAGE_CODES]))


def in_page_language_or_another(name, field):
    """The getter of every translated field; see this module's head for the policy."""

    attributes = {language: to_attribute(name, language) for language in LANGUAGE_CODES}

    def getter(instance):
        own, *others = preferred_languages()
        if value := getattr(instance, attributes[own], ""):
            return value
        for language in others:
            if value := getattr(instance, attributes[language]):
                return passage(value, language)
        return ""

    return getter


def translated(field, **kwargs):
    """One column a language for `field`. All may be left empty: what must be said in at least one language is
    named in the model's `said_in_some_language` and guarded by `said()`."""
    field.blank = True
    return TranslatedField(field, attrgetter=in_page_language_or_another, **kwargs)


def first_said_in(languages, versions):
    """Of {language: text} the first that there is, by the same policy."""
    own, *others = languages
    if versions[own]:
        return versions[own]
    for language in others:
        if versions[language]:
            return passage(versions[language], language)
    return ""


def passage(text, language):
    text = Passage(text)
    text.language = language
    return text


def columns(*names):
    """The column names behind translated fields, in the order of the languages: title → title_ru, title_uk."""
    return [to_attribute(name, language) for name in names for language in LANGUAGE_CODES]


def said(name):
    """Constraint: the translated text `name` is filled in, in at least one language."""
    condition = models.Q()
    for column in columns(name):
        condition |= ~models.Q(**{column: ""})
    return models.CheckConstraint(
        condition=condition,
        name=f"%(app_label)s_%(class)s_{name}_said",
        violation_error_message=SAY_IT,
    )


class Translated(models.Model):
    """A model with translated texts, of which some must be said in at least one language."""

    said_in_some_language = ()

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        missing = [
            columns(name)[0]
            for name in self.said_in_some_language
            if not any(getattr(self, column).strip() for column in columns(name))
        ]
        if missing:
            raise ValidationError(dict.fromkeys(missing, SAY_IT))

    @property
    def said_in(self):
        """The languages in which this exists: those of what must be said."""
        return self.languages_of(*self.said_in_some_language)

    def languages_of(self, *names):
        """The languages in which at least one of these translated texts is filled in."""
        return [
            language
            for language in LANGUAGE_CODES
            if any(getattr(self, to_attribute(name, language)) for name in names)
        ]


def is_office(request):
    return request.path_info.startswith(settings.ADMIN_PATH)


class LanguageMiddleware:
    """The address alone decides the language of a public page; the browser's wishes never move anybody (G10).

    In the admin, which has no language in its address, the editor's own choice counts.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(self.language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response

    def language_of(self, request):
        if is_office(request):
            return translation.get_language_from_request(request)
        return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def in_language(path, language):
    """The address of the same page in another language; of the home page, if this address has no language."""
    known, rest = split_language(path)
    return f"/{language}{rest}" if known else f"/{language}/"


def split_language(path):
    """("uk", "/news/") of /uk/news/; (None, path) of an address without a language."""
    language = translation.get_language_from_path(path)
    return language, (path.removeprefix(f"/{language}") or "/") if language else path


def query_in_every_language(request):
    """What belongs to the address of this page: its number, or all that a search asked for."""
    number = getattr(request, "page_number", 1)
    query = getattr(request, "kept_query", f"page={number}" if number > 1 else "")
    return f"?{query}" if query else ""


def languages(request):
    """Template context: this page's language and the same page in every language."""
    query = query_in_every_language(request)
    alternates = {
        code: {
            "code": code,
            "own_name": OWN_NAMES[code],
            "in_this_language": IN_THIS_LANGUAGE[code],
            "url": request.build_absolute_uri(in_language(request.path, code) + query),
        }
        for code in LANGUAGE_CODES
    }
    return {
        "LANGUAGE_CODE": translation.get_language(),
        "default_language": settings.LANGUAGE_CODE,
        "alternates": alternates.values(),
    }
