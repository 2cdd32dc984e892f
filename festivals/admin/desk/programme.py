"""The programme by day, venue and hour, to be changed and saved as a whole; and the button that confirms it."""

from itertools import groupby
from typing import NamedTuple

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festivals.clashes import Timetable
from festivals.models import ProgrammeItem
from theatre_site.models import Venue

from .hours import FirstHourForm, HourForm
from .rights import needs
from .telling import tell


class Cell(NamedTuple):
    item: ProgrammeItem
    form: HourForm | None  # none for a date of what's on, which is moved there
    warnings: list


class Grid:
    def __init__(self, edition, data=None):
        self.edition = edition
        self.venues = list(Venue.objects.all())
        home = next((venue for venue in self.venues if venue.is_home), None)
        participants = list(edition.participants.select_related("company"))
        self.timetable = Timetable(edition, list(edition.programme.in_order()), participants, home)
        self.clashes = self.timetable.clashes()
        self.forms = [self.form(HourForm, data, item=item) for item in self.timetable.items if not item.performance]
        self.waiting = [self.form(FirstHourForm, data, participant=each) for each in self.timetable.waiting()]

    def form(self, form_class, data, **thing):
        form = form_class(None, venues=self.venues, days=self.first_and_last_day, **thing)
        if data is None or not form.was_shown_in(data):
            return form
        return form_class(data, venues=self.venues, days=self.first_and_last_day, **thing)

    @property
    def first_and_last_day(self):
        edition = self.edition
        return {"min": f"{edition.starts_on}", "max": f"{edition.ends_on}"} if edition.starts_on else {}

    @property
    def sent(self):
        return [form for form in [*self.forms, *self.waiting] if form.is_bound]

    def is_valid(self):
        """Asks every form: all mistakes are shown at once."""
        return not [form for form in self.sent if not form.is_valid()]

    def save(self):
        """How many items were changed or made."""
        with transaction.atomic():
            return sum(form.save(self.edition) for form in self.sent)

    @property
    def days(self):
        """[(day, venues, [(moment, [cells of each venue]), …]), …]"""
        forms = {form.item.pk: form for form in self.forms}
        for day, items in groupby(self.timetable.items, lambda item: item.day):
            cells = [Cell(item, forms.get(item.pk), self.warnings_of(item)) for item in items]
            venues = self.venues_of(cells)
            yield day, venues, list(self.rows(cells, venues))

    def venues_of(self, cells):
        used = {self.timetable.place_of(cell.item) for cell in cells}
        return [venue for venue in [*self.venues, None] if venue in used]

    def rows(self, cells, venues):
        for moment, at_once in groupby(cells, lambda cell: cell.item.moment):
            at_once = list(at_once)
            yield (
                moment,
                [(venue, [c for c in at_once if self.timetable.place_of(c.item) == venue]) for venue in venues],
            )

    def warnings_of(self, item):
        return [clash.words for clash in self.clashes if item in clash.items]


@needs("change_edition", "view_programmeitem", "add_programmeitem", "change_programmeitem")
def programme(admin, request, edition):
    grid = Grid(edition, request.POST if request.method == "POST" else None)
    if request.method == "POST" and grid.is_valid():
        return save(admin, request, edition, grid)
    return admin.show_page_of(
        request,
        edition,
        "programme",
        title=_("Programme of %(edition)s") % {"edition": edition.name},
        grid=grid,
        may_confirm=request.user.has_perms(confirm.rights),
        status=400 if request.method == "POST" else 200,
    )


def save(admin, request, edition, grid):
    count = grid.save()
    words = ngettext("%(count)d item was changed.", "%(count)d items were changed.", count) % {"count": count}
    tell(admin, request, edition, _("programme"), words if count else "")
    return redirect("admin:festivals_edition_programme", edition.pk)


@needs("change_edition", "publish_edition")
def confirm(admin, request, edition):
    """From now on the programme counts, or is preliminary again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    with transaction.atomic():
        edition.programme_confirmed = request.POST.get("confirmed") == "1"
        edition.save(update_fields=["programme_confirmed", "updated_at"])
        edition.programme.forget_moves()
    admin.log_change(request, edition, [{"changed": {"fields": ["programme_confirmed"]}}])
    final, not_yet = _("The programme is confirmed."), _("The programme is preliminary again.")
    messages.success(request, final if edition.programme_confirmed else not_yet)
    return redirect("admin:festivals_edition_programme", edition.pk)
