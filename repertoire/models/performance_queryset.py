"""Which dates, and with which facts: the words that views, feeds and the admin ask with."""

from datetime import datetime, time, timedelta
from operator import attrgetter

from django.db import models
from django.db.models import Case, DurationField, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from theatre_site.calendars import KEPT_FOR
from theatre_site.languages import columns
from theatre_site.models import Theatre, Venue

from .audience import Audience
from .gap import Gap
from .production import Production
from .season import Season
from .slot import WeeklySlot

# How long a show lasts, in minutes, when nobody has said so: it leaves what's on after that.
USUAL_RUNNING_TIME = 120
LONGEST_SHOW = timedelta(hours=12)


def default_price(which):
    """The theatre's default price, "min" or "max", for the audience of the row."""
    theatre = Theatre.objects.order_by()
    return Case(
        When(for_audience=Audience.CHILDREN, then=Subquery(theatre.values(f"children_price_{which}")[:1])),
        When(for_audience=Audience.ADULTS, then=Subquery(theatre.values(f"adults_price_{which}")[:1])),
    )


def price(which):
    """Prices: the date's own, else its production's, else its slot's, else the theatre's default for that audience."""
    name = f"price_{which}"
    return Coalesce(name, f"production__{name}", f"slot__{name}", default_price(which))


def in_own_house_or(venue):
    """The number of the venue; of the theatre's own house where none is named."""
    return Coalesce(venue, Subquery(Venue.objects.filter(is_home=True).values("pk")[:1]))


def start_of(day):
    return datetime.combine(day, time.min, timezone.get_current_timezone())


class PerformanceQuerySet(models.QuerySet):
    def public(self):
        """What visitors may see: a date whose play is not chosen yet, or is published."""
        return self.filter(Q(production=None) | Production.published_condition("production__")).with_facts()

    def with_facts(self):
        """With what a date takes over from its production, its slot and the theatre, for a row in any list."""
        minutes = Coalesce("running_time", "production__running_time", Value(USUAL_RUNNING_TIME))
        length = ExpressionWrapper(minutes * Value(timedelta(minutes=1)), output_field=DurationField())
        return (
            self.annotate(
                for_audience=Coalesce(
                    NullIf("audience", Value("")), "production__audience", "slot__audience", Value(Audience.ADULTS)
                ),
                ends_at=ExpressionWrapper(F("starts_at") + length, output_field=models.DateTimeField()),
            )
            .annotate(lowest_price=price("min"), highest_price=price("max"))
            .select_related("production", "venue", "instead_of", "programme_item__edition")
            .defer(*(f"production__{name}" for name in columns("description", "lead", "content_note")))
            .defer(*(f"venue__{name}" for name in columns("directions", "access")))
            .defer(*(f"instead_of__{name}" for name in columns("description", "lead", "content_note")))
            .order_by("starts_at", "pk")
        )

    def upcoming(self):
        """Public and not yet over: a show stays until its end, not its start (A3). Soonest first."""
        return self.public().not_over()

    def not_over(self):
        now = timezone.now()
        return self.filter(starts_at__gt=now - LONGEST_SHOW, ends_at__gt=now)

    def past(self):
        """Public and over, the latest first, with the number of the season or None (A21)."""
        seasons = Season.objects.filter(
            starts_on__lte=OuterRef("starts_at__date"), ends_on__gte=OuterRef("starts_at__date")
        )
        return (
            self.public()
            .filter(ends_at__lte=timezone.now())
            .annotate(season_number=Subquery(seasons.values("number")[:1]))
            .order_by("-starts_at", "-pk")
        )

    def in_calendars(self):
        """Public, coming or not long over: what people's telephones have of us."""
        return self.public().filter(starts_at__gte=timezone.now() - KEPT_FOR)

    def taking_place(self):
        """Neither cancelled nor waiting for a new date."""
        return self.exclude(state__in=[self.model.State.CANCELLED, self.model.State.POSTPONED])

    def for_audience(self, audience):
        return self.filter(for_audience=audience)

    def of_or_instead_of(self, production):
        """Its dates, and those that were announced for it and are played with another play."""
        off = self.model.State.CANCELLED, self.model.State.POSTPONED
        return self.filter(Q(production=production) | Q(Q(instead_of=production), ~Q(state__in=off)))

    def of_the_same_play(self, performance):
        """Its other dates; none for a guest show or a play to be announced."""
        return self.filter(production__isnull=False, production=performance.production_id).exclude(pk=performance.pk)

    def between(self, first_day, last_day):
        """That begin on these days, the last one included, as the clocks of the theatre have it."""
        return self.filter(starts_at__gte=start_of(first_day), starts_at__lt=start_of(last_day + timedelta(days=1)))

    def on_calendar(self, first_day, last_day):
        """A list of what stands on these days: what begins on one of them, and what was to be on one of them and has
        been moved away (A11)."""
        first, end = start_of(first_day), start_of(last_day + timedelta(days=1))
        moved = self.model.State.RESCHEDULED
        found = self.filter(
            Q(starts_at__gte=first, starts_at__lt=end) | Q(state=moved, moved_from__gte=first, moved_from__lt=end)
        )
        old_dates = [shown.at_its_old_date() for shown in found if shown.state == moved]
        return sorted(
            (shown for shown in [*found, *old_dates] if first <= shown.starts_at < end), key=attrgetter("starts_at")
        )

    def make_from_slots(self, weeks=None):
        """Makes the dates of the weekly rhythm some weeks ahead; what is there already stays as it is.

        Returns how many dates are new. Running it twice makes nothing twice: a slot has one date a day, and where
        somebody has entered a show for the same hour and house by hand, that is the date.
        """
        weeks = weeks or (Theatre.objects.first() or Theatre()).weeks_ahead
        until = timezone.localdate() + timedelta(weeks=weeks)
        made = set(self.filter(slot__isnull=False).values_list("slot", "slot_day"))
        entered = set(self.filter(starts_at__gt=timezone.now()).values_list("starts_at", in_own_house_or("venue")))
        new = [
            self.model(slot=slot, slot_day=day, starts_at=slot.starts_at(day), venue=slot.venue)
            for slot in WeeklySlot.objects.annotate(house=in_own_house_or("venue")).select_related("venue")
            for day in slot.dates(until, left_out=set(Gap.objects.of(slot).values_list("day", flat=True)))
            if (slot.pk, day) not in made and (slot.starts_at(day), slot.house) not in entered
        ]
        return len(self.bulk_create(new, ignore_conflicts=True))
