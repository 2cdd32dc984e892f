"""What each app lists for search engines: sitemaps.org, with the other language of every page (J1)."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from theatre_site.languages import LANGUAGE_CODES
from theatre_site.models import Page


class SiteSitemap(Sitemap):
    """Each page in the languages in which it is said, with the others beside it and x-default."""

    i18n = alternates = True

    def get_languages_for_item(self, item):
        return item.said_in or LANGUAGE_CODES

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            pages = {each["lang_code"]: each["location"] for each in url["alternates"]}
            default = pages.get(settings.LANGUAGE_CODE) or next(iter(pages.values()))
            url["alternates"].append({"lang_code": "x-default", "location": default})
        return urls

    def lastmod(self, item):
        return item.updated_at

    def get_latest_lastmod(self):
        return self.items().order_by().aggregate(latest=Max("updated_at"))["latest"]


class ListSitemap(SiteSitemap):
    """Lists, by the names of their addresses; they change with what stands in them."""

    lastmod = None

    def __init__(self, *names):
        self.names = names

    def items(self):
        return self.names

    def location(self, name):
        return reverse(name)

    def get_languages_for_item(self, name):
        return LANGUAGE_CODES

    def get_latest_lastmod(self):
        return None


class PageSitemap(SiteSitemap):
    def items(self):
        return Page.objects.published().order_by("pk")
