"""Videos stay where they are published. Visitors get a drawn cover; nothing loads from there before they ask.

This list is the only place that knows the hosts.
"""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from theatre_site.languages import Translated, said, translated


class Host(NamedTuple):
    name: str
    address: re.Pattern  # of a video's page, with its `id`
    player: str  # sets no cookies and does not follow the visitor


HOSTS = [
    Host(
        "YouTube",
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/"
            r"(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/)|youtu\.be/)(?P<id>[\w-]{11})(?:[?&#/].*)?"
        ),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1&rel=0",
    ),
    Host(
        "Vimeo",
        re.compile(r"https?://(?:www\.)?(?:vimeo\.com/|player\.vimeo\.com/video/)(?P<id>\d{4,12})(?:[/?#].*)?"),
        "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
    ),
]
NO_VIDEO = _(
    "This is not the address of a video on YouTube or Vimeo. Open the video there and copy the address of its page."
)


def recognised(url):
    """(host, id of the video), or (None, "")."""
    for host in HOSTS:
        if found := host.address.fullmatch(url):
            return host, found["id"]
    return None, ""


def validate_video(url):
    if recognised(url)[0] is None:
        raise ValidationError(NO_VIDEO)


class Hosted:
    """What has the `url` of a video."""

    @property
    def host(self):
        """“YouTube”; empty for an address that was entered before there were rules."""
        host, _id = recognised(self.url)
        return host.name if host else ""

    @property
    def player(self):
        """What is put in the place of the cover when a visitor asks for it."""
        host, id_ = recognised(self.url)
        return host.player.format(id=id_) if host else ""


class Video(Hosted, Translated):
    """One video; what it belongs to is added by the model that inherits from this one."""

    said_in_some_language = ["title"]

    title = translated(models.CharField(_("title"), max_length=200))
    url = models.URLField(
        _("address"),
        validators=[validate_video],
        help_text=_("YouTube or Vimeo. Nothing loads from there until a visitor asks for it."),
    )
    length = models.DurationField(
        _("length"), null=True, blank=True, help_text=_("2:14 means two minutes and fourteen seconds.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        constraints = [said("title")]

    def __str__(self):
        return self.title

    @property
    def length_in_words(self):
        """“2 minutes 14 seconds”"""
        if not self.length:
            return ""
        minutes, seconds = divmod(round(self.length.total_seconds()), 60)
        words = [
            minutes and ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes},
            seconds and ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds},
        ]
        return " ".join(filter(None, words))
