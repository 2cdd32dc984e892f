from theatre_site.sitemaps import SiteSitemap

from .models import Performance, Person, Production


class ProductionSitemap(SiteSitemap):
    def items(self):
        return Production.objects.published().for_list().order_by("pk")


class PersonSitemap(SiteSitemap):
    def items(self):
        return Person.objects.published().order_by("pk")


class PerformanceSitemap(SiteSitemap):
    """Those that are over, too: their pages stay and lead to the next date (J5)."""

    def items(self):
        return Performance.objects.public().order_by("pk")

    def lastmod(self, performance):
        return performance.changed_at
