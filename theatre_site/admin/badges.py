"""What a list shows at a glance: a state as a word on its own colour, a picture as a thumbnail."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site.images import rendition
from theatre_site.images.rules import NO_CONSENT

from .who_and_when import when

GOOD, WAIT, OFF, PLAIN = "good", "wait", "off", "plain"


def badge(kind, words):
    return format_html('<span class="badge" data-kind="{}">{}</span>', kind, words)


def publication_badge(publishable):
    """What visitors have of it now, which its status alone does not say."""
    if publishable.is_public:
        return badge(GOOD, _("On the site"))
    if publishable.status != publishable.Status.PUBLISHED:
        kind = OFF if publishable.status == publishable.Status.WITHDRAWN else PLAIN
        return badge(kind, publishable.get_status_display())
    if publishable.publish_at > timezone.now():
        return from_moment(publishable.publish_at)
    return badge(OFF, _("Taken down"))


def from_moment(moment):
    return badge(WAIT, _("From %(moment)s") % {"moment": when(moment)})


def thumbnail(picture, *, is_public=True):
    """For lists; says in words if visitors do not see the picture."""
    small = rendition(picture, "preview") if picture else None
    if small is None:
        return ""
    image = format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
        small.url,
        small.width,
        small.height,
    )
    return image if is_public else format_html("{} {}", image, badge(OFF, _("Hidden: no consent")))


class SaysWhoSeesThePhoto:
    """ModelAdmin or inline of a model that inherits from ConsentedPhoto."""

    @admin.display(description=gettext_lazy("for visitors"))
    def photo_seen(self, row):
        return seen_by_visitors(has_picture=bool(row.photo), is_public=row.public_photo is not None)


def seen_by_visitors(*, has_picture, is_public):
    """For a form: whether visitors see the picture, and why not."""
    if not has_picture:
        return "–"
    return badge(GOOD, _("Visitors see it")) if is_public else badge(OFF, NO_CONSENT)
