"""Two moments of a row, compared for an editor: field by field, in the words of its form."""

from typing import NamedTuple

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.utils.formats import date_format, time_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from theatre_site.richtext import RichTextField
from theatre_site.where_used import label_of

from .marking import marked
from .read_aloud import read_aloud
from .who_and_when import when


class Change(NamedTuple):
    where: tuple  # (label of the model, key of the row, name of the field)
    part: str  # which row of the form: “Photo “On stage””; empty for the row itself
    label: str
    before: str
    after: str

    @property
    def is_about_a_row(self):
        return not self.where[2]

    @property
    def marked(self):
        if self.before == self.after:
            return _("The words are the same; links, pictures or their look have changed.")
        return marked(self.before, self.after)


class Wording:
    """Values as an editor reads them. Remembers the names of related rows, to ask for each only once."""

    def __init__(self):
        self.names = {}

    def changes(self, before, after):
        """[Change, …] from one snapshot to another, in the order of the columns; only what both know of."""
        return [change for label in {**before, **after} for change in self.changes_of(label, before, after)]

    def changes_of(self, label, before, after):
        before, after = before.get(label, {}), after.get(label, {})
        for key in {**before, **after}:
            if key in before and key in after:
                yield from self.changes_in_row(label, key, before[key], after[key])
            else:
                yield self.whole_row(label, key, before.get(key, {}), after.get(key, {}))

    def changes_in_row(self, label, key, before, after):
        model = apps.get_model(label)
        for field in shown_fields(model):
            name = field.name
            if name in before and name in after and before[name] != after[name]:
                part = "" if has_own_form(model) else self.name_of(model, after)
                words = self.words(field, before[name]), self.words(field, after[name])
                yield Change((label, key, name), part, capfirst(label_of(field)), *words)

    def whole_row(self, label, key, before, after):
        model = apps.get_model(label)
        what = _("added") if after else _("removed")
        texts = (
            "\n".join(f"{name}: {words}" for name, words in self.contents(model, each)) for each in (before, after)
        )
        return Change((label, key, ""), self.name_of(model, before or after), what, *texts)

    def contents(self, model, fields):
        """[(label, words), …] of what is filled in."""
        said = ((field, self.words(field, fields.get(field.name))) for field in shown_fields(model))
        return [(capfirst(label_of(field)), words) for field, words in said if words]

    def name_of(self, model, fields):
        """“Photo “On stage””"""
        texts = (fields.get(field.name) for field in model._meta.fields if is_words(field))
        name = next((text for text in texts if text and isinstance(text, str)), "")
        kind = capfirst(model._meta.verbose_name)
        return _("%(kind)s “%(name)s”") % {"kind": kind, "name": Truncator(name).chars(60)} if name else kind

    def words(self, field, value):
        if value in (None, "", []):
            return ""
        match field:
            case models.ManyToManyField():
                return ", ".join(self.related(field, key) for key in value)
            case models.ForeignKey():
                return self.related(field, value)
            case models.BooleanField():
                return _("yes") if value else _("no")
            case RichTextField():
                return read_aloud(value)
            case models.DateTimeField():
                return when(field.to_python(value))
            case models.DateField():
                return date_format(field.to_python(value), "SHORT_DATE_FORMAT")
            case models.TimeField():
                return time_format(field.to_python(value), "TIME_FORMAT")
            case models.FileField():
                return value.rpartition("/")[2]
        return str(dict(field.flatchoices).get(value, value))

    def related(self, field, key):
        model = field.related_model
        if (model, key) not in self.names:
            row = model._base_manager.filter(pk=key).first()
            self.names[model, key] = str(row) if row else _("no. %(key)s, deleted since") % {"key": key}
        return self.names[model, key]


def is_words(field):
    """Neither a code nor an address."""
    return type(field) is models.CharField and not field.choices


def shown_fields(model):
    """What an editor fills in; not what ties the row of a form to its owner."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return [field for field in fields if field.editable and not field.primary_key and not is_tie(model, field)]


def is_tie(model, field):
    return not has_own_form(model) and field is next((each for each in model._meta.fields if each.many_to_one), None)


def has_own_form(model):
    """It has a form of its own."""
    return admin.site.is_registered(model)
