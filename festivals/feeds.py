from typing import NamedTuple

from django.shortcuts import get_object_or_404

from theatre_site.feeds import SiteFeed, for_xml

from .models import Edition


class Entry(NamedTuple):
    title: str
    link: str
    text: str
    updated_at: object


class EditionFeed(SiteFeed):
    """What there is about an edition: its sections as soon as they have something to show, and the posts about it."""

    def get_object(self, request, year):
        return get_object_or_404(Edition.objects.published().with_sections(), year=year)

    def title(self, edition):
        return self.in_words(edition.name)

    def link(self, edition):
        return edition.get_absolute_url()

    def items(self, edition):
        return sorted([*sections(edition), *posts(edition)], key=lambda entry: entry.updated_at, reverse=True)

    def name_of(self, entry):
        return entry.title

    def item_link(self, entry):
        return entry.link

    def item_description(self, entry):
        return for_xml(entry.text)

    def item_updateddate(self, entry):
        return entry.updated_at


def sections(edition):
    for word, label, address in edition.sections:
        appeared = getattr(edition, f"{word}_at", None) or edition.publish_at
        yield Entry(f"{label}: {edition.name}", address, edition.title, max(appeared, edition.updated_at))


def posts(edition):
    for post in edition.posts.published().for_list():
        yield Entry(post.title, post.get_absolute_url(), post.lead, max(post.publish_at, post.updated_at))
