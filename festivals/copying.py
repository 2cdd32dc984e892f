"""A new edition begun from an older one: what comes again each time. Never participants, results or moments."""

import re

from django.core.files.base import ContentFile
from django.utils.timezone import localtime, make_aware

from theatre_site.languages import columns

from .models import Document, Edition, EditionPartner, Nomination, ProgrammeItem
from .numerals import roman

HEADINGS = columns("programme_title", "participants_title", "results_title")


def proposed(edition):
    """Year, number and names of the edition that comes after the newest one, at the usual distance."""
    years = list(Edition.objects.order_by("-year").values_list("year", flat=True)[:2])
    year = years[0] + (years[0] - years[1] if len(years) > 1 else 1)
    number = max(Edition.objects.values_list("number", flat=True)) + 1
    names = {name: in_year(getattr(edition, name), edition, year, number) for name in columns("name", "title")}
    return {"year": year, "number": number, **names}


def in_year(text, edition, year, number):
    """«IV фестиваль ТЮЗ-2013» → «V фестиваль ТЮЗ-2015»"""
    text = text.replace(str(edition.year), str(year))
    return re.sub(rf"\b{roman(edition.number)}\b", roman(number), text)


class Copy:
    """Copies parts of `old` into `new`, which is a draft and saved already."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def again(self, row, **changes):
        """An unsaved copy of what an editor wrote in a row; it belongs to the new edition and has its own identity."""
        fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.editable}
        fields.pop(row._meta.pk.attname, None)
        return type(row)(**{**fields, "edition_id": self.new.pk, **changes})

    def in_its_year(self, row, name):
        return in_year(getattr(row, name), self.old, self.new.year, self.new.number)

    def about(self):
        self.take(columns("about"))

    def headings(self):
        for name in HEADINGS:
            setattr(self.new, name, self.in_its_year(self.old, name))
        self.take(columns("programme_note", "results_note"))
        self.new.set_change = self.old.set_change
        self.new.save()

    def take(self, names):
        for name in names:
            setattr(self.new, name, getattr(self.old, name))
        self.new.save()

    def document(self, kind):
        """Its words, which will be rewritten; not the signed PDF and the day of its approval."""
        for document in self.old.documents.filter(kind=kind):
            titles = {name: self.in_its_year(document, name) for name in columns("title")}
            unsigned = {**dict.fromkeys(columns("pdf"), ""), "approved_on": None}
            self.again(document, **titles, **unsigned).save()

    def regulations(self):
        self.document(Document.Kind.REGULATIONS)

    def press(self):
        self.document(Document.Kind.PRESS_RELEASE)

    def nominations(self):
        Nomination.objects.bulk_create(self.again(row) for row in self.old.nominations.all())

    def partners(self):
        EditionPartner.objects.bulk_create(self.again(row) for row in self.old.partners.all())

    def jury(self, members):
        for member in members:
            self.again(member, photo=file_again(member.photo)).save()

    def programme(self):
        """Openings, discussions, ceremonies: on the same day of the festival, at their hour and venue."""
        later = self.new.starts_on - self.old.starts_on
        items = self.old.programme.filter(participant=None, performance=None)
        ProgrammeItem.objects.bulk_create(
            self.again(item, starts_at=same_hour(item.starts_at, later), moved_from=None, moved_on=None, note="")
            for item in items
        )


def same_hour(moment, later):
    """So many days later by the clock on the wall, whatever summer time does."""
    local = localtime(moment)
    return make_aware(local.replace(tzinfo=None) + later)


def file_again(file):
    """A file of its own: the old one goes when its row is deleted. None if it is no longer on the disk."""
    try:
        return ContentFile(file.read(), name=file.name) if file else ""
    except OSError:
        return ""
