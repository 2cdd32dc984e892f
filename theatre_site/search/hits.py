"""What was found, as a page of results shows it."""

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from translated_fields import to_attribute

from theatre_site.languages import LANGUAGE_CODES, Passage, in_page_language_or_another

from .words import plain_text

TEXTS = ["title", "lead", "body", "note"]
EMPTY = Value("", output_field=TextField())


class Hit:
    """A row that was found: its texts in the language of the page or in the other one, and what its address needs."""

    title, lead, body, note = (property(in_page_language_or_another(name, None)) for name in TEXTS)
    thing = None

    def __init__(self, kind, pk, key, part, moment, year, *columns):
        self.kind, self.pk, self.key, self.part, self.moment, self.year = kind, pk, key, part, moment, year
        names = (to_attribute(name, language) for name in TEXTS for language in LANGUAGE_CODES)
        vars(self).update(zip(names, columns, strict=True))

    @property
    def plain_body(self):
        return in_the_language_of(self.body, plain_text(self.body))

    def get_absolute_url(self):
        return self.kind.address(self)


def in_the_language_of(passage, text):
    """The text, which knows its language as the passage does."""
    if not isinstance(passage, Passage):
        return text
    text = Passage(text)
    text.language = passage.language
    return text


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
