"""Loads the YAML files beside this module. Loading again brings the sample's own rows back to what the files say,
makes nothing twice and leaves all other rows alone.

A file holds one or more tables, divided by `---`:

    model: repertoire.Production     which model
    key: [slug]                      the columns by which a row is found again
    parts: {credits: [order]}        rows that belong to a row are written inside it; their own keys
    every_row: {status: published}   what all rows have in common
    begin_with: make_from_slots      a method of the model's manager to call first
    rows: […]

A text is written `{ru: …, uk: …}`, or once if both languages share it. A date is written as in moments.py. Another
row is named by its slug, or by some of its columns: `{is_home: true}`. A part gets its number in the list as `order`.
A picture is named by its file in pictures/; each row gets a copy of its own, for a row's file goes when the row goes.
"""

import secrets
from pathlib import Path

import yaml
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.files import File
from django.db import IntegrityError, models, transaction
from translated_fields import to_attribute

from theatre_site.languages import LANGUAGE_CODES, columns

from . import moments

FOLDER = Path(__file__).parent

# A file may name only rows of itself and of the files above it.
FILES = [
    "theatre",
    "venues",
    "partners",
    "pages",
    "people",
    "productions",
    "rhythm",
    "dates",
    "festival/companies",
    "festival/2007",
    "festival/2009",
    "festival/2011",
    "festival/2013",
    "posts",
]

MISTAKES = (FieldDoesNotExist, IntegrityError, KeyError, ObjectDoesNotExist, ValidationError, ValueError)


class SampleError(Exception):
    """A file or a row that cannot be loaded, and why."""


@transaction.atomic
def load(say=print):
    for name in FILES:
        for table in tables(name):
            model = apps.get_model(table["model"])
            before = model._default_manager.count()
            load_table(name, model, table)
            new = model._default_manager.count() - before
            say(f"{name}.yaml, {model._meta.label}: {len(table['rows'])} rows, {new} new")


def tables(name):
    try:
        return list(yaml.safe_load_all((FOLDER / f"{name}.yaml").read_text("utf-8")))
    except yaml.YAMLError as reason:
        raise SampleError(f"{name}.yaml: {reason}") from reason


def load_table(name, model, table):
    if method := table.get("begin_with"):
        getattr(model._default_manager, method)()
    for number, row in enumerate(table["rows"], start=1):
        try:
            load_row(model, {**table.get("every_row", {}), **row}, table["key"], table.get("parts", {}))
        except MISTAKES as reason:
            raise SampleError(f"{name}.yaml, {model._meta.label} number {number}: {reason!r}") from reason


def load_row(model, row, key, parts, **owner):
    values, lists, inner = sorted_out(model, row)
    known = {column: values[column] for column in key}
    instance = model._default_manager.filter(**owner, **known).first() or model(**owner)
    for column, value in values.items():
        setattr(instance, column, own_copy(getattr(instance, column), value) if isinstance(value, Path) else value)
    instance.full_clean(validate_unique=False, validate_constraints=False)  # those the database guards
    instance.save()
    for name, others in lists.items():
        getattr(instance, name).set(others)
    for name, rows in inner.items():
        load_parts(instance, name, rows, parts)


def load_parts(instance, name, rows, parts):
    relation = instance._meta.get_field(name)
    model = relation.related_model
    has_order = any(field.name == "order" for field in model._meta.fields)
    for number, row in enumerate(rows, start=1):
        row = {"order": number, **row} if has_order else row
        load_row(model, row, parts[name], parts, **{relation.field.name: instance})


def sorted_out(model, row):
    """(values of columns, rows on the other side of many-to-many fields, rows of parts)"""
    values, lists, inner = {}, {}, {}
    for name, written in row.items():
        if is_translated(model, name):
            values |= in_languages(name, written)
            continue
        field = model._meta.get_field(name)
        if field.one_to_many:
            inner[name] = written
        elif field.many_to_many:
            lists[name] = [find(field.related_model, wanted) for wanted in written]
        else:
            values[name] = converted(field, written)
    return values, lists, inner


def is_translated(model, name):
    return columns(name)[0] in {field.name for field in model._meta.fields}


def in_languages(name, written):
    texts = written if isinstance(written, dict) else dict.fromkeys(LANGUAGE_CODES, written)
    return {to_attribute(name, language): texts.get(language, "") for language in LANGUAGE_CODES}


def converted(field, written):
    if field.is_relation:
        return None if written is None else find(field.related_model, written)
    if isinstance(written, str) and isinstance(field, models.DateTimeField):
        return moments.moment(written)
    if isinstance(written, str) and isinstance(field, models.DateField):
        return moments.day(written)
    if written and isinstance(field, models.FileField):
        return FOLDER / "pictures" / written
    return written


def own_copy(kept, picture):
    """The name of the row's copy of this picture: the one that it has, or a new one."""
    beginning = f"sample/{picture.stem}-"
    if kept and kept.name.startswith(beginning) and kept.storage.exists(kept.name):
        return kept.name
    with picture.open("rb") as file:
        return kept.storage.save(f"{beginning}{secrets.token_hex(8)}{picture.suffix}", File(file))


def find(model, wanted):
    """The row with this slug, or with these columns."""
    if not isinstance(wanted, dict):
        return model._default_manager.get(slug=wanted)
    lookups = {
        name: written if "__" in name else converted(model._meta.get_field(name), written)
        for name, written in wanted.items()
    }
    return model._default_manager.get(**lookups)
