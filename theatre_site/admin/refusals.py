"""What has a past is not deleted. The editor reads why, and what to do instead."""

from django.apps import apps
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.urls import reverse
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from theatre_site.where_used import page_of

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


SHOWN = 10  # keepers with a link; the sentence counts the rest


class Refusal(str):
    """A sentence that knows the rows in the way: [(what it is, its form's address or ""), …]."""

    def __new__(cls, sentence, keepers):
        refusal = super().__new__(cls, sentence)
        refusal.keepers = keepers
        return refusal


class RefusesToForget:
    """ModelAdmin that says in a sentence why something cannot be deleted, instead of listing rows."""

    instead_of_deleting = ""

    def get_deleted_objects(self, objs, request):
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        refusals = []
        for obj in objs if protected else []:
            if keepers := keepers_of(obj):
                refusals.append(Refusal(self.refusal(obj, keepers), links_to_keepers(keepers, request.user)))
        if refusals:  # no right would help
            perms_needed = set()
        return without_ties(to_delete), named_counts(counts), perms_needed, refusals

    def refusal(self, obj, keepers):
        sentence = _("“%(name)s” cannot be deleted: it has %(things)s.") % {"name": obj, "things": listed(keepers)}
        return f"{sentence} {self.instead_of_deleting}".strip()


def ties():
    """The tables that only tie rows of two others together: nobody has words for what stands in them."""
    models = apps.get_models(include_auto_created=True)
    return [model._meta for model in models if model._meta.auto_created]


def without_ties(rows):
    begins = tuple(f"{capfirst(tie.verbose_name)}: " for tie in ties())
    kept = [without_ties(row) if isinstance(row, list) else row for row in rows]
    return [row for row in kept if row and not (isinstance(row, str) and row.startswith(begins))]


def named_counts(counts):
    nameless = {str(tie.verbose_name_plural) for tie in ties()}
    return {name: count for name, count in counts.items() if str(name) not in nameless}


def keepers_of(obj):
    """The rows that must not lose this one."""
    collector = NestedObjects(using=router.db_for_write(type(obj)), origin=[obj])
    collector.collect([obj])
    return collector.protected


def links_to_keepers(keepers, user):
    """The form in which each can be changed; without an address for those who may not see it."""
    shown = ((row, page_of(row)) for row in sorted(keepers, key=lambda row: (row._meta.label, row.pk))[:SHOWN])
    return [(words_for(row, page), address_for(page, user)) for row, page in shown]


def words_for(row, page):
    return str(row) if page in (row, None) else f"{page}, {row}"


def address_for(page, user):
    if page is None:
        return ""
    app, name = page._meta.app_label, page._meta.model_name
    may_see = user.has_perm(f"{app}.view_{name}") or user.has_perm(f"{app}.change_{name}")
    return reverse(admin_urlname(page._meta, "change"), args=[page.pk]) if may_see else ""


def listed(rows):
    """“12 dates and 1 post”"""
    counts = {}
    for row in rows:
        counts[row._meta.label_lower] = counts.get(row._meta.label_lower, 0) + 1
    return get_text_list([THINGS[label] % {"count": count} for label, count in sorted(counts.items())], _("and"))
