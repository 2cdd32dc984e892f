"""What the search finds in the news."""

from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.search import Kind, texts

from .models import Post

KINDS = [
    Kind(
        name="news",
        label=_("News"),
        public=lambda: Post.objects.published(),
        address=lambda hit: reverse("news:post", args=[hit.key]),
        title=texts("title"),
        lead=texts("lead"),
        body=texts("body"),
        note=texts("rubric__name"),
        moment="publish_at",
        year=ExtractYear("publish_at"),
        newest_first=("-publish_at", "-pk"),
        is_current=lambda: Q(publish_at__gt=moments.now(before=Post.OLD_AFTER)),
    )
]
