from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from theatre_site.languages import LANGUAGE_CODES, page_language
from theatre_site.models import TextPicture
from theatre_site.where_used import places_of

from .badges import seen_by_visitors, thumbnail
from .destinations import destinations
from .files import links_to
from .inserts import PictureForm, PictureWordsForm, VideoForm, insert
from .models import SiteModelAdmin


@admin.register(TextPicture)
class TextPictureAdmin(SiteModelAdmin):
    """Pictures come in through the dialogs of the text editor; here they are looked after."""

    list_display = ["__str__", "picture", "added_at"]
    list_filter = ["shows_children", "has_consent"]
    date_hierarchy = "added_at"
    actions = ["delete_unused"]
    readonly_fields = ["large_picture", "used_in", "for_visitors"]
    fieldsets = [
        (None, {"fields": ["large_picture", "used_in"]}),
        (gettext_lazy("Children"), {"fields": [("shows_children", "has_consent", "for_visitors")]}),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("insert/picture/", view(self.insert_picture), name="insert_picture"),
            path("insert/video/", view(self.insert_video), name="insert_video"),
            path("insert/link/", view(self.insert_link), name="insert_link"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request):
        """Not by a form of its own: a picture without a text would be of no use."""
        return False

    # The dialogs

    def insert_picture(self, request):
        if not request.user.has_perm("theatre_site.add_textpicture"):
            raise PermissionDenied
        known = request.POST.get("src") or request.GET.get("src")
        return insert(request, PictureWordsForm if known else PictureForm, "admin/insert/picture.html")

    def insert_video(self, request):
        require_a_writer(request.user)
        return insert(request, VideoForm, "admin/insert/video.html")

    def insert_link(self, request):
        require_a_writer(request.user)
        words = request.GET.get("q", "")
        language = request.GET.get("language")
        language = language if language in LANGUAGE_CODES else page_language()
        found = destinations(request.user, words, language)
        return render(request, "admin/insert/link.html", {"found": found, "words": words, "language": language})

    # The list and the form

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, row):
        return thumbnail(row.image, is_public=row.is_public)

    large_picture = picture

    @admin.display(description=gettext_lazy("in the texts"))
    def used_in(self, row):
        return links_to(places_of([row.image])) or _("No text shows it.")

    @admin.display(description=gettext_lazy("for visitors"))
    def for_visitors(self, row):
        return seen_by_visitors(has_picture=bool(row.image), is_public=row.is_public)

    @admin.action(description=gettext_lazy("Delete those that no text shows"), permissions=["delete"])
    def delete_unused(self, request, rows):
        unused = [row for row in rows if not places_of([row.image])]
        for row in unused:
            row.delete()
        count = len(unused)
        words = ngettext("%(count)d picture was deleted.", "%(count)d pictures were deleted.", count)
        messages.success(request, words % {"count": count})


def require_a_writer(user):
    """Whoever may change nothing has no use for the drafts that are found."""
    rights = (right.partition(".")[2] for right in user.get_all_permissions())
    if not any(right.startswith(("add_", "change_")) for right in rights):
        raise PermissionDenied
