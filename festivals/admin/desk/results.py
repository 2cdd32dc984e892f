"""The results in one grid: every nomination with its laureates, and the prizes that were added; saved as a whole."""

from itertools import count

from django.db import transaction
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from festivals.models import Award, Nomination
from theatre_site.models import Partner

from .awards import AwardForm, PrizeForm
from .rights import needs
from .rows import fingerprint
from .telling import tell

ALREADY_THERE = gettext_lazy("It is in the list already: perhaps “Save” was pressed twice.")
CONTRADICTION = gettext_lazy("“Not awarded” stands beside a laureate: remove one of the two.")
RIGHTS = [f"{action}_{model}" for model in ("nomination", "award") for action in ("add", "change", "delete")]


class Prize:
    """A nomination with a row for each laureate, and an empty one."""

    def __init__(self, grid, nomination, data, *, form=None, key=None):
        self.grid, self.nomination, self.form, self.data = grid, nomination, form, data
        self.key = key or f"new-{nomination.pk}"
        self.rows = [*(self.row(award, f"award-{award.pk}") for award in self.awards), *self.new_rows()]

    @property
    def awards(self):
        return self.nomination.awards.all() if self.nomination.pk else []

    def row(self, award, prefix):
        def form(data):
            award.nomination = self.nomination
            return AwardForm(data, award=award, participants=self.grid.participants, prefix=prefix)

        empty = form(None)
        return form(self.data) if self.data is not None and empty.was_shown_in(self.data) else empty

    def new_rows(self):
        """As many as were sent, and one at least."""
        for number in count():
            row = self.row(Award(), f"{self.key}-{number}")
            if number and not row.is_bound:
                return
            yield row

    @property
    def sent(self):
        return [row for row in self.rows if row.is_bound]

    def is_valid(self):
        forms = [*filter(None, [self.form]), *self.rows]
        wrong = [form for form in forms if form.is_bound and not form.is_valid()]
        return not wrong and self.agrees_with_itself() and self.has_a_name() and self.is_said_once()

    def agrees_with_itself(self):
        said = [row for row in self.sent if row.says_something]
        not_awarded = [row for row in said if row.is_not_awarded]
        if not_awarded and len(said) > 1:
            not_awarded[0].add_error(None, CONTRADICTION)
        return not (not_awarded and len(said) > 1)

    def has_a_name(self):
        """A prize that was added has one; without anything in it it is none."""
        if self.form is None or not self.form.is_bound or self.title or not self.is_begun:
            return True
        self.form.add_error("title_ru", _("Name the prize."))
        return False

    def is_said_once(self):
        """The same form sent twice makes neither a second prize nor a second laureate."""
        there = {row.now for row in self.rows if row.award.pk}
        again = [row for row in self.sent if not row.award.pk and row.says_something]
        again = [row for row in again if fingerprint(row.wanted) in there]
        if self.form is not None and self.form.is_bound and self.grid.has_prize(self.form.cleaned_data):
            again.append(self.form)
        for form in again:
            form.add_error(None, ALREADY_THERE)
        return not again

    @property
    def title(self):
        return any(value for name, value in self.form.cleaned_data.items() if name.startswith("title"))

    @property
    def is_begun(self):
        return any(self.form.cleaned_data.values()) or any(row.says_something for row in self.sent)

    def save(self, order):
        """How many rows were written."""
        if self.form is not None:
            if not self.form.is_bound or not self.title:
                return 0
            self.nomination = self.form.make(self.grid.edition, order)
            for row in self.sent:
                row.award.nomination = self.nomination
            return 1 + sum(row.save(number) for number, row in enumerate(self.sent))
        return sum(row.save(number) for number, row in enumerate(self.sent))


class Grid:
    def __init__(self, edition, data=None):
        self.edition, self.data = edition, data
        nominations = edition.nominations.select_related("presented_by", "edition")
        self.nominations = list(nominations.prefetch_related("awards__participant__company"))
        self.partners = list(Partner.objects.all())
        self.participants = list(self.who_can_win())
        self.prizes = [Prize(self, nomination, data) for nomination in self.nominations]
        self.added = list(self.added_prizes())

    def who_can_win(self):
        """Who came, and whoever has an award already."""
        awards = [award for nomination in self.nominations for award in nomination.awards.all()]
        awarded = {award.participant_id for award in awards}
        for participant in self.edition.participants.select_related("company"):
            if participant.is_public or participant.pk in awarded:
                yield participant

    def added_prizes(self):
        for number in count():
            prize = self.added_prize(f"prize-{number}", self.data)
            if number and not prize.form.is_bound:
                return
            yield prize

    def added_prize(self, prefix, data):
        was_shown = data is not None and f"{prefix}-presented_by" in data
        form = PrizeForm(data if was_shown else None, partners=self.partners, prefix=prefix)
        return Prize(self, Nomination(edition=self.edition), data, form=form, key=f"{prefix}-award")

    def has_prize(self, said):
        return any(all(getattr(each, name) == value for name, value in said.items()) for each in self.nominations)

    @cached_property
    def blank_row(self):
        """For the script that adds rows."""
        return AwardForm(None, award=Award(), participants=self.participants, prefix="__prefix__")

    @cached_property
    def blank_prize(self):
        return self.added_prize("__prefix__", None)

    def is_valid(self):
        """Asks every prize: all mistakes are shown at once."""
        return not [prize for prize in [*self.prizes, *self.added] if not prize.is_valid()]

    def save(self):
        """How many rows were written."""
        last = max((nomination.order for nomination in self.nominations), default=0)
        with transaction.atomic():
            written = sum(prize.save(order=None) for prize in self.prizes)
            return written + sum(prize.save(last + 1 + number) for number, prize in enumerate(self.added))


@needs("change_edition", *RIGHTS)
def results(admin, request, edition):
    grid = Grid(edition, request.POST if request.method == "POST" else None)
    if request.method == "POST" and grid.is_valid():
        return save(admin, request, edition, grid)
    return admin.show_page_of(
        request,
        edition,
        "results",
        title=_("Results of %(edition)s") % {"edition": edition.name},
        grid=grid,
        status=400 if request.method == "POST" else 200,
    )


def save(admin, request, edition, grid):
    written = grid.save()
    words = ngettext("%(count)d row was saved.", "%(count)d rows were saved.", written) % {"count": written}
    tell(admin, request, edition, _("results"), words if written else "")
    return redirect("admin:festivals_edition_results", edition.pk)
