"""Atom feeds (RFC 4287), one a language: what news readers and other sites take from us."""

import re

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from theatre_site import front_desk
from theatre_site.languages import Passage

# What XML 1.0 cannot carry, not even escaped
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def for_xml(text):
    return NO_XML.sub("", str(text))


class AtomInTwoLanguages(Atom1Feed):
    """Says of each entry in which language its title is, where that is not the language of the feed."""

    def item_attributes(self, item):
        return {"xml:lang": item["title_language"]} if item["title_language"] else {}


class SiteFeed(Feed):
    """What all feeds share: the theatre as their author, and entries made of `item_…` methods as in Django."""

    feed_type = AtomInTwoLanguages

    @classmethod
    def as_view(cls):
        """Answers "not modified" to who has it already."""
        return conditional_page(cls())

    def author_name(self):
        return for_xml(front_desk.current().name)

    def author_link(self):
        return reverse("home")

    def item_extra_kwargs(self, item):
        title = self.name_of(item)
        return {"title_language": title.language if isinstance(title, Passage) else None}

    def item_title(self, item):
        return for_xml(self.name_of(item))

    def in_words(self, text):
        """“Театр: …” for the title of a feed."""
        return for_xml(_("%(theatre)s: %(what)s") % {"theatre": front_desk.current().short_name, "what": text})
