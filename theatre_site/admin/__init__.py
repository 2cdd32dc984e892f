"""The editorial office: what all admin forms and lists share, and the theatre's own models."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .badges import SaysWhoSeesThePhoto, badge, seen_by_visitors, thumbnail
from .duplicating import DuplicatesAsDraft, DuplicatesAsForm
from .exchange import ExchangesFiles
from .models import (
    PhotoInline,
    PublishableAdmin,
    SiteModelAdmin,
    StackedInline,
    TabularInline,
    VideoInline,
    both,
    elsewhere,
    publication,
)
from .publishing import PublishableForm
from .rules import RulesBesideFields

__all__ = [
    "DuplicatesAsDraft",
    "DuplicatesAsForm",
    "ExchangesFiles",
    "PhotoInline",
    "PublishableAdmin",
    "PublishableForm",
    "RulesBesideFields",
    "SaysWhoSeesThePhoto",
    "SiteModelAdmin",
    "StackedInline",
    "TabularInline",
    "VideoInline",
    "badge",
    "both",
    "elsewhere",
    "publication",
    "seen_by_visitors",
    "thumbnail",
]

admin.site.site_title = admin.site.site_header = _("The theatre’s editorial office")
admin.site.index_title = _("What are we editing?")

# they register their models and need the names above
from . import banners, pages, people, redirects, sign_in, text_pictures, theatre  # noqa: E402, F401
