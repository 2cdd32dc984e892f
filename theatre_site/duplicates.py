"""A copy to begin with: a draft with the same words, relations and main picture, and with an address of its own."""

import secrets
from pathlib import PurePath

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from theatre_site.where_used import file_fields


@transaction.atomic
def duplicate(row, *, parts=(), **changes):
    """Saves and returns the copy; rows of these `parts` ("credits") are copied with it. Photos of a gallery and
    attachments stay with the old one: they belong to what has been."""
    copy = copied(row, slug="", status="draft", publish_at=timezone.now(), unpublish_at=None, **changes)
    for field in row._meta.many_to_many:
        getattr(copy, field.name).set(getattr(row, field.name).all())
    for part in parts:
        relation = row._meta.get_field(part)
        for each in getattr(row, part).all():
            copied(each, **{relation.field.name: copy})
    return copy


def copied(row, **changes):
    """A new row. Its files are files of its own: a row's file goes when the row goes."""
    columns = [field for field in row._meta.concrete_fields if not field.primary_key]
    values = {field.attname: field.value_from_object(row) for field in columns}
    files = {name: own_copy(getattr(row, name)) for name in file_fields(type(row))}
    copy = type(row)(**{**values, **files})
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save()
    return copy


def own_copy(file):
    """The name of a new file with this content; empty if the old one is lost."""
    if not file or not file.storage.exists(file.name):
        return ""
    old = PurePath(file.name)
    with file.storage.open(file.name) as content:
        return file.storage.save(str(old.with_name(secrets.token_hex(8) + old.suffix)), File(content))
