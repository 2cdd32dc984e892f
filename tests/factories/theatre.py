"""The theatre itself."""

from datetime import time

from theatre_site.models import (
    Banner,
    Concession,
    HoursException,
    Notice,
    OpeningHours,
    Page,
    Partner,
    SocialLink,
    TextPicture,
    Theatre,
    Venue,
)

from .files import picture
from .moments import SATURDAY, days_from_now, next_day
from .numbers import numbers
from .publication import published


def create_theatre(**fields):
    return Theatre.objects.create(
        **{
            "name_ru": "Театр юного зрителя",
            "name_uk": "Театр юного глядача",
            "short_name_ru": "ТЮЗ",
            "short_name_uk": "ТЮГ",
            "town_ru": "Северодонецк",
            "town_uk": "Сєвєродонецьк",
            "phones": "6-46-01, 6-46-51",
            "dialling_prefix": "+38 06452",
            "adults_price_min": 50,
            "adults_price_max": 80,
            "children_price_min": 30,
            "children_price_max": 50,
            **fields,
        }
    )


def create_opening_hours(**fields):
    return OpeningHours.objects.create(**{"weekday": SATURDAY, "opens": time(9), "closes": time(15), **fields})


def create_hours_exception(**fields):
    day = next_day(SATURDAY)
    return HoursException.objects.create(**{"first_day": day, "last_day": day, "is_closed": True, **fields})


def create_social_link(**fields):
    return SocialLink.objects.create(**{"name": "Facebook", "url": "https://facebook.example/tuz", **fields})


def create_concession(**fields):
    return Concession.objects.create(
        **{
            "who_ru": "Многодетные семьи",
            "who_uk": "Багатодітні сім’ї",
            "discount_ru": "половина цены",
            "discount_uk": "половина ціни",
            **fields,
        }
    )


def create_notice(**fields):
    return Notice.objects.create(
        **{
            "text_ru": "Касса переехала",
            "text_uk": "Каса переїхала",
            "starts_at": days_from_now(-1),
            **fields,
        }
    )


def create_banner(**fields):
    return Banner.objects.create(
        **{**published(), "title_ru": "Новый сезон", "title_uk": "Новий сезон", "link": "/ru/afisha/", **fields}
    )


def create_page(**fields):
    return Page.objects.create(
        **{
            **published(),
            "title_ru": "Как прийти в театр",
            "title_uk": "Як прийти до театру",
            "slug": f"page-{next(numbers)}",
            **fields,
        }
    )


def create_partner(**fields):
    return Partner.objects.create(
        **{"name_ru": "Детский мир", "name_uk": "Дитячий світ", "url": "https://partner.example/", **fields}
    )


def create_venue(**fields):
    return Venue.objects.create(
        **{
            "name_ru": "Дворец культуры",
            "name_uk": "Палац культури",
            "address_ru": "улица Театральная, 1",
            "address_uk": "вулиця Театральна, 1",
            **fields,
        }
    )


def create_text_picture(**fields):
    return TextPicture.objects.create(**{"image": picture(size=(1600, 900)), **fields})
