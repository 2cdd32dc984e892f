"""The organiser's own pages about one edition, beside its form: the desk, the programme, the results, a new edition."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from festivals.models import Edition

from .copying import copy
from .overview import overview
from .programme import confirm, programme
from .results import results

PAGES = {"desk": overview, "programme": programme, "confirm": confirm, "results": results, "copy": copy}
TABS = [("desk", _("Desk")), ("programme", _("Programme")), ("results", _("Results"))]


def tabs_for(user, edition, open_page):
    """(address, label, is open), … of the pages that this user may open."""
    for word, label in TABS:
        if user.has_perms(PAGES[word].rights):
            yield reverse(f"admin:festivals_edition_{word}", args=[edition.pk]), label, word == open_page


def without_the_desk(user, names, way):
    """These fields; the one that leads to the desk only for those to whom it opens."""
    return list(names) if user.has_perms(overview.rights) else [name for name in names if name != way]


class EditionPages:
    """ModelAdmin of editions with these pages. Each view says in `rights` who may open it."""

    def get_urls(self):
        own = [self.own_page(f"<int:pk>/{word}/", partial(self.page, view=view), word) for word, view in PAGES.items()]
        return own + super().get_urls()

    def shortcuts(self, request):
        """For the start page: the desk of the newest festival."""
        if not request.user.has_perms(overview.rights):
            return []
        newest = Edition.objects.for_list().order_by("-year")[:1]
        return [(edition.name, self.url_of("desk", edition.pk)) for edition in newest]

    def get_list_display(self, request):
        return without_the_desk(request.user, super().get_list_display(request), "desk")

    def get_fieldsets(self, request, obj=None):
        """Whoever only looks at editions would be refused by their lists."""
        (first, options), *others = super().get_fieldsets(request, obj)
        fields = without_the_desk(request.user, options["fields"], "own_lists")
        return [(first, {**options, "fields": fields}), *others]

    def page(self, request, pk, view):
        if not request.user.has_perms(view.rights):
            raise PermissionDenied
        edition = get_object_or_404(Edition.objects.with_sections(), pk=pk)
        return view(self, request, edition)

    def show_page_of(self, request, edition, word, *, status=200, **context):
        context = {"edition": edition, "tabs": list(tabs_for(request.user, edition, word)), **context}
        return self.show_page(request, f"admin/festivals/edition/{word}.html", status=status, **context)
