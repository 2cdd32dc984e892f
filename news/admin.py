from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site.admin import (
    DuplicatesAsDraft,
    ExchangesFiles,
    PhotoInline,
    PublishableAdmin,
    SiteModelAdmin,
    StackedInline,
    VideoInline,
    badge,
    both,
    elsewhere,
    publication,
    seen_by_visitors,
    thumbnail,
)
from theatre_site.languages import columns

from .checklist import before_publishing
from .models import Attachment, Post, PostPhoto, PostVideo, Rubric
from .resources import PostResource


@admin.register(Rubric)
class RubricAdmin(SiteModelAdmin):
    list_display = ["__str__", "slug", "order"]
    list_editable = ["order"]
    search_fields = columns("name")
    fieldsets = [(None, {"fields": [both("name"), "slug", "order"]})]
    instead_of_deleting = _("Give its posts another rubric first.")


class PostPhotoInline(PhotoInline):
    model = PostPhoto


class PostVideoInline(VideoInline):
    model = PostVideo


class AttachmentInline(StackedInline):
    model = Attachment
    fields = [both("title"), ("file", "order")]
    classes = ["collapse"]


@admin.register(Post)
class PostAdmin(DuplicatesAsDraft, ExchangesFiles, PublishableAdmin):
    checklist = staticmethod(before_publishing)
    duplicated_parts = ["videos"]
    not_duplicated = {"pinned_until": None}
    resource_class = PostResource
    list_display = ["__str__", "picture", "publication", "rubric", "publish_at", "pinned"]
    list_filter = ["status", "rubric"]
    list_select_related = ["rubric"]
    date_hierarchy = "publish_at"
    search_fields = [*columns("title", "lead"), "slug"]
    autocomplete_fields = ["partner", "productions", "performances", "editions"]
    inlines = [PostPhotoInline, PostVideoInline, AttachmentInline]
    readonly_fields = ["image_seen"]
    fieldsets = [
        (None, {"fields": [both("title"), "slug", "rubric"]}),
        (_("Text"), {"fields": [both("lead"), *columns("body")]}),
        (
            _("Main picture"),
            {
                "fields": [
                    ("image", "image_ppoi"),
                    both("image_alt"),
                    "image_is_decorative",
                    both("image_caption"),
                    ("image_shows_children", "image_has_consent", "image_seen"),
                ]
            },
        ),
        publication(),
        elsewhere(),
        (_("Keep it first"), {"fields": ["pinned_until"], "classes": ["collapse"]}),
        (
            _("What it is about"),
            {
                "fields": ["productions", "performances", "editions"],
                "classes": ["collapse"],
                "description": _("The post is then shown on their pages, too."),
            },
        ),
        (
            _("Press about us, material of a partner"),
            {
                "fields": ["source", ("source_url", "source_date"), "partner"],
                "classes": ["collapse"],
                "description": _(
                    "For a post about what a newspaper or a site has written: its name, the day, and the address of"
                    " the original if it can be read there."
                ),
            },
        ),
    ]

    def shortcuts(self, request):
        """For the start page."""
        return [(_("Write a post"), reverse("admin:news_post_add"))] if self.has_add_permission(request) else []

    def get_fieldsets(self, request, obj=None):
        """The last one stands open for a post that needs it."""
        *others, (name, options) = super().get_fieldsets(request, obj)
        if obj and (obj.source or obj.partner_id):
            options = {**options, "classes": []}
        return [*others, (name, options)]

    @admin.display(description=_("picture"))
    def picture(self, post):
        return thumbnail(post.image, is_public=post.public_image is not None)

    @admin.display(description=_("for visitors"))
    def image_seen(self, post):
        return seen_by_visitors(has_picture=bool(post.image), is_public=post.public_image is not None)

    @admin.display(description=_("pinned"), ordering="pinned_until")
    def pinned(self, post):
        return badge("good", _("pinned")) if post.is_pinned else ""
