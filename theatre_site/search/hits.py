"""What was found, as a page of results shows it."""

from functools import partial
from unicodedata import normalize

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.functional import cached_property
from translated_fields import to_attribute

from theatre_site.languages import LANGUAGE_CODES, Passage, first_said_in, passage

from .words import plain_text

EMPTY = Value("", output_field=TextField())
composed = partial(normalize, "NFC")


class Hit:
    """A row that was found: its texts in the first of these languages that has them, and what its address needs."""

    thing = None

    def __init__(self, languages, kind, pk, key, part, moment, year, *columns):
        self.kind, self.pk, self.key, self.part, self.moment, self.year = kind, pk, key, part, moment, year
        texts = map(composed, columns)
        self.title, self.lead, self.body, self.note = (
            first_said_in(languages, {language: next(texts) for language in LANGUAGE_CODES}) for _text in range(4)
        )

    @cached_property
    def plain_body(self):
        text = plain_text(self.body)
        return passage(text, self.body.language) if isinstance(self.body, Passage) else text

    def get_absolute_url(self):
        return self.kind.address(self)


def texts(name, *others):
    """{language: the column of a translated text}, or where that is empty that of another."""
    return {
        language: first_said([to_attribute(each, language) for each in (name, *others)]) for language in LANGUAGE_CODES
    }


def first_said(columns):
    if len(columns) == 1:
        return F(columns[0])
    return Coalesce(*(NullIf(column, Value("")) for column in columns), Value(""), output_field=TextField())


def text_columns(*translated):
    """In the order in which a `Hit` takes them."""
    return [text.get(language, EMPTY) for text in translated for language in LANGUAGE_CODES]
