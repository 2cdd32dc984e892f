"""A theatre with a long past: the sample site, and around it thousands of posts, plays and dates."""

from datetime import datetime, time, timedelta
from itertools import cycle, islice
from random import Random

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from festivals.models import Participant, ProgrammeItem
from repertoire.models import Performance, Production
from tests.factories import create_company, create_edition, published

from .posts import copy_posts, create_posts, some_words

ORIGINALS = 250  # posts that are written word by word; all others are copies of these, with other dates
YEARS_OF_NEWS = timedelta(days=3650)
PRODUCTIONS, STILL_PLAYED = 400, 40
PERFORMANCES, AHEAD = 4_000, 60
PROGRAMME_ITEMS = 60
FESTIVAL_YEAR, FESTIVAL_NUMBER = 2030, 30


def fill():
    """The sample site, the first posts and everything that is there in one number only."""
    call_command("load_sample", verbosity=0)
    chance = Random(1)
    create_posts(ORIGINALS, chance=chance)
    create_performances(create_productions(chance))
    create_festival(chance)


def grow_to(posts):
    """Copies the posts until there are so many."""
    copy_posts(posts // ORIGINALS - 1, over=YEARS_OF_NEWS)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def create_productions(chance):
    return Production.objects.bulk_create(
        Production(
            **published(),
            title_ru=" ".join(some_words(chance, 2)).capitalize(),
            title_uk=" ".join(some_words(chance, 2)).capitalize(),
            lead_ru=" ".join(some_words(chance, 12)),
            description_ru=f"<p>{' '.join(some_words(chance, 150))}</p>",
            slug=f"bench-{number}",
            audience=chance.choice(["adults", "children"]),
            running_time=90,
            premiere_on=timezone.localdate() - timedelta(days=30 * number + 200),
            is_archived=number >= STILL_PLAYED,
        )
        for number in range(PRODUCTIONS)
    )


def create_performances(productions):
    """One a day at noon, most of them over; those ahead are of plays that are still played."""
    played, noon = cycle(productions), datetime.combine(timezone.localdate(), time(12), timezone.get_current_timezone())
    past = [(next(played), noon - timedelta(days=day)) for day in range(1, PERFORMANCES - AHEAD + 1)]
    coming = [
        (play, noon + timedelta(days=day, hours=-4))
        for day, play in enumerate(islice(cycle(productions[:STILL_PLAYED]), AHEAD), 1)
    ]
    Performance.objects.bulk_create(
        [Performance(production=play, starts_at=moment) for play, moment in [*past, *coming]], batch_size=1000
    )


def create_festival(chance):
    edition = create_edition(year=FESTIVAL_YEAR, number=FESTIVAL_NUMBER)
    participants = Participant.objects.bulk_create(
        Participant(
            edition=edition,
            company=create_company(name_ru=" ".join(some_words(chance, 2)).capitalize()),
            state=Participant.State.ACCEPTED,
            show_ru=" ".join(some_words(chance, 3)).capitalize(),
            running_time=60,
        )
        for _ in range(PROGRAMME_ITEMS)
    )
    opens = datetime.combine(edition.starts_on, time(10), timezone.get_current_timezone())
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            edition=edition,
            participant=participant,
            starts_at=opens + timedelta(days=number // 20, minutes=30 * (number % 20)),
        )
        for number, participant in enumerate(participants)
    )
