from django.contrib import admin
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.languages import columns
from theatre_site.models import Banner

from .badges import GOOD, OFF, SaysWhoSeesThePhoto, badge, thumbnail
from .models import PublishableAdmin, both, publication


@admin.register(Banner)
class BannerAdmin(SaysWhoSeesThePhoto, PublishableAdmin):
    list_display = ["__str__", "picture", "order", "has_room", "publication"]
    list_editable = ["order"]
    list_filter = ["status"]
    search_fields = columns("title", "text")
    readonly_fields = ["photo_seen"]
    fieldsets = [
        (
            None,
            {
                "fields": [both("title"), both("text"), "link", "order"],
                "description": gettext_lazy("The home page shows the first three that are published."),
            },
        ),
        (
            gettext_lazy("Picture"),
            {
                "fields": [
                    ("photo", "photo_ppoi"),
                    both("photo_alt"),
                    "photo_is_decorative",
                    ("photo_shows_children", "photo_has_consent", "photo_seen"),
                ]
            },
        ),
        publication(),
    ]

    def get_queryset(self, request):
        """Knowing how many published ones stand before each."""
        before = Q(order__lt=OuterRef("order")) | Q(order=OuterRef("order"), pk__lt=OuterRef("pk"))
        published = Banner.objects.published().filter(before).order_by()
        count = published.values(each=Value(1)).annotate(number=Count("pk")).values("number")
        return super().get_queryset(request).annotate(before=Coalesce(Subquery(count), 0))

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, banner):
        return thumbnail(banner.photo, is_public=banner.public_photo is not None)

    @admin.display(description=gettext_lazy("on the home page"))
    def has_room(self, banner):
        if not banner.is_public:
            return ""
        return badge(GOOD, _("shown")) if banner.before < Banner.AT_MOST else badge(OFF, _("no room"))
