"""The start page: what needs attention today, for whoever may mend it."""

from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .attention import DRAFTS, REVIEW, TRANSLATIONS, found
from .badges import PLAIN, WAIT

CHANGES = 8

SECTIONS = {
    REVIEW: (_("Waiting for your approval"), _("Nothing waits for you."), WAIT),
    DRAFTS: (_("Drafts"), _("No draft is waiting to be finished."), PLAIN),
    TRANSLATIONS: (_("Translations"), _("Both languages say the same everywhere."), WAIT),
}


@dataclass
class Section:
    heading: str
    calm: str
    badge: str
    groups: list

    @property
    def count(self):
        return sum(group.total for group in self.groups)


def today(site, request):
    """Context of the start page."""
    return {
        "day": timezone.localdate(),
        "shortcuts": shortcuts(site, request),
        "dates": dates(site, request),
        "sections": sections(site, request),
        "changes": changes(site, request),
    }


def shortcuts(site, request):
    """[(words, address), …] of the pages that this user works on most."""
    return [each for model_admin in admins_with(site, "shortcuts") for each in model_admin.shortcuts(request)]


def dates(site, request):
    """The coming days, where somebody may see them; None for the others."""
    for model_admin in admins_with(site, "coming_dates"):
        if model_admin.has_view_permission(request):
            return model_admin.coming_dates(request)
    return None


def sections(site, request):
    """Only those in which this user may mend something."""
    matters = [matter for model_admin in admins_with(site, "matters") for matter in model_admin.matters(request)]
    groups = found(matters)
    mine = {matter.section for matter in matters}
    return [
        Section(heading, calm, badge, [group for group in groups if group.matter.section == name])
        for name, (heading, calm, badge) in SECTIONS.items()
        if name in mine
    ]


def changes(site, request):
    """Who has changed what last, of all that this user may look at."""
    seen = Q(pk=None)
    for model, model_admin in site._registry.items():
        if model_admin.has_view_permission(request):
            seen |= Q(content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name)
    return LogEntry.objects.filter(seen).select_related("content_type", "user").order_by("-action_time")[:CHANGES]


def admins_with(site, method):
    return [model_admin for model_admin in site._registry.values() if hasattr(model_admin, method)]
