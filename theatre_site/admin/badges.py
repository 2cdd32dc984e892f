"""What a list shows at a glance: a state as a word on its own colour, a picture as a thumbnail."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

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
        begins = date_format(timezone.localtime(publishable.publish_at), "SHORT_DATETIME_FORMAT")
        return badge(WAIT, _("From %(moment)s") % {"moment": begins})
    return badge(OFF, _("Taken down"))


def thumbnail(picture):
    return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', picture.url) if picture else ""
