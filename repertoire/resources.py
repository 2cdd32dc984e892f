"""Productions and their dates as files."""

from django.db.models import Q
from django.utils.functional import cached_property

from theatre_site.exchange import KnownBySlug, ListResource, PublishableListResource, number_column
from theatre_site.languages import columns
from theatre_site.models import Venue

from .models import Performance, Production


class ProductionResource(KnownBySlug, PublishableListResource):
    examples = {
        "slug": "revizor",
        "title_ru": "Ревизор",
        "title_uk": "Ревізор",
        "genre_ru": "комедия",
        "genre_uk": "комедія",
        "author_ru": "Николай Гоголь",
        "author_uk": "Микола Гоголь",
        "age_rating": "12+",
        "running_time": "130",
        "intervals": "1",
    }

    class Meta(PublishableListResource.Meta):
        model = Production
        fields = [
            "slug",
            *columns("title", "genre", "author"),
            "audience",
            "age_rating",
            "language",
            "running_time",
            "intervals",
            *columns("lead", "description"),
            "price_min",
            "price_max",
            "content_note_state",
            *columns("content_note"),
            "premiere_on",
            "is_archived",
            "status",
            "publish_at",
            "unpublish_at",
            *columns("search_title", "search_description"),
        ]


class PerformanceResource(ListResource):
    """A date is known by its hour and its house."""

    key_columns = ["starts_at", "venue"]
    required_columns = ["starts_at"]
    id = number_column()

    class Meta(ListResource.Meta):
        model = Performance
        fields = [
            "id",
            "starts_at",
            "production",
            "venue",
            "sale",
            "price_min",
            "price_max",
            "ticket_url",
            "remark",
            *columns("remark_text"),
            "state",
            *columns("state_reason"),
            "moved_from",
            "instead_of",
            *columns("title"),
            "audience",
            "age_rating",
            "running_time",
        ]

    @cached_property
    def house(self):
        """No venue means our own."""
        return Venue.objects.home()

    def keys_of(self, performance):
        if not performance.starts_at:
            return []
        house = performance.venue_id or (self.house and self.house.pk)
        return [(performance.starts_at.replace(second=0, microsecond=0), house)]

    def among(self, sketches):
        moments = [sketch.starts_at for sketch in sketches if sketch.starts_at]
        return Q(starts_at__range=(min(moments), max(moments))) if moments else Q(pk=None)
