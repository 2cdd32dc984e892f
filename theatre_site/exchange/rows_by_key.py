"""Finds the rows that a file means, all at once, and says if it means one of them twice."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.instance_loaders import BaseInstanceLoader

from .cells import Number
from .columns import Column


class RowsByKey(BaseInstanceLoader):
    """A row is found by its number, where the list has that column and the cell is filled in, else by its key.

    A row that the file names by its number is not found by its key as well: it may be about to change its key.
    """

    def __init__(self, resource, dataset):
        super().__init__(resource, dataset)
        rows = dataset.dict
        numbers = {number for row in rows if (number := number_in(row))}
        candidates = self.load(rows, numbers)
        self.by_number = {candidate.pk: candidate for candidate in candidates}
        self.by_key = {}
        for candidate in candidates:
            if candidate.pk not in numbers:
                for key in resource.keys_of(candidate):
                    self.by_key.setdefault(key, {})[candidate.pk] = candidate
        self.seen = {}

    def load(self, rows, numbers):
        meant = self.resource.among([self.resource.sketch(row) for row in rows])
        return list(self.resource.loaded(self.resource.get_queryset().filter(meant | Q(pk__in=numbers))))

    def get_instance(self, row):
        keys = self.resource.keys_of(self.resource.sketch(row))
        is_numbered = bool(row.get("id"))
        found = self.numbered(row) if is_numbered else self.with_keys(keys)
        self.only_once(keys, found, is_numbered)
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

    def only_once(self, keys, found, is_numbered):
        """Two rows that the site holds already may say the same; a new one may not repeat another."""
        marks = [(key, True) for key in keys] + [(row.pk, False) for row in [found] if row]
        for mark, may_repeat in marks:
            first, was_numbered = self.seen.setdefault(mark, (self.resource.number, is_numbered))
            if first != self.resource.number and not (may_repeat and is_numbered and was_numbered):
                raise ValidationError(_("It is the same as in row %(number)d.") % {"number": first})


def number_in(row):
    """The number of the row, or None where there is none or the cell says something else."""
    text = row.get("id", "").removeprefix("№").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None


def number_column():
    return Column("id", "№", cell=Number(), hint=gettext_lazy("Leave it empty in a new row, and as it is in others."))
