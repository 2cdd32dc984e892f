from typing import NamedTuple

from django.urls import reverse

from theatre_site.sitemaps import SiteSitemap

from .models import Edition


class Section(NamedTuple):
    edition: Edition
    word: str

    @property
    def said_in(self):
        return self.edition.said_in

    @property
    def updated_at(self):
        return self.edition.updated_at


class EditionSitemap(SiteSitemap):
    """Every edition and those of its sections that have something to show."""

    def items(self):
        editions = Edition.objects.published().for_list().with_sections()
        return [Section(edition, word) for edition in editions for word in ["edition", *words_of(edition)]]

    def location(self, section):
        return reverse(f"festivals:{section.word}", args=[section.edition.year])

    def get_latest_lastmod(self):
        return max((section.updated_at for section in self.items()), default=None)


def words_of(edition):
    return [word for word, label, address in edition.sections]
