"""Which texts name a file by its address, as a picture or as a link: to be read before the file leaves the disk."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ObjectDoesNotExist
from django.db import models, router
from django.db.models import Q
from django.utils.encoding import filepath_to_uri
from translated_fields import show_language_code

from theatre_site.richtext import RichTextField


class Place(NamedTuple):
    row: models.Model
    field: str  # as its form calls it: “text [uk]”


def places_of(files, *, except_in=()):
    """[Place, …] in any long text of the site, in both languages."""
    pieces = [piece for file in files for piece in pieces_of(file)]
    if not pieces:
        return []
    leaving = {(type(row), row.pk) for row in except_in}
    return [place for place in places_that_name(pieces) if (type(place.row), place.row.pk) not in leaving]


def places_that_name(pieces):
    for model in apps.get_models():
        fields = [field for field in model._meta.concrete_fields if isinstance(field, RichTextField)]
        conditions = [Q(**{f"{field.name}__contains": piece}) for field in fields for piece in pieces]
        if not conditions:
            continue
        for row in model._base_manager.filter(reduce(or_, conditions)):
            for field in fields:
                if any(piece in getattr(row, field.attname) for piece in pieces):
                    yield Place(row, label_of(field))


def label_of(field):
    language = getattr(field, "_translated_field_language_code", None)
    with show_language_code(False):  # forms of the admin have it in the name itself
        return f"{field.verbose_name} [{language}]" if language else field.verbose_name


def pieces_of(file):
    """What an address of this file, or of one of its renditions, has in it."""
    pieces = {f"/{file.name}", f"/{filepath_to_uri(file.name)}"}
    if hasattr(file, "_process_base"):
        base = file._process_base(file.name)
        pieces |= {f"/{base.path}/{base.basename}", filepath_to_uri(f"/{base.path}/{base.basename}")}
    return pieces


def files_of(rows):
    """The files that rows keep on the disk."""
    return [file for row in rows for file in (getattr(row, name) for name in file_fields(type(row))) if file]


def file_fields(model):
    return [field.name for field in model._meta.concrete_fields if isinstance(field, models.FileField)]


def rows_deleted_with(rows):
    """These rows and all that would go with them."""
    rows = list(rows)
    if not rows:
        return []
    collector = NestedObjects(using=router.db_for_write(type(rows[0])), origin=rows)
    collector.collect(rows)
    return [row for found in collector.data.values() for row in found]


def page_of(row):
    """The row whose form of the admin shows this one: itself, or what it is a part of."""
    while not admin.site.is_registered(type(row)):
        owner = next((field for field in row._meta.concrete_fields if field.many_to_one), None)
        try:
            row = getattr(row, owner.name) if owner else None
        except ObjectDoesNotExist:
            row = None
        if row is None:
            return None
    return row
