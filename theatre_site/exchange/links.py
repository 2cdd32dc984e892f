"""Another row, named in a cell: by its name in either language, its address or its number."""

from functools import cached_property

from django.db.models import Model
from django.utils.translation import gettext as _

from theatre_site.languages import LANGUAGE_CODES

from .cells import Cell
from .words import clipped, key, plain

LISTED = 40


def usual_names(row):
    """In the order in which they are tried: the one of the desk's language, the others, the address."""
    for attribute in ["name", "title"]:
        if hasattr(type(row), attribute):
            yield getattr(row, attribute)
            yield from (getattr(row, f"{attribute}_{language}") for language in LANGUAGE_CODES)
    yield str(row)
    yield getattr(row, "slug", "")


def numbered(row):
    return f"№{row.pk}"


class Names:
    """Which row a name means, of all rows, which are loaded once."""

    def __init__(self, rows, names, within):
        self.rows = rows
        self.names = names
        self.within = within

    def names_of(self, row):
        return [plain(name) for name in [*self.names(row), numbered(row)] if name]

    def scope_of(self, row):
        return getattr(row, self.within) if self.within else None

    @cached_property
    def found(self):
        """{(scope, name): {pk: row}}"""
        found = {}
        for row in self.rows:
            for name in self.names_of(row):
                found.setdefault((self.scope_of(row), key(name)), {})[row.pk] = row
        return found

    def called(self, name, scope=None):
        return list(self.found.get((scope, key(name)), {}).values())

    def name_of(self, row):
        """The first of its names that no other row has, and that stays whole in a list of several."""
        scope = self.scope_of(row)
        return next(name for name in self.names_of(row) if ";" not in name and len(self.called(name, scope)) == 1)


class Link(Cell):
    """`rows` is a function that gives all rows to choose from; `within` names a column that both rows must share."""

    def __init__(self, rows, *, names=usual_names, within=None, hint="", are_few=True):
        super().__init__()
        self.load = rows
        self.names = names
        self.within = within
        self.hint = hint
        self.are_few = are_few and not within

    @cached_property
    def known(self):
        return Names(self.load(), self.names, self.within)

    def clean(self, value, row=None, instance=None, **kwargs):
        scope = getattr(instance, self.within) if self.within else None
        match self.known.called(value, scope):
            case [one]:
                return one
            case []:
                raise ValueError(self.nobody(value))
            case several:
                raise ValueError(self.too_many(value, several))

    def nobody(self, name):
        return _("“%(name)s” is not in the list “%(list)s”.") % {"name": clipped(name), "list": self.list_name}

    def too_many(self, name, rows):
        return _("The list “%(list)s” has several called “%(name)s”. Write one of these: %(names)s.") % {
            "list": self.list_name,
            "name": clipped(name),
            "names": ", ".join(self.known.name_of(row) for row in rows),
        }

    @property
    def list_name(self):
        return str(self.known.rows.model._meta.verbose_name_plural)

    def render(self, value, obj=None, **kwargs):
        return self.known.name_of(value) if isinstance(value, Model) else ""

    def allowed(self):
        return [self.known.name_of(row) for row in list(self.known.rows)[:LISTED]] if self.are_few else []


class Links(Link):
    """Several of them, one a line or with semicolons between."""

    def clean(self, value, row=None, instance=None, **kwargs):
        names = [name.strip() for line in value.splitlines() for name in line.split(";")]
        return list(dict.fromkeys(Link.clean(self, name, row, instance) for name in names if name))

    def render(self, value, obj=None, **kwargs):
        rows = value.all() if hasattr(value, "all") else value or []
        return "; ".join(sorted(self.known.name_of(row) for row in rows))
