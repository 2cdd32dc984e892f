"""Finds the rows that a file means, all at once, and says if it means one of them twice."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.instance_loaders import BaseInstanceLoader

from .cells import Number
from .columns import Column


class RowsByKey(BaseInstanceLoader):
    """A row is found by its number, where the list has that column and the cell is filled in, else by its key."""

    def __init__(self, resource, dataset):
        super().__init__(resource, dataset)
        self.seen = {}

    @cached_property
    def candidates(self):
        rows = self.dataset.dict
        meant = self.resource.among([self.resource.sketch(row) for row in rows])
        numbers = {number for row in rows if (number := number_in(row))}
        return list(self.resource.loaded(self.resource.get_queryset().filter(meant | Q(pk__in=numbers))))

    @cached_property
    def by_number(self):
        return {candidate.pk: candidate for candidate in self.candidates}

    @cached_property
    def by_key(self):
        found = {}
        for candidate in self.candidates:
            for key in self.resource.keys_of(candidate):
                found.setdefault(key, {})[candidate.pk] = candidate
        return found

    def get_instance(self, row):
        keys = self.resource.keys_of(self.resource.sketch(row))
        found = self.numbered(row) if row.get("id") else self.with_keys(keys)
        self.only_once(["id", found.pk] if found else keys[0] if keys else None)
        return found

    def numbered(self, row):
        if found := self.by_number.get(number_in(row)):
            return found
        raise ValidationError({"id": _("There is no row with this number. Leave the number of a new row empty.")})

    def with_keys(self, keys):
        found = {pk: row for key in keys for pk, row in self.by_key.get(key, {}).items()}
        if len(found) > 1:
            raise ValidationError(
                _("Several rows of the site say the same. Write the number of the one that you mean: %(numbers)s.")
                % {"numbers": ", ".join(map(str, sorted(found)))}
            )
        return next(iter(found.values()), None)

    def only_once(self, identity):
        if identity is None:
            return
        first = self.seen.setdefault(str(identity), self.resource.number)
        if first != self.resource.number:
            raise ValidationError(_("It is the same as in row %(number)d.") % {"number": first})


def number_in(row):
    """The number of the row, or None where there is none or the cell says something else."""
    text = row.get("id", "").removeprefix("№").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None


def number_column():
    return Column("id", "№", cell=Number(), hint=gettext_lazy("Leave it empty in a new row, and as it is in others."))
