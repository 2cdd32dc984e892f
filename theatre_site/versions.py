"""The history of what the office saves, kept by django-reversion: a revision for every form that is sent in the admin.

A version is read as it was written, as JSON: {"title_ru": "Ревизор", "rubric": 3, "productions": [1, 2], …}.
"""

import json
from contextvars import copy_context

import reversion
from django.core import serializers
from django.utils import timezone
from reversion.middleware import RevisionMiddleware
from reversion.models import Version
from reversion.revisions import _follow_relations_recursive, _stack

from theatre_site.languages import is_office

# Comments of revisions. The moment of the version that came back follows after RESTORED.
RESTORED, RECOVERED, DELETED = "restored ", "recovered", "deleted"


class AdminRevisionMiddleware(RevisionMiddleware):
    """One save, one revision, whatever page of the admin it comes from; all of it is saved or nothing is."""

    def request_creates_revision(self, request):
        return request.method == "POST" and is_office(request)


def register(model, parts=()):
    """Keeps versions of a model; those of its parts (names of relations) with each of its own."""
    if not reversion.is_registered(model):
        reversion.register(model, follow=parts)


def keep_before_change(row):
    """For a row that came in by another door than the admin: its first change there needs a “before”."""
    if not Version.objects.get_for_object(row).exists():
        copy_context().run(keep_apart, [row], moment=getattr(row, "updated_at", None))


def keep_before_deletion(rows, user):
    """For the recycle bin: a version of each row as it was last, for those of a kind that has a history."""
    rows = [row for row in rows if reversion.is_registered(type(row))]
    copy_context().run(keep_apart, rows, user=user, comment=DELETED)


def keep_apart(rows, *, moment=None, user=None, comment=""):
    """In a revision of its own, although that of the request is open: at its end the rows may be gone."""
    _stack.set([])
    with reversion.create_revision():
        reversion.set_date_created(moment or timezone.now())
        reversion.set_user(user)
        reversion.set_comment(comment)
        for row in rows:
            reversion.add_to_revision(row)


def contents_of(version):
    return json.loads(version.serialized_data)[0]["fields"]


def contents_now(row):
    return json.loads(serializers.serialize("json", [row], fields=fields_kept(type(row))))[0]["fields"]


def fields_kept(model):
    return [field.name for field in [*model._meta.local_fields, *model._meta.local_many_to_many]]


def with_parts(row):
    """The row and the rows of its form that are kept with it."""
    return _follow_relations_recursive(row)


def row_of(version):
    """The row as it was, not saved: (row, {"productions": [1, 2]})."""
    old = version._object_version
    return old.object, old.m2m_data or {}
