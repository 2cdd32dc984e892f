from django.template.defaultfilters import date as format_date
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from theatre_site.feeds import SiteFeed, for_xml
from theatre_site.languages import Passage
from theatre_site.plain_text import plain_text

from .models import Performance

DATES = 40


class WhatsOnFeed(SiteFeed):
    """The coming dates, soonest first. A date that changes is an entry that was updated, with the id that it had."""

    def title(self):
        return self.in_words(_("What's on"))

    def link(self):
        return reverse("repertoire:whats_on")

    def items(self):
        return Performance.objects.upcoming()[:DATES]

    def name_of(self, performance):
        begins = timezone.localtime(performance.starts_at)
        words = Passage(f"{performance.heading}, {format_date(begins, 'l, j E Y').lower()}, {begins.hour}:{begins:%M}")
        words.language = getattr(performance.heading, "language", None)
        return words

    def item_description(self, performance):
        words = plain_text("repertoire/performance.txt", performance=performance)
        return linebreaksbr(for_xml(words), autoescape=True)

    def item_guid(self, performance):
        return performance.uid.urn

    def item_updateddate(self, performance):
        return performance.changed_at

    def item_categories(self, performance):
        return [performance.audience_name]
