"""Posts as a file."""

from theatre_site.exchange import KnownBySlug, PublishableListResource
from theatre_site.languages import columns

from .models import Post


class PostResource(KnownBySlug, PublishableListResource):
    examples = {
        "slug": "otkrylsya-sezon",
        "title_ru": "Открылся сезон",
        "title_uk": "Відкрився сезон",
        "lead_ru": "Зал был полон.",
        "lead_uk": "Зала була повна.",
        "body_ru": "<p>Первый вечер сезона.</p>",
        "body_uk": "<p>Перший вечір сезону.</p>",
    }

    class Meta(PublishableListResource.Meta):
        model = Post
        fields = [
            "slug",
            *columns("title"),
            "rubric",
            *columns("lead", "body"),
            "status",
            "publish_at",
            "unpublish_at",
            "pinned_until",
            "productions",
            "editions",
            "source",
            "source_url",
            "source_date",
            "partner",
            *columns("search_title", "search_description"),
        ]
