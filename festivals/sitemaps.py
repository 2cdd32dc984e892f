from typing import NamedTuple

from django.db.models import Prefetch
from django.urls import reverse

from theatre_site.languages import columns
from theatre_site.sitemaps import SiteSitemap

from .models import Document, Edition


class Section(NamedTuple):
    edition: Edition
    word: str

    @property
    def document(self):
        """The regulations and the press release are texts of their own: they have languages and a date of their own."""
        return next((each for each in self.edition.documents.all() if each.kind == self.word), None)

    @property
    def said_in(self):
        return self.document.languages_of("body") if self.document else self.edition.said_in

    @property
    def updated_at(self):
        return max(each.updated_at for each in (self.edition, self.document) if each)


class EditionSitemap(SiteSitemap):
    """Every edition and those of its sections that have something to show."""

    def items(self):
        editions = Edition.objects.published().for_list().with_sections().prefetch_related(documents())
        return [Section(edition, word) for edition in editions for word in ["edition", *words_of(edition)]]

    def location(self, section):
        return reverse(f"festivals:{section.word}", args=[section.edition.year])

    def get_latest_lastmod(self):
        return max((section.updated_at for section in self.items()), default=None)


def documents():
    return Prefetch("documents", Document.objects.only("edition", "kind", "updated_at", *columns("body")))


def words_of(edition):
    return [word for word, label, address in edition.sections]
