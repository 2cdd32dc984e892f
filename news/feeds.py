from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from theatre_site.feeds import SiteFeed, for_xml

from .models import Post, Rubric

NEWEST = 20
WORDS_OF_A_POST = 60


class PostFeed(SiteFeed):
    def title(self):
        return self.in_words(_("News"))

    def link(self):
        return reverse("news:posts")

    def items(self):
        return newest(Post.objects.published())

    def name_of(self, post):
        return post.title

    def item_description(self, post):
        return for_xml(post.lead or Truncator(strip_tags(post.body)).words(WORDS_OF_A_POST))

    def item_pubdate(self, post):
        return post.publish_at

    def item_updateddate(self, post):
        return max(post.publish_at, post.updated_at)

    def item_categories(self, post):
        return [for_xml(post.rubric.name)]


class RubricFeed(PostFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Rubric, slug=slug)

    def title(self, rubric):
        return self.in_words(rubric.name)

    def link(self, rubric):
        return rubric.get_absolute_url()

    def items(self, rubric):
        return newest(Post.objects.published().filter(rubric=rubric))


def newest(posts):
    """By their date; what is pinned on the page stays in its place here."""
    return posts.select_related("rubric").order_by("-publish_at", "-pk")[:NEWEST]
