"""The column that the search reads: the dictionary forms of a row's texts with their places and weights."""

from collections import defaultdict

from django.contrib.postgres.search import SearchVectorField
from django.db.models.query_utils import DeferredAttribute

from theatre_site.richtext import RichTextField

from .known_words import remember
from .words import key, plain_text, readings, tokens

# What PostgreSQL counts at most: places in a text, and places of one word
LAST_PLACE, MOST_PLACES = 16_383, 255


class WrittenFromTexts(DeferredAttribute):
    """Whoever writes the row, a form, an import, a fixture or bulk_update, reads what its texts say now."""

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not self.field.weighted:  # the field of a migration, which knows no texts
            return instance.__dict__.get(self.field.attname)
        return self.field.vector_of(instance)

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class SearchField(SearchVectorField):
    """Names of columns or properties: `title` weighs more than `lead`, and `lead` more than `body`.

    The vector is made here, used in the database and never brought back: every query reads NULL in its place, so lists
    need not leave it out. NULL in the database means that a row is still to be indexed (`manage.py reindex_search`).
    Whoever saves with `update_fields` and changes a text names this field too.
    """

    descriptor_class = WrittenFromTexts

    def __init__(self, *, title=(), lead=(), body=(), **kwargs):
        self.weighted = [(name, weight) for names, weight in ((title, "A"), (lead, "B"), (body, "C")) for name in names]
        super().__init__(**{"null": True, "editable": False, "serialize": False, **kwargs})

    def select_format(self, compiler, sql, params):
        return "NULL", ()

    def pre_save(self, model_instance, add):
        remember(self.words_of(model_instance))
        return super().pre_save(model_instance, add)

    def texts_of(self, instance):
        """[(text without markup, weight), …]"""
        for name, weight in self.weighted:
            text = getattr(instance, name) or ""
            yield (plain_text(text) if self.is_rich(name) else text), weight

    def is_rich(self, name):
        return any(field.name == name for field in self.model._meta.fields if isinstance(field, RichTextField))

    def vector_of(self, instance):
        """As PostgreSQL writes one: 'театр':1A,17C 'юный':2A. The keys are letters and digits, there is no quote."""
        places, place = defaultdict(list), 0
        for text, weight in self.texts_of(instance):
            for token in tokens(text):
                for reading in readings(token):
                    place = min(place + 1, LAST_PLACE)
                    for form in reading:
                        places[form].append(f"{place}{weight}")
        return " ".join(f"'{form}':{','.join(found[:MOST_PLACES])}" for form, found in places.items())

    def words_of(self, instance):
        """All words of the row, as they stand there and in their dictionary forms."""
        found = {token for text, _weight in self.texts_of(instance) for token in tokens(text)}
        return {key(token) for token in found}.union(*(reading for token in found for reading in readings(token)))
