"""The theatre's own facts, and the rules of its small models."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation

from tests.factories import (
    create_concession,
    create_hours_exception,
    create_notice,
    create_opening_hours,
    create_page,
    create_social_link,
    create_theatre,
    create_venue,
    days_from_now,
    moment,
)
from tests.rules import invalid_fields, refused
from theatre_site.models import HoursException, Notice, OpeningHours, Page, Theatre, Venue

# One theatre, one row


def test_the_theatre_is_one_row_however_often_it_is_saved(db):
    create_theatre(name_ru="Первый")
    Theatre(name_ru="Второй").save()

    assert [(theatre.pk, theatre.name_ru) for theatre in Theatre.objects.all()] == [(1, "Второй")]


def test_the_database_refuses_a_second_theatre(db):
    create_theatre()

    with refused("there_is_one_theatre"):
        Theatre.objects.bulk_create([Theatre(pk=2, name_ru="Второй")])


def test_an_empty_site_has_a_theatre_without_facts(db):
    theatre = Theatre.objects.current()

    assert (theatre.pk, theatre.telephones, theatre.hours, theatre.menu) == (None, [], [], [])
    assert theatre.box_office_now.kind == "unknown"


def test_all_that_stands_on_every_page_comes_in_one_query(db, django_assert_num_queries):
    create_theatre()
    create_opening_hours(weekday=2, opens=time(10), closes=time(18), break_from=time(13), break_until=time(14))
    create_opening_hours(weekday=1, opens=None, closes=None, is_closed=True)
    today = timezone.localdate()
    create_hours_exception(first_day=today, last_day=today, reason_ru="Ремонт")
    create_hours_exception(first_day=today - timedelta(days=2), last_day=today - timedelta(days=1), reason_ru="Было")
    create_notice(text_ru="Сейчас")
    create_notice(text_ru="Уже нет", starts_at=days_from_now(-3), ends_at=days_from_now(-1))
    create_social_link(name="Facebook", order=2)
    create_social_link(name="YouTube", order=1)
    create_page(title_ru="В меню", slug="in-menu", menu="visitors")
    create_page(title_ru="Не в меню")
    create_page(title_ru="Черновик", menu="visitors", status="draft")

    with django_assert_num_queries(1), translation.override("ru"):
        theatre = Theatre.objects.current()
        assert [(day.weekday, day.spans) for day in theatre.hours] == [
            (1, []),
            (2, [(time(10), time(13)), (time(14), time(18))]),
        ]
        assert [(each.first_day, each.reason) for each in theatre.exceptions] == [(today, "Ремонт")]
        assert [notice.text for notice in theatre.notices] == ["Сейчас"]
        assert [link.name for link in theatre.social_links] == ["YouTube", "Facebook"]
        assert [(page.title, page.get_absolute_url()) for page in theatre.menu] == [("В меню", "/ru/pages/in-menu/")]


@pytest.mark.parametrize(
    ("phones", "prefix", "telephones"),
    [
        ("6-46-01, 6-46-51", "+38 06452", [("6-46-01", "+380645264601"), ("6-46-51", "+380645264651")]),
        ("6-46-01; 6-46-51", "", [("6-46-01", "64601"), ("6-46-51", "64651")]),
        (" 6-46-01 ,", "", [("6-46-01", "64601")]),
        ("(06452) 6-46-01", "+38", [("(06452) 6-46-01", "+380645264601")]),
        ("", "+38 06452", []),
    ],
)
def test_telephones_are_read_as_people_know_them_and_dialled_with_the_prefix(phones, prefix, telephones):
    assert Theatre(phones=phones, dialling_prefix=prefix).telephones == telephones


@pytest.mark.parametrize(
    ("phones", "prefix", "is_wrong"),
    [
        ("6-46-01, +38 050 123-45-67", "+38 06452", False),
        ("101", "", False),
        ("6-46-01 6-46-51", "+38 06452", True),
        ("(06452) 6-46-01", "+38 06452", True),
        ("спросите на вахте", "+38 06452", True),
        ("6-46-01, 1", "", True),
    ],
)
def test_a_telephone_is_one_that_can_be_dialled(phones, prefix, is_wrong):
    try:
        Theatre(name_ru="Театр", phones=phones, dialling_prefix=prefix).clean()
        refused = []
    except ValidationError as error:
        refused = list(error.message_dict)

    assert refused == (["phones"] if is_wrong else [])


@pytest.mark.parametrize("audience", ["adults", "children"])
def test_default_prices_come_in_pairs_and_in_order(db, audience):
    theatre = create_theatre()
    theatre.full_clean()
    setattr(theatre, f"{audience}_price_min", 90)
    assert f"{audience}_price_max" in invalid_fields(theatre)
    with refused(f"theatre_{audience}_prices_in_order"), transaction.atomic():
        theatre.save()

    setattr(theatre, f"{audience}_price_min", None)
    assert f"{audience}_price_max" in invalid_fields(theatre)


def test_the_theatre_has_a_price_band_for_each_audience(db):
    theatre = create_theatre()

    assert [theatre.price_band(audience) for audience in ("adults", "children")] == [(50, 80), (30, 50)]


def test_the_theatre_has_a_name_in_at_least_one_language(db):
    assert invalid_fields(Theatre(pk=1)) >= {"name_ru"}
    with refused("theatre_site_theatre_name_said"):
        Theatre.objects.create()


# Hours


@pytest.mark.parametrize(
    "wrong",
    [
        {"opens": time(15), "closes": time(9)},
        {"opens": time(9), "closes": time(9)},
        {"opens": None, "closes": time(9)},
        {"opens": time(9), "closes": None},
    ],
)
def test_a_day_opens_before_it_closes_or_is_closed(db, wrong):
    create_theatre()
    for create in (create_opening_hours, create_hours_exception):
        with refused("open_in_order"), transaction.atomic():
            create(**{"is_closed": False, **wrong})
    with pytest.raises(ValidationError):
        OpeningHours(weekday=1, **wrong).full_clean()
    create_opening_hours(is_closed=True, opens=None, closes=None).full_clean()


@pytest.mark.parametrize("pause", [(12, None), (None, 13), (13, 12), (8, 10), (14, 16)])
def test_a_break_lies_within_the_hours(db, pause):
    create_theatre()
    begins, ends = (hour and time(hour) for hour in pause)

    with refused("break_inside"), transaction.atomic():
        create_opening_hours(opens=time(9), closes=time(15), break_from=begins, break_until=ends)
    create_opening_hours(opens=time(9), closes=time(15), break_from=time(12), break_until=time(13)).full_clean()


def test_a_weekday_has_its_hours_once(db):
    create_theatre()
    create_opening_hours(weekday=3)

    with refused("weekday"):
        create_opening_hours(weekday=3)


def test_a_day_that_is_ticked_as_closed_forgets_its_hours(db):
    day = OpeningHours(weekday=1, opens=time(9), closes=time(15), is_closed=True, theatre=create_theatre())
    day.full_clean()

    assert (day.opens, day.closes, day.spans) == (None, None, [])


def test_an_exception_covers_its_days_both_ends_included(db):
    exception = HoursException(first_day=date(2026, 12, 31), last_day=date(2027, 1, 2))

    assert [exception.covers(date(2026, 12, 31) + timedelta(days=ahead)) for ahead in (-1, 0, 2, 3)] == [
        False,
        True,
        True,
        False,
    ]


def test_an_exception_does_not_end_before_it_begins(db):
    theatre = create_theatre()
    wrong = {"first_day": date(2027, 1, 2), "last_day": date(2027, 1, 1)}

    with refused("hours_exception_days_in_order"), transaction.atomic():
        create_hours_exception(**wrong)
    assert invalid_fields(HoursException(is_closed=True, theatre=theatre, **wrong)) >= {"last_day"}


def test_exceptions_stay_until_their_last_day_is_over(db, at):
    create_theatre()
    for day in (3, 1, 2):
        create_hours_exception(first_day=date(2026, 11, day), last_day=date(2026, 11, day))

    at("2026-11-02 23:59")
    assert [exception.last_day.day for exception in HoursException.objects.not_over()] == [2, 3]


# Concessions, notices, venues, pages


@pytest.mark.parametrize("name", ["who", "discount"])
def test_a_concession_says_who_pays_how_much(db, name):
    with refused(f"concession_{name}_said"):
        create_concession(**{f"{name}_ru": "", f"{name}_uk": ""})


def test_notices_come_and_go_by_themselves(db, at):
    at("2026-11-21 12:00")
    now = timezone.now()
    create_notice(text_ru="Будет", starts_at=now + timedelta(seconds=1))
    create_notice(text_ru="Начинается", starts_at=now)
    create_notice(text_ru="Идёт", starts_at=now - timedelta(days=1), ends_at=now + timedelta(seconds=1))
    create_notice(text_ru="Кончилось", starts_at=now - timedelta(days=2), ends_at=now)

    assert [notice.text_ru for notice in Notice.objects.current()] == ["Начинается", "Идёт"]


def test_a_notice_ends_after_it_begins(db):
    with refused("notice_ends_after_it_begins"):
        create_notice(starts_at=moment(2026, 11, 2), ends_at=moment(2026, 11, 1))


@pytest.mark.parametrize(
    ("link", "is_allowed"), [("/ru/box-office/", True), ("https://example.org", True), ("javascript:alert(1)", False)]
)
def test_a_notice_links_to_a_web_address(db, link, is_allowed):
    notice = Notice(text_ru="Касса", link=link)

    if is_allowed:
        notice.full_clean()
    else:
        assert invalid_fields(notice) == {"link"}


def test_there_is_one_house_of_our_own(db):
    create_venue()
    assert Venue.objects.home() is None
    home = create_venue(is_home=True)

    assert Venue.objects.home() == home
    with refused("one_home_venue"):
        create_venue(is_home=True)


def test_the_menu_has_public_pages_in_the_editors_order(db):
    for order, fields in enumerate(
        [
            {"slug": "last", "menu": "about"},
            {"slug": "nowhere"},
            {"slug": "draft", "menu": "about", "status": "draft"},
            {"slug": "tomorrow", "menu": "about", "publish_at": days_from_now(1)},
            {"slug": "over", "menu": "visitors", "unpublish_at": days_from_now(-0.5)},
            {"slug": "first", "menu": "visitors"},
        ]
    ):
        create_page(menu_order=9 - order, **fields)

    assert [page.slug for page in Page.objects.in_menu()] == ["first", "last"]


def test_the_prefix_is_for_town_numbers_only():
    theatre = Theatre(phones="6-46-01, +38 050 123-45-67, 0 800 50-00-00", dialling_prefix="+38 06452")

    assert [dialled for number, dialled in theatre.telephones] == ["+380645264601", "+380501234567", "0800500000"]
