"""Which dates, and with which facts: the words that views, feeds and the admin ask with."""

from datetime import datetime, time, timedelta

from django.db import connections, models, transaction
from django.db.models import Case, DurationField, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from theatre_site import moments
from theatre_site.calendars import KEPT_FOR
from theatre_site.languages import columns
from theatre_site.models import Theatre, Venue

from .audience import Audience
from .gap import Gap
from .production import Production
from .season import Season
from .slot import USUAL_RUNNING_TIME, WeeklySlot

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


def length():
    """How long a show lasts, with the usual time where nobody has said it."""
    minutes = Coalesce("running_time", "production__running_time", Value(USUAL_RUNNING_TIME))
    return ExpressionWrapper(minutes * Value(timedelta(minutes=1)), output_field=DurationField())


def start_of(day):
    return datetime.combine(day, time.min, timezone.get_current_timezone())


class PerformanceQuerySet(models.QuerySet):
    def public(self):
        """What visitors may see: a date whose play is not chosen yet, or is published."""
        return self.filter(Q(production=None) | Production.published_condition("production__")).with_facts()

    def with_facts(self):
        """With what a date takes over from its production, its slot and the theatre, for a row in any list."""
        return (
            self.with_end()
            .annotate(
                for_audience=Coalesce(
                    NullIf("audience", Value("")), "production__audience", "slot__audience", Value(Audience.ADULTS)
                ),
            )
            .annotate(lowest_price=price("min"), highest_price=price("max"))
            .select_related("production", "venue", "instead_of", "programme_item__edition")
            .defer(*(f"production__{name}" for name in columns("description", "lead", "content_note")))
            .defer(*(f"venue__{name}" for name in columns("directions", "access")))
            .defer(*(f"instead_of__{name}" for name in columns("description", "lead", "content_note")))
            .order_by("starts_at", "pk")
        )

    def with_end(self):
        return self.annotate(ends_at=ExpressionWrapper(F("starts_at") + length(), output_field=models.DateTimeField()))

    def with_house(self):
        """The number of the house it is played in; 0 where the theatre has named none as its own."""
        return self.annotate(house=Coalesce(in_own_house_or("venue"), Value(0)))

    def upcoming(self):
        """Public and not yet over: a show stays until its end, not its start (A3). Soonest first."""
        return self.public().not_over()

    def not_over(self):
        return self.filter(starts_at__gt=moments.now(before=LONGEST_SHOW), ends_at__gt=moments.now())

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

    def standing_between(self, first, end):
        """What begins between these two moments, and what was to begin and has been moved away."""
        moved = Q(state=self.model.State.RESCHEDULED, moved_from__gte=first, moved_from__lt=end)
        return self.filter(Q(starts_at__gte=first, starts_at__lt=end) | moved)

    # One house plays one thing at a time (E11)

    def lock_timetable(self):
        """Until the end of the transaction, nobody else who asks for it changes when and where something is played."""
        with connections[self.db].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('repertoire.timetable'))")

    def occupying(self, begins, ends):
        """What takes place at some moment between these two, with its house and its end."""
        return (
            self.taking_place()
            .with_end()
            .with_house()
            .filter(starts_at__gt=begins - LONGEST_SHOW, starts_at__lt=ends, ends_at__gt=begins)
        )

    def in_the_way_of(self, performance):
        """What is played in the same house at the same time, the first first; nothing if it does not take place."""
        if performance.is_off:
            return self.none()
        house = Coalesce(in_own_house_or(Value(performance.venue_id, models.BigIntegerField())), Value(0))
        found = self.occupying(performance.starts_at, performance.ends_about).filter(house=house)
        return found.exclude(pk=performance.pk).select_related("production", "venue").order_by("starts_at", "pk")

    # The weekly rhythm

    def free_hours(self, first_day, last_day):
        """[(slot, day), …]: hours of the rhythm on these days, not yet begun, that have no date.

        A slot has one date a day, wherever that was moved; and where somebody has entered a show for the same hour
        and house by hand, or one that goes on then, that is the date.
        """
        begins, ends = start_of(first_day), start_of(last_day + timedelta(days=2))
        made = set(
            self.filter(slot__isnull=False, slot_day__range=(first_day, last_day)).values_list("slot", "slot_day")
        )
        entered = self.with_house().filter(starts_at__gte=begins, starts_at__lt=ends)
        taken = set(entered.values_list("starts_at", "house"))
        played = list(self.occupying(begins, ends).values_list("house", "starts_at", "ends_at"))
        slots = WeeklySlot.objects.annotate(house=Coalesce(in_own_house_or("venue"), Value(0))).select_related("venue")
        seasons = Season.objects.not_over(first_day)
        return [
            (slot, day)
            for slot in slots
            for day in slot.dates(first_day, last_day, seasons=seasons)
            if (slot.pk, day) not in made
            and (slot.starts_at(day), slot.house) not in taken
            and not any(slot.overlaps(day, begin, end) for house, begin, end in played if house == slot.house)
        ]

    def make_from_slots(self, weeks=None):
        """Makes the dates of the weekly rhythm some weeks ahead; what is there already stays as it is.

        Returns how many dates are new. Running it twice makes nothing twice.
        """
        weeks = weeks or (Theatre.objects.first() or Theatre()).weeks_ahead
        today = timezone.localdate()
        until = today + timedelta(weeks=weeks)
        with transaction.atomic(using=self.db):
            self.lock_timetable()
            left_out = set(Gap.objects.filter(day__range=(today, until)).values_list("slot", "day"))
            new = [
                self.model.of_slot(slot, day)
                for slot, day in self.free_hours(today, until)
                if not left_out & {(slot.pk, day), (None, day)}
            ]
            return len(self.bulk_create(new, ignore_conflicts=True))
