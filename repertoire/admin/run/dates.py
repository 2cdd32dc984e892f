"""The dates that a run would have, each with what speaks against it."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from repertoire.models import Gap, Performance, Season
from repertoire.models.performance_queryset import LONGEST_SHOW
from repertoire.models.stage import said_of
from theatre_site.models import HoursException, Venue


@dataclass
class RunDate:
    """`performance` is new, or a date of the rhythm that has waited for its play. `doubts` untick it, `refusal`
    forbids it."""

    performance: Performance
    doubts: list = field(default_factory=list)
    refusal: str = ""
    is_chosen: bool = True

    @property
    def key(self):
        return timezone.localtime(self.performance.starts_at).strftime("%Y-%m-%dT%H:%M")

    @property
    def is_filled(self):
        return self.performance.pk is not None


class Run:
    """What `form` asks for. Costs the same for one date and for a hundred."""

    def __init__(self, form):
        self.said = form.cleaned_data
        self.moments = form.moments
        home = Venue.objects.home()
        self.home = home.pk if home else 0
        self.first_day, self.last_day = self.said["first_day"], self.said["last_day"]

    def dates(self):
        if not self.moments:
            return []
        self.read()
        return [self.date(*each) for each in self.moments]

    def read(self):
        """Everything that may speak against a date."""
        days = self.first_day, self.last_day
        before, after = self.moments[0][0], self.moments[-1][0]

        self.played = list(
            Performance.objects.occupying(before, after + LONGEST_SHOW).select_related("production", "venue")
        )
        made = Performance.objects.filter(slot__isnull=False, slot_day__range=days)
        self.made = set(made.values_list("slot", "slot_day"))
        self.gaps = list(Gap.objects.filter(day__range=days))
        self.closed = list(HoursException.objects.filter(is_closed=True, first_day__lte=days[1], last_day__gte=days[0]))
        self.seasons = list(Season.objects.filter(starts_on__lte=days[1], ends_on__gte=days[0]))
        self.knows_seasons = Season.objects.exists()

    def date(self, moment, slot, day):
        performance = self.performance(moment, slot, day)
        others = [other for other in self.played if self.is_in_the_way(other, performance)]
        waiting = [other for other in others if other.is_to_be_announced and other.starts_at == moment]
        if waiting and len(others) == 1:
            [performance] = waiting
            performance.production = self.said["production"]
            others = []
        doubts = [] if performance.pk else self.doubts(slot, day)
        refusal = str(said_of(others[0])) if others else ""
        return RunDate(performance, doubts, refusal, is_chosen=not doubts and not refusal)

    def performance(self, moment, slot, day):
        venue = self.said["venue"] or (slot.venue if slot else None)
        performance = Performance(production=self.said["production"], starts_at=moment, venue=venue)
        if slot and (slot.pk, day) not in self.made:
            performance.slot, performance.slot_day = slot, day
        return performance

    def is_in_the_way(self, other, performance):
        return (
            other.house == (performance.venue_id or self.home)
            and other.starts_at < performance.ends_about
            and performance.starts_at < other.ends_at
        )

    def doubts(self, slot, day):
        """Nothing forbids it; but is it meant?"""
        found = []
        for gap in self.gaps:
            if gap.day == day and (gap.slot_id is None or slot and gap.slot_id == slot.pk):
                found.append(_("announced as a day without a performance") + (f": {gap.reason}" if gap.reason else ""))
        for closed in self.closed:
            if closed.first_day <= day <= closed.last_day:
                found.append(_("the box office is closed that day"))
        if self.knows_seasons and not any(season.has(day) for season in self.seasons):
            found.append(_("outside the season"))
        return found
