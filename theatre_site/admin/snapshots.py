"""What a row and the rows of its form say at one moment, as plain values that JSON can keep and that can be compared.

{"news.post": {"12": {"title_ru": "Открылся сезон", "rubric": 3, …}}, "news.postphoto": {"5": {…}, "6": {…}}}
"""

import json
import re
from datetime import UTC

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.fields.files import FieldFile
from django.db.models.query import QuerySet

from theatre_site.richtext import BLOCKS, HEADINGS, TABLES, RichTextField
from theatre_site.versions import contents_now, contents_of, with_parts

TAGS_OF_BLOCKS = "|".join(sorted({"p", "br", "hr"} | BLOCKS | HEADINGS | TABLES))
AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{TAGS_OF_BLOCKS})\b[^>]*>)\s*")


def of_forms(form, formsets):
    """What stands in forms that nobody has touched. Asks the database nothing that the forms have not asked."""
    snapshot = {}
    for each in [*filter(None, [form]), *(row for formset in formsets for row in formset.initial_forms)]:
        rows = snapshot.setdefault(each.instance._meta.label_lower, {})
        rows[str(each.instance.pk)] = {name: plain(each.initial.get(name)) for name in fields_of(each)}
    return as_json(snapshot)


def fields_of(form):
    """The names of those that are columns or relations of the row, without what ties an inline row to its owner."""
    known = {field.name for field in [*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many]}
    owner = getattr(form, "fk", None) or next(
        (name for name, field in form.fields.items() if hasattr(field, "parent_instance")), None
    )
    return [name for name in form.fields if name in known - {owner, form._meta.model._meta.pk.name}]


def of_row(row):
    """As the database has it now."""
    snapshot = {}
    for each in with_parts(row):
        snapshot.setdefault(each._meta.label_lower, {})[str(each.pk)] = contents_now(each)
    return as_json(snapshot)


def of_version(version, versions=None):
    """As it was; `versions` are those of its revision, where they are known already."""
    if versions is None:
        versions = version.revision.version_set.all()
    snapshot = {}
    for each in [version, *parts_of(version, versions)]:
        snapshot.setdefault(each._model._meta.label_lower, {})[each.object_id] = contents_of(each)
    return as_json(snapshot)


def parts_of(version, versions):
    """The versions of the rows of its form: a revision may be about several rows and the parts of each."""
    owner = version._model
    for each in versions:
        ties = [
            field.name
            for field in each._model._meta.fields
            if field.remote_field and field.remote_field.model is owner and each._model is not owner
        ]
        if any(str(contents_of(each).get(name)) == version.object_id for name in ties):
            yield each


def plain(value):
    match value:
        case models.Model():
            return value.pk
        case FieldFile():
            return value.name or ""
        case list() | tuple() | QuerySet():
            return [plain(each) for each in value]
    return value


def as_json(snapshot):
    """Without what a comparison must not see: fractions of seconds that no form shows, the order of relations."""
    snapshot = json.loads(json.dumps(snapshot, cls=DjangoJSONEncoder))
    for label, rows in snapshot.items():
        model = apps.get_model(label)
        for fields in rows.values():
            for name in fields:
                fields[name] = comparable(model._meta.get_field(name), fields[name])
    return snapshot


def comparable(field, value):
    if isinstance(value, list):
        return sorted(value)
    if value and isinstance(field, models.DateTimeField):
        return field.to_python(value).replace(microsecond=0).astimezone(UTC).isoformat()
    if isinstance(field, RichTextField):
        return without_layout(value)
    if isinstance(field, models.CharField | models.TextField) and isinstance(value, str):
        return value.replace("\r\n", "\n")
    return value


def without_layout(html):
    """Editors break the lines of HTML as they like, which nobody sees."""
    return " ".join(AROUND_BLOCKS.sub(r"\1", html).split())
