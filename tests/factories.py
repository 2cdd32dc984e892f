"""Rows for tests. Each function hides everything that the test is not about; any field can be said by its name.

What the public may see is published and has been for a day; texts are there in both languages.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

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
from news.models import Attachment, Post, PostPhoto, PostVideo, Rubric
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

SATURDAY, SUNDAY = 6, 7
numbers = count(1)


# Days and moments


def days_from_now(days):
    """The moment so many days from now; before now if negative."""
    return timezone.now() + timedelta(days=days)


def moment(year, month, day, hour=0, minute=0):
    """As the clocks of the theatre have it."""
    return datetime(year, month, day, hour, minute, tzinfo=timezone.get_current_timezone())


def next_day(weekday):
    """The next Saturday, say: tomorrow at the earliest."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return tomorrow + timedelta(days=(weekday - tomorrow.isoweekday()) % 7)


def next_saturday(hour=15, minute=0):
    return datetime.combine(next_day(SATURDAY), time(hour, minute), timezone.get_current_timezone())


def next_sunday(hour=11, minute=0):
    return datetime.combine(next_day(SUNDAY), time(hour, minute), timezone.get_current_timezone())


# Files


def picture(name="photo.png", size=(60, 40), color="#8c1535", kind="PNG"):
    content = BytesIO()
    Image.new("RGB", size, color).save(content, kind)
    return SimpleUploadedFile(name, content.getvalue(), content_type=f"image/{kind.lower()}")


def pdf(name="document.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")


def photo():
    """Of a gallery."""
    return {"image": picture(), "alt_ru": "Сцена", "alt_uk": "Сцена"}


def video():
    return {"title_ru": "Открытие", "title_uk": "Відкриття", "url": "https://www.youtube.com/watch?v=abcdefghijk"}


# People at the desk


def create_editor(**fields):
    """Somebody who may do everything in the admin."""
    return get_user_model().objects.create_user(
        **{"username": f"editor-{next(numbers)}", "is_staff": True, "is_superuser": True, **fields}
    )


def create_member_of(*groups, **fields):
    """Somebody of the staff who has the rights of these groups and no others: create_member_of(staff.NEWS_EDITOR)."""
    user = create_editor(is_superuser=False, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


# The theatre


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


# News


def create_rubric(**fields):
    return Rubric.objects.create(
        **{"name_ru": "Новости", "name_uk": "Новини", "slug": f"rubric-{next(numbers)}", **fields}
    )


def create_post(*, productions=(), performances=(), editions=(), **fields):
    post = Post.objects.create(
        **{
            **published(),
            "title_ru": "Открылся сезон",
            "title_uk": "Відкрився сезон",
            "slug": f"post-{next(numbers)}",
            "lead_ru": "Зал был полон.",
            "lead_uk": "Зала була повна.",
            "rubric": fields.get("rubric") or create_rubric(),
            **fields,
        }
    )
    post.productions.set(productions)
    post.performances.set(performances)
    post.editions.set(editions)
    return post


def create_post_photo(**fields):
    return PostPhoto.objects.create(**{**photo(), "post": fields.get("post") or create_post(), **fields})


def create_post_video(**fields):
    return PostVideo.objects.create(**{**video(), "post": fields.get("post") or create_post(), **fields})


def create_attachment(**fields):
    return Attachment.objects.create(
        **{
            "title_ru": "Анкета",
            "title_uk": "Анкета",
            "file": pdf(),
            "post": fields.get("post") or create_post(),
            **fields,
        }
    )


# Repertoire


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


# Festivals


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


def published():
    return {"status": "published", "publish_at": days_from_now(-1)}


# What nobody may see on the morning of 18 November 2026, when the fixture `at` stops the clocks.
NOT_PUBLIC = {
    "draft": {"status": "draft"},
    "for review": {"status": "review"},
    "withdrawn": {"status": "withdrawn"},
    "published in a minute": {"publish_at": moment(2026, 11, 18, 10, 1)},
    "taken down right now": {"publish_at": moment(2026, 11, 1), "unpublish_at": moment(2026, 11, 18, 10)},
}
