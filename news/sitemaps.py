from theatre_site.languages import columns
from theatre_site.sitemaps import SiteSitemap

from .models import Post


class PostSitemap(SiteSitemap):
    def items(self):
        return Post.objects.published().only(*columns("title"), "slug", "updated_at").order_by("pk")
