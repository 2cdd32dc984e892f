"""What has a past is not deleted. The editor reads why, and what to do instead."""

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

# What may keep a row from being deleted, as an editor counts it.
THINGS = {
    "festivals.award": ngettext_lazy("%(count)d award", "%(count)d awards", "count"),
    "festivals.editionpartner": ngettext_lazy("%(count)d festival", "%(count)d festivals", "count"),
    "festivals.nomination": ngettext_lazy("%(count)d special prize", "%(count)d special prizes", "count"),
    "festivals.participant": ngettext_lazy("%(count)d festival show", "%(count)d festival shows", "count"),
    "festivals.programmeitem": ngettext_lazy(
        "%(count)d item of a programme", "%(count)d items of a programme", "count"
    ),
    "news.post": ngettext_lazy("%(count)d post", "%(count)d posts", "count"),
    "repertoire.credit": ngettext_lazy("%(count)d credit", "%(count)d credits", "count"),
    "repertoire.performance": ngettext_lazy("%(count)d date", "%(count)d dates", "count"),
    "repertoire.weeklyslot": ngettext_lazy("%(count)d weekly slot", "%(count)d weekly slots", "count"),
}


class RefusesToForget:
    """ModelAdmin that says in a sentence why something cannot be deleted, instead of listing rows."""

    instead_of_deleting = ""

    def get_deleted_objects(self, objs, request):
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        refusals = [self.refusal(obj, keepers) for obj in objs if (keepers := keepers_of(obj))] if protected else []
        return to_delete, counts, perms_needed, refusals

    def refusal(self, obj, keepers):
        sentence = _("“%(name)s” cannot be deleted: it has %(things)s.") % {"name": obj, "things": listed(keepers)}
        return f"{sentence} {self.instead_of_deleting}".strip()


def keepers_of(obj):
    """The rows that must not lose this one."""
    collector = NestedObjects(using=router.db_for_write(type(obj)), origin=[obj])
    collector.collect([obj])
    return collector.protected


def listed(rows):
    """“12 dates and 1 post”"""
    counts = {}
    for row in rows:
        counts[row._meta.label_lower] = counts.get(row._meta.label_lower, 0) + 1
    return get_text_list([THINGS[label] % {"count": count} for label, count in sorted(counts.items())], _("and"))
