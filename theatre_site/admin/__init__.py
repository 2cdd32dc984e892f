"""The editorial office: what all admin forms and lists share, and the theatre's own models."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .badges import SaysWhoSeesThePhoto, badge, seen_by_visitors, thumbnail
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
from .rules import RulesBesideFields

__all__ = [
    "ExchangesFiles",
    "PhotoInline",
    "PublishableAdmin",
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

from . import pages, theatre  # noqa: E402, F401  (they register their models and need the names above)
