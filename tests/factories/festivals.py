"""Editions, with what belongs to them."""

from datetime import date, datetime, time
from itertools import count

from django.utils import timezone

from festivals.models import (
    Award,
    Company,
    Document,
    Edition,
    EditionPartner,
    EditionPhoto,
    EditionVideo,
    JuryMember,
    Nomination,
    Participant,
    ProgrammeItem,
)

from .files import photo, video
from .numbers import numbers
from .publication import published
from .theatre import create_partner


def create_edition(**fields):
    """A festival of three October days, in a year and with a number of its own."""
    year = fields.get("year") or free_in_editions("year", first=2001)
    return Edition.objects.create(
        **{
            **published(),
            "year": year,
            "number": fields.get("number") or free_in_editions("number", first=1),
            "name_ru": f"ТЮЗ-{year}",
            "name_uk": f"ТЮГ-{year}",
            "starts_on": date(year, 10, 3),
            "ends_on": date(year, 10, 5),
            **fields,
        }
    )


def free_in_editions(field, *, first):
    taken = set(Edition.objects.values_list(field, flat=True))
    return next(number for number in count(first) if number not in taken)


def create_document(**fields):
    """The regulations, unless said otherwise."""
    return Document.objects.create(
        **{
            "edition": fields.get("edition") or create_edition(),
            "kind": Document.Kind.REGULATIONS,
            "title_ru": "Положение о фестивале",
            "title_uk": "Положення про фестиваль",
            "body_ru": "<p>Приглашаются театры.</p>",
            "body_uk": "<p>Запрошуються театри.</p>",
            **fields,
        }
    )


def create_jury_member(**fields):
    return JuryMember.objects.create(
        **{
            "edition": fields.get("edition") or create_edition(),
            "name_ru": "Олег Коваль",
            "name_uk": "Олег Коваль",
            **fields,
        }
    )


def create_edition_partner(**fields):
    return EditionPartner.objects.create(
        **{
            "edition": fields.get("edition") or create_edition(),
            "partner": fields.get("partner") or create_partner(),
            **fields,
        }
    )


def create_edition_photo(**fields):
    edition = fields.get("edition") or create_edition()
    return EditionPhoto.objects.create(**{**photo(), "edition": edition, **fields})


def create_edition_video(**fields):
    return EditionVideo.objects.create(**{**video(), "edition": fields.get("edition") or create_edition(), **fields})


def create_company(**fields):
    return Company.objects.create(
        **{"name_ru": "Маска", "name_uk": "Маска", "slug": f"company-{next(numbers)}", **fields}
    )


def create_participant(**fields):
    """Accepted, and so visible to the public."""
    return Participant.objects.create(
        **{
            "edition": fields.get("edition") or create_edition(),
            "company": fields.get("company") or create_company(),
            "state": Participant.State.ACCEPTED,
            "show_ru": "Колобок",
            "show_uk": "Колобок",
            **fields,
        }
    )


def create_programme_item(**fields):
    """The opening, on the first day at noon."""
    edition = fields.get("edition") or create_edition()
    first_day = edition.starts_on or date(edition.year, 10, 3)
    return ProgrammeItem.objects.create(
        **{
            "edition": edition,
            "kind": ProgrammeItem.Kind.OPENING,
            "title_ru": "Открытие",
            "title_uk": "Відкриття",
            "starts_at": datetime.combine(first_day, time(12), timezone.get_current_timezone()),
            **fields,
        }
    )


def create_nomination(**fields):
    return Nomination.objects.create(
        **{
            "edition": fields.get("edition") or create_edition(),
            "title_ru": "Лучшая режиссура",
            "title_uk": "Найкраща режисура",
            **fields,
        }
    )


def create_award(**fields):
    """To a participant of the nomination's edition, unless somebody else or nobody received it."""
    nomination = fields.get("nomination") or create_nomination()
    if not fields.keys() & {"participant", "person_ru", "person_uk"} and fields.get("degree") != "not_awarded":
        fields["participant"] = create_participant(edition=nomination.edition)
    return Award.objects.create(**{"nomination": nomination, **fields})
