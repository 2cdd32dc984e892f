"""Whether both languages of a text still say the same: which one was changed later and waits for the other (G8).

Kept by the field itself, so that a form, an import and a shell all pass. A language is behind in those texts only
that were rewritten in the other one since; to say something for the first time is a translation and no change.
"""

import re
from functools import cache, reduce
from hashlib import blake2b
from html import unescape
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from translated_fields import to_attribute

from theatre_site.languages import LANGUAGE_CODES, columns
from theatre_site.shareable import Shareable

# Spaces do not count, nor what typography changes.
UNHEARD = re.compile(r"[\s\u2060«»„“”\"'’ʼ–—-]+")

# What search engines read is made from the facts where nobody has said it: nothing is missing there.
LEFT_OUT = {field.name.rpartition("_")[0] for field in Shareable._meta.local_fields}


def fingerprint(text):
    """Empty for an empty text."""
    heard = UNHEARD.sub("", unescape(text or ""))
    return blake2b(heard.encode(), digest_size=6).hexdigest() if heard else ""


@cache
def texts_of(model):
    """The names of the translated texts that are to say the same in all languages: ("title", "lead", "body")."""
    texts = [
        field.name for field in model._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)
    ]
    first = LANGUAGE_CODES[0]
    names = [name.removesuffix(f"_{first}") for name in texts if name.endswith(f"_{first}")]
    return tuple(name for name in names if name not in LEFT_OUT and set(columns(name)) <= set(texts))


def other(language):
    return next(code for code in LANGUAGE_CODES if code != language)


class InStepField(models.JSONField):
    """{"seen": {"title_ru": fingerprint, …}, "changed": {"ru": moment, …}, "behind": {"title": "uk"}}"""

    def __init__(self, **kwargs):
        super().__init__(**{"default": dict, "editable": False, **kwargs})

    def pre_save(self, row, add):
        known = getattr(row, self.attname)
        seen = {name: fingerprint(text) for name, text in as_saved(row, add).items()}
        state = {
            "seen": seen,
            "changed": known.get("changed", {}) | changed_now(known, seen),
            "behind": {} if row.languages_agree else still_behind(type(row), known, seen),
        }
        setattr(row, self.attname, state)
        return state


def as_saved(row, add):
    """The texts as their own fields clean them on the way into the database."""
    return {name: row._meta.get_field(name).pre_save(row, add) for name in columns(*texts_of(type(row)))}


def changed_now(known, seen):
    before = known.get("seen", {})
    languages = {name[-2:] for name in seen if seen[name] != before.get(name, "")}
    return dict.fromkeys(sorted(languages), timezone.now().isoformat())


def still_behind(model, known, seen):
    before, behind = known.get("seen", {}), known.get("behind", {})
    found = {name: behind_now(name, before, seen, behind.get(name)) for name in texts_of(model)}
    return {name: language for name, language in found.items() if language}


def behind_now(name, before, seen, was_behind):
    """The language in which this text is behind, or None."""
    if not all(seen[column] for column in columns(name)):
        return None  # missing, which is another thing
    if not all(before.get(column) for column in columns(name)):
        return None  # just translated
    rewritten = [code for code in LANGUAGE_CODES if seen[to_attribute(name, code)] != before[to_attribute(name, code)]]
    if not rewritten:
        return was_behind
    caught_up = len(rewritten) > 1 or rewritten == [was_behind]
    return None if caught_up else other(rewritten[0])


def remember(model):
    """For a migration: the texts that are there already say the same, as far as anybody knows."""
    for row in model.objects.iterator():
        seen = {name: fingerprint(getattr(row, name)) for name in columns(*texts_of(model))}
        changed = {name[-2:]: row.updated_at.isoformat() for name in seen if seen[name]}
        model.objects.filter(pk=row.pk).update(in_step={"seen": seen, "changed": changed, "behind": {}})


def missing_texts(model, language):
    """{"body_uk": condition, …}: the column waits for its first translation."""
    names = {name: (to_attribute(name, language), to_attribute(name, other(language))) for name in texts_of(model)}
    return {here: Q(**{here: ""}) & ~Q(**{there: ""}) for here, there in names.values()}


def texts_behind(model, language):
    """{"body_uk": condition, …}: the other language was changed and this one was not since."""
    return {to_attribute(name, language): Q(**{f"in_step__behind__{name}": language}) for name in texts_of(model)}


def any_of(conditions):
    return reduce(or_, conditions.values())


class InStep(models.Model):
    """A model with translated texts that knows which of them wait for a translation."""

    in_step = InStepField()

    # Set before saving: the other language needs no change.
    languages_agree = False

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is not None and set(update_fields) & set(columns(*texts_of(type(self)))):
            update_fields = {*update_fields, "in_step"}
        super().save(*args, update_fields=update_fields, **kwargs)
        self.languages_agree = False

    def missing_in(self, language):
        """The columns that wait for their first translation."""
        return [
            to_attribute(name, language)
            for name in texts_of(type(self))
            if getattr(self, to_attribute(name, other(language))) and not getattr(self, to_attribute(name, language))
        ]

    def behind_in(self, language):
        """The columns whose other language was changed later."""
        behind = self.in_step.get("behind", {})
        return [to_attribute(name, language) for name in texts_of(type(self)) if behind.get(name) == language]

    def language_changed_at(self, language):
        moment = self.in_step.get("changed", {}).get(language)
        return moment and parse_datetime(moment)
