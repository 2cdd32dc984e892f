"""Plays and their dates."""

from datetime import time, timedelta

from django.utils import timezone

from repertoire.models import (
    Credit,
    Gap,
    Performance,
    Person,
    Production,
    ProductionPhoto,
    ProductionVideo,
    Season,
    WeeklySlot,
)

from .files import photo, video
from .moments import SATURDAY, next_day, next_saturday
from .numbers import numbers
from .publication import published


def create_person(**fields):
    return Person.objects.create(
        **{
            **published(),
            "name_ru": "Анна Петренко",
            "name_uk": "Ганна Петренко",
            "slug": f"person-{next(numbers)}",
            **fields,
        }
    )


def create_production(**fields):
    return Production.objects.create(
        **{
            **published(),
            "title_ru": "Ревизор",
            "title_uk": "Ревізор",
            "slug": f"production-{next(numbers)}",
            "audience": "adults",
            "running_time": 100,
            **fields,
        }
    )


def create_credit(**fields):
    return Credit.objects.create(
        **{
            "production": fields.get("production") or create_production(),
            "person": fields.get("person") or create_person(),
            "role_ru": "режиссёр",
            "role_uk": "режисер",
            **fields,
        }
    )


def create_production_photo(**fields):
    production = fields.get("production") or create_production()
    return ProductionPhoto.objects.create(**{**photo(), "production": production, **fields})


def create_production_video(**fields):
    production = fields.get("production") or create_production()
    return ProductionVideo.objects.create(**{**video(), "production": production, **fields})


def create_performance(**fields):
    """Next Saturday at 15:00, unless said otherwise. `production=None` is a play to be announced."""
    if "production" not in fields:
        fields["production"] = create_production()
    return Performance.objects.create(**{"starts_at": next_saturday(), **fields})


def create_season(**fields):
    """From half a year ago to half a year ahead: every date of a test is in it."""
    today = timezone.localdate()
    half_a_year = timedelta(days=183)
    return Season.objects.create(
        **{"number": next(numbers), "starts_on": today - half_a_year, "ends_on": today + half_a_year, **fields}
    )


def create_slot(**fields):
    """Saturdays at 15:00 for adults."""
    return WeeklySlot.objects.create(
        **{
            "weekday": SATURDAY,
            "time": time(15),
            "audience": "adults",
            "first_day": timezone.localdate() - timedelta(days=30),
            **fields,
        }
    )


def create_gap(**fields):
    return Gap.objects.create(**{"day": next_day(SATURDAY), **fields})
