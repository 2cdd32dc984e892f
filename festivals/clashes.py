"""What does not fit together in a programme, in words. Warns and forbids nothing: the organiser knows more than we."""

from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from theatre_site.models import Venue

from .models import Participant


class Clash(NamedTuple):
    words: str
    items: tuple = ()
    participant: Participant | None = None


class Timetable:
    """The items of an edition, in order, and its participants; `home` is where dates of what's on are played."""

    def __init__(self, edition, items, participants, home):
        self.edition, self.items, self.participants, self.home = edition, items, participants, home

    @classmethod
    def of(cls, edition):
        participants = edition.participants.select_related("company")
        return cls(edition, list(edition.programme.in_order()), list(participants), Venue.objects.home())

    def clashes(self):
        return [
            *(clash for item in self.items for clash in self.of_one(item)),
            *(clash for earlier, later in combinations(self.on_stage(), 2) for clash in self.of_two(earlier, later)),
            *self.without_an_hour(),
        ]

    def on_stage(self):
        """Without the dates that are cancelled or moved."""
        return [item for item in self.items if not (item.performance and item.performance.is_off)]

    def place_of(self, item):
        return item.place or (self.home if item.performance else None)

    def of_one(self, item):
        edition = self.edition
        if edition.starts_on and not edition.starts_on <= item.day <= edition.ends_on:
            days = {"name": item.name, "first": day(edition.starts_on), "last": day(edition.ends_on)}
            yield Clash(
                _("“%(name)s” is outside the festival, which lasts from %(first)s to %(last)s.") % days, (item,)
            )
        if item.participant and not item.participant.is_public:
            words = _("“%(name)s” is in the programme, but visitors do not see it; its participant: %(state)s.")
            state = {"name": item.name, "state": item.participant.get_state_display()}
            yield Clash(words % state, (item,))

    def of_two(self, earlier, later):
        if overlap(earlier, later):
            if self.share_a_stage(earlier, later):
                words = _("Two at once on the stage “%(place)s”: %(both)s.")
                yield Clash(words % {"place": self.place_of(later), "both": both(earlier, later)}, (earlier, later))
            if company_of(earlier) and company_of(earlier) == company_of(later):
                words = _("The company “%(company)s” plays twice at once: %(both)s.")
                names = {"company": later.participant.company.name, "both": both(earlier, later)}
                yield Clash(words % names, (earlier, later))
        elif self.share_a_stage(earlier, later) and self.is_too_close(earlier, later):
            minutes = {"minutes": int((later.moment - earlier.ends_at).total_seconds() // 60)}
            words = _("%(minutes)d minutes to change the set on the stage “%(place)s”: %(both)s.")
            place = {"place": self.place_of(later), "both": both(earlier, later)}
            yield Clash(words % {**minutes, **place}, (earlier, later))

    def share_a_stage(self, one, other):
        return self.place_of(one) is not None and self.place_of(one) == self.place_of(other)

    def is_too_close(self, earlier, later):
        if not (earlier.is_show and later.is_show and earlier.ends_at):
            return False
        return later.moment - earlier.ends_at < timedelta(minutes=self.edition.set_change)

    def without_an_hour(self):
        for participant in self.waiting():
            words = _("“%(name)s” (%(company)s) has no hour yet.")
            names = {"name": participant.show, "company": participant.company.name}
            yield Clash(words % names, participant=participant)

    def waiting(self):
        """Who comes and has no place in the programme."""
        placed = {item.participant_id for item in self.items}
        return [each for each in self.participants if each.is_public and each.pk not in placed]


def overlap(earlier, later):
    """In the order of their moments. What lasts nobody knows how long takes its first minute only."""
    return later.moment < (earlier.ends_at or earlier.moment + timedelta(minutes=1))


def company_of(item):
    return item.participant.company_id if item.participant else None


def both(earlier, later):
    """“Kolobok” (4 October, 12:00) and “Maugli” (4 October, 12:30)"""
    return _("%(one)s and %(other)s") % {"one": named(earlier), "other": named(later)}


def named(item):
    return f"«{item.name}» ({day(localtime(item.moment), hour=True)})"


def day(moment, *, hour=False):
    return date_format(moment, "j E, G:i" if hour else "j E")
