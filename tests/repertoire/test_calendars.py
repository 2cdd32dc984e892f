"""Read back with icalendar, as telephones do."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import timezone

from repertoire.models import Performance
from tests.factories import (
    create_performance,
    create_production,
    create_theatre,
    create_venue,
    days_from_now,
    moment,
)
from tests.pages import address

pytestmark = pytest.mark.django_db

KYIV = ZoneInfo("Europe/Kyiv")
State = Performance.State
SATURDAY = moment(2026, 11, 21, 15)


def calendar_at(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return icalendar.Calendar.from_ical(response.content)


def event_of(client, performance, language="ru"):
    [event] = calendar_at(client, f"{address(performance, language)}calendar.ics").events
    return event


def titles_at(client, path):
    return [str(event["SUMMARY"]) for event in calendar_at(client, path).events]


def test_a_date_says_what_a_visitor_must_know(client, at):
    create_theatre()
    create_venue(is_home=True, town_ru="Макеевка")
    production = create_production(genre_ru="Комедия", running_time=100, age_rating=12, price_min=30, price_max=45)
    performance = create_performance(production=production, starts_at=SATURDAY)

    event = event_of(client, performance)

    assert str(event["SUMMARY"]) == "Ревизор"
    assert event["SUMMARY"].params["LANGUAGE"] == "ru"
    assert (event.start, event.end) == (
        SATURDAY.astimezone(KYIV),
        (SATURDAY + timedelta(minutes=100)).astimezone(KYIV),
    )
    assert event["DTSTART"].params["TZID"] == "Europe/Kyiv"
    assert (str(event["STATUS"]), str(event["TRANSP"]), event.sequence) == ("CONFIRMED", "OPAQUE", 0)
    assert str(event["LOCATION"]) == "Дворец культуры, улица Театральная, 1, Макеевка"
    assert str(event["URL"]) == f"http://testserver{address(performance, 'ru')}"
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Комедия",
        "Взрослым, 12+",
        "Билеты: 30–45 грн",
        "1 час 40 минут",
        "Касса: 6-46-01, 6-46-51",
        f"http://testserver{address(performance, 'ru')}",
    ]


def test_words_arrive_as_they_were_written(client, at):
    create_theatre()
    other = create_production(title_uk="Комп'ютер & <я>")
    production = create_production(genre_uk="п'єса <без слів>", author_uk="О'Ніл & син")
    performance = create_performance(
        production=production,
        starts_at=SATURDAY,
        instead_of=other,
        remark_text_uk='Вхід із-за рогу; "чорний" & <тихий>',
    )

    lines = str(event_of(client, performance, "uk")["DESCRIPTION"]).splitlines()

    assert lines[:3] == ["Заміна.", "Замість вистави «Комп'ютер & <я>»", "П'єса <без слів> О'Ніл & син"]
    assert lines[-3] == 'Вхід із-за рогу; "чорний" & <тихий>'


def test_every_calendar_has_its_dates(client, at):
    create_theatre()
    tale = create_production(title_ru="Сказка", title_uk="Казка", slug="tale", audience="children")
    create_performance(starts_at=SATURDAY, production=create_production(slug="revizor"))
    create_performance(starts_at=moment(2026, 11, 22, 11), production=tale)

    assert titles_at(client, "/ru/afisha/calendar.ics") == ["Ревизор", "Сказка"]
    assert titles_at(client, "/ru/afisha/adults/calendar.ics") == ["Ревизор"]
    assert titles_at(client, "/uk/afisha/children/calendar.ics") == ["Казка"]
    assert titles_at(client, "/ru/repertoire/tale/calendar.ics") == ["Сказка"]


def test_a_calendar_has_the_name_of_the_theatre_and_asks_to_be_read_again(client, at):
    create_theatre()
    calendar = calendar_at(client, "/uk/afisha/children/calendar.ics")

    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "ТЮГ: Афіша для дітей"
    assert str(calendar["URL"]) == "http://testserver/uk/afisha/children/"
    assert str(calendar["SOURCE"]) == "http://testserver/uk/afisha/children/calendar.ics"
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    lines = calendar.to_ical().decode().splitlines()
    assert [line for line in lines if "PT4H" in line] == [
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
    ]


def test_nothing_that_is_not_public_is_in_a_calendar(client, at):
    create_theatre()
    draft = create_production(status="draft", slug="draft")
    hidden = create_performance(starts_at=SATURDAY, production=draft)

    assert titles_at(client, "/ru/afisha/calendar.ics") == []
    assert client.get("/ru/repertoire/draft/calendar.ics").status_code == 404
    assert client.get(f"{address(hidden, 'ru')}calendar.ics").status_code == 404


STATES = {
    "cancelled": ({"state": State.CANCELLED}, "CANCELLED", "ОТМЕНА: Ревизор", "СКАСОВАНО: Ревізор"),
    "postponed": (
        {"state": State.POSTPONED},
        "TENTATIVE",
        "ПЕРЕНОСИТСЯ, о новой дате сообщим: Ревизор",
        "ПЕРЕНОСИТЬСЯ, про нову дату повідомимо: Ревізор",
    ),
    "rescheduled": (
        {"state": State.RESCHEDULED, "moved_from": moment(2026, 11, 14, 15)},
        "CONFIRMED",
        "НОВАЯ ДАТА: Ревизор",
        "НОВА ДАТА: Ревізор",
    ),
}


@pytest.mark.parametrize("case", STATES)
def test_the_state_is_said_to_programs_and_in_words(client, at, case):
    create_theatre()
    fields, status, russian, ukrainian = STATES[case]
    performance = create_performance(starts_at=SATURDAY, **fields)

    event = event_of(client, performance)
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == (status, russian)
    assert str(event_of(client, performance, "uk")["SUMMARY"]) == ukrainian
    assert event.start == SATURDAY


def test_a_cancelled_date_stays_for_a_month_after_its_day(client, at):
    create_theatre()
    create_performance(starts_at=SATURDAY, state=State.CANCELLED)

    at("2026-12-21 15:00")
    assert titles_at(client, "/ru/afisha/calendar.ics") == ["ОТМЕНА: Ревизор"]
    at("2026-12-23 15:00")
    assert titles_at(client, "/ru/afisha/calendar.ics") == []


def sequence_after(performance, **changes):
    for name, value in changes.items():
        setattr(performance, name, value)
    performance.save()
    return Performance.objects.get(pk=performance.pk).sequence


def test_the_sequence_grows_with_time_place_state_and_play_and_with_nothing_else(db):
    performance = create_performance(starts_at=SATURDAY)
    uid = Performance.objects.get().uid

    assert sequence_after(performance, sale="sold_out", remark="premiere") == 0
    assert sequence_after(performance, starts_at=moment(2026, 11, 28, 15)) == 1
    assert sequence_after(performance, venue=create_venue()) == 2
    assert sequence_after(performance, state=State.CANCELLED) == 3
    assert sequence_after(performance, production=create_production()) == 4
    assert sequence_after(performance, state=State.CANCELLED) == 4
    assert Performance.objects.get().uid == uid


def test_a_stale_instance_does_not_take_the_sequence_back(db):
    performance = create_performance(starts_at=SATURDAY)
    stale = Performance.objects.get()
    sequence_after(performance, state=State.CANCELLED)

    assert sequence_after(stale, starts_at=moment(2026, 11, 28, 15)) == 2


def test_every_date_has_a_name_of_its_own_however_it_was_made(db):
    Performance.objects.bulk_create([Performance(starts_at=days_from_now(day)) for day in (1, 2)])
    assert len(set(Performance.objects.values_list("uid", flat=True))) == 2


def test_the_moment_of_the_last_change_is_that_of_the_date_or_of_its_play(client, at):
    create_theatre()
    performance = create_performance(starts_at=SATURDAY)
    at("2026-11-19 12:00")
    performance.production.save()

    event = event_of(client, performance)
    changed = timezone.now()
    assert (event.last_modified, event.stamp) == (changed, changed)


def test_the_clocks_change_in_the_night_of_25_october(client, at):
    """15:00 is 12:00 in Greenwich the day before and 13:00 the day after, in what telephones are told of the zone."""
    at("2026-10-20 10:00")
    create_theatre()
    before = create_performance(starts_at=moment(2026, 10, 24, 15))
    after = create_performance(starts_at=moment(2026, 10, 25, 15))

    calendar = calendar_at(client, "/ru/afisha/calendar.ics")
    [zone] = [each.to_tz(lookup_tzid=False) for each in calendar.timezones]
    wall_clocks = [event.start.replace(tzinfo=None) for event in calendar.events]

    assert [each.hour for each in wall_clocks] == [15, 15]
    assert [zone.utcoffset(each) for each in wall_clocks] == [timedelta(hours=3), timedelta(hours=2)]
    assert [event.start for event in calendar.events] == [before.starts_at, after.starts_at]


def test_a_play_to_be_announced_has_its_date(client, at):
    create_theatre()
    create_performance(production=None, starts_at=SATURDAY)
    assert titles_at(client, "/uk/afisha/calendar.ics") == ["Виставу буде оголошено"]


def test_a_title_in_the_other_language_says_so(client, at):
    create_theatre()
    performance = create_performance(starts_at=SATURDAY, production=create_production(title_uk=""))
    assert event_of(client, performance, "uk")["SUMMARY"].params["LANGUAGE"] == "ru"


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says(client, at):
    create_theatre()
    create_performance(starts_at=SATURDAY, production=create_production(title_ru="Очень " * 20))
    *lines, last = client.get("/ru/afisha/calendar.ics").content.split(b"\r\n")

    assert (max(len(line) for line in lines) <= 75, last, b"\n" in b"".join(lines)) == (True, b"", False)


def test_who_asks_again_gets_nothing_new(client, at):
    create_theatre()
    create_performance(starts_at=SATURDAY)
    first = client.get("/ru/afisha/calendar.ics")
    at("2026-11-18 10:05")

    again = client.get("/ru/afisha/calendar.ics", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_calendar_costs_few_queries(client, at, django_assert_max_num_queries):
    create_theatre()
    for day in range(1, 40):
        create_performance(starts_at=SATURDAY + timedelta(days=day))
    with django_assert_max_num_queries(3):
        assert len(titles_at(client, "/ru/afisha/calendar.ics")) == 39


def test_the_page_of_a_date_offers_its_calendar_until_it_is_over(client, at):
    create_theatre()
    performance = create_performance(starts_at=SATURDAY)
    link = f'href="{address(performance, "ru")}calendar.ics"'
    assert link in client.get(address(performance, "ru")).content.decode()

    at("2026-11-22 10:00")
    assert link not in client.get(address(performance, "ru")).content.decode()


@pytest.mark.parametrize("path", ["afisha/", "afisha/adults/", "afisha/children/", "repertoire/revizor/"])
def test_lists_offer_to_subscribe(client, at, path):
    create_theatre()
    create_performance(starts_at=SATURDAY, production=create_production(slug="revizor"))
    page = client.get(f"/uk/{path}").content.decode()
    assert f'href="webcal://testserver/uk/{path}calendar.ics"' in page


def test_a_calendar_of_a_far_date_knows_its_zone(client, at):
    create_theatre()
    create_performance(starts_at=moment(2027, 7, 3, 15))
    [event] = calendar_at(client, "/ru/afisha/calendar.ics").events
    assert event.start.date() == date(2027, 7, 3)
    assert event.start.utcoffset() == timedelta(hours=3)
