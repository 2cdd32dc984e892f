"""The page of the box office, and what stands about it on every page."""

from datetime import date, time

import pytest

from tests.factories import (
    create_concession,
    create_edition,
    create_hours_exception,
    create_opening_hours,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_slot,
    create_theatre,
    create_venue,
)
from tests.pages import address, assert_valid, find, links_of, main_of, said, text_of, texts_of
from tests.queries import queries_for

LANGUAGES = ["ru", "uk"]


def open_daily(opens=time(9), closes=time(15), **fields):
    create_theatre()
    for weekday in range(1, 8):
        create_opening_hours(weekday=weekday, opens=opens, closes=closes, **fields)


def open_now(client, language="ru"):
    (words,) = texts_of(client.get(f"/{language}/box-office/"), "p.now")
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_telephones_with_the_dialling_prefix(client, db, language):
    create_theatre(phones="6-46-01, 6-46-51", dialling_prefix="+38 06452")
    performance = create_performance()
    rows = [create_post(), create_page(), create_edition(), create_person(), performance, performance.production]
    fixed = ["", "afisha/", "repertoire/", "news/", "festival/", "box-office/", "no-such-page/"]
    addresses = [f"/{language}/{path}" for path in fixed] + [address(row, language) for row in rows]

    for each in addresses:
        assert {"tel:+380645264601", "tel:+380645264651"} <= set(links_of(client.get(each))), each


def test_the_box_office_can_be_called_from_its_own_page(client, db):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")

    assert [link for link in links_of(main_of(client.get("/ru/box-office/"))) if link.startswith("tel:")] == [
        "tel:+380645264601"
    ]


# Hours


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hours_stand_by_weekday_with_break_and_closed_day(client, db, language):
    create_theatre()
    create_opening_hours(weekday=1, is_closed=True, opens=None, closes=None)
    create_opening_hours(weekday=2, opens=time(9), closes=time(18), break_from=time(13), break_until=time(14))
    create_opening_hours(weekday=6, opens=time(10, 30), closes=time(15))
    days = {"ru": ["Понедельник", "Вторник", "Суббота"], "uk": ["Понеділок", "Вівторок", "Субота"]}[language]
    (table,) = find(client.get(f"/{language}/box-office/"), "table.hours")

    assert [text_of(row) for row in table.find("tbody").iter("tr")] == [
        f"{days[0]} {said('closed', language)}",
        f"{days[1]} 9:00–13:00, 14:00–18:00",
        f"{days[2]} 10:30–15:00",
    ]


@pytest.mark.parametrize(("language", "weekdays"), [("ru", ["Пн–Пт", "Сб", "Вс"]), ("uk", ["Пн–Пт", "Сб", "Нд"])])
def test_other_pages_sum_the_hours_up_with_short_weekdays(client, db, language, weekdays):
    create_theatre()
    for weekday in range(1, 6):
        create_opening_hours(weekday=weekday, opens=time(9), closes=time(18))
    create_opening_hours(weekday=6, opens=time(10), closes=time(15))
    create_opening_hours(weekday=7, is_closed=True, opens=None, closes=None)
    footer = text_of(find_footer(client.get(f"/{language}/news/")))

    assert f"{weekdays[0]} 9:00–18:00; {weekdays[1]} 10:00–15:00; {weekdays[2]} {said('closed', language)}" in footer


def find_footer(page):
    return page.content.decode().partition("<footer")[2]


def test_seven_equal_days_are_said_in_one_go(client, db):
    open_daily()

    assert said("The box office is open daily", "ru") in text_of(find_footer(client.get("/ru/news/")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_coming_exceptions_are_listed_with_their_reason(client, db, at, language):
    open_daily()
    create_hours_exception(
        first_day=date(2026, 12, 31), last_day=date(2027, 1, 2), reason_ru="Новый год", reason_uk="Новий рік"
    )
    create_hours_exception(
        first_day=date(2026, 11, 28), last_day=date(2026, 11, 28), is_closed=False, opens=time(10), closes=time(12)
    )
    create_hours_exception(first_day=date(2026, 11, 1), last_day=date(2026, 11, 1), reason_ru="Было", reason_uk="Було")
    days = {
        "ru": ["28 ноября: 10:00–12:00", "31 декабря – 2 января: {closed}, Новый год"],
        "uk": ["28 листопада: 10:00–12:00", "31 грудня – 2 січня: {closed}, Новий рік"],
    }[language]

    assert texts_of(client.get(f"/{language}/box-office/"), "ul.docs") == [
        " ".join(days).format(closed=said("closed", language))
    ]


@pytest.mark.parametrize(("language", "words"), [("ru", "Новый год"), ("uk", "Новий рік")])
def test_the_footer_says_why_today_is_another_day(client, db, at, language, words):
    open_daily()
    at("2027-01-01 10:00")
    create_hours_exception(
        first_day=date(2027, 1, 1), last_day=date(2027, 1, 1), reason_ru="Новый год", reason_uk="Новий рік"
    )
    footer = text_of(find_footer(client.get(f"/{language}/news/")))

    assert f"{said('Today', language)}: {said('closed', language)}, {words} " in footer


# Open now?


@pytest.mark.parametrize(
    ("now", "message", "values"),
    [
        ("2026-11-18 08:59", "The box office is closed, it opens today at %(opens)s", {"opens": "9:00"}),
        ("2026-11-18 09:00", "The box office is open, until %(closes)s", {"closes": "15:00"}),
        ("2026-11-18 14:30", "The box office is open, until %(closes)s", {"closes": "15:00"}),
        ("2026-11-18 15:00", "The box office is closed, it opens tomorrow at %(opens)s", {"opens": "9:00"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_if_the_box_office_is_open_now(client, db, at, language, now, message, values):
    open_daily()
    at(now)

    assert open_now(client, language) == said(message, language) % values


@pytest.mark.parametrize(("language", "day", "weekday"), [("ru", "21 ноября", "сб"), ("uk", "21 листопада", "сб")])
def test_over_closed_days_the_page_names_the_day_when_it_opens(client, db, at, language, day, weekday):
    create_theatre()
    create_opening_hours(weekday=6, opens=time(11), closes=time(15))
    at("2026-11-18 12:00")
    message = said("The box office is closed, it opens on %(day)s (%(weekday)s) at %(opens)s", language)
    message = message.replace(" о %", " об %")  # before eleven

    assert open_now(client, language) == message % {"day": day, "weekday": weekday, "opens": "11:00"}


def test_an_exception_of_today_counts_at_once(client, db, at):
    open_daily()
    at("2026-11-18 12:00")
    create_hours_exception(first_day=date(2026, 11, 18), last_day=date(2026, 11, 18))

    assert open_now(client) == said("The box office is closed, it opens tomorrow at %(opens)s", "ru") % {
        "opens": "9:00"
    }


def test_during_the_break_it_is_closed_until_its_end(client, db, at):
    open_daily(break_from=time(12), break_until=time(13))
    at("2026-11-18 12:30")

    assert open_now(client) == said("The box office is closed, it opens today at %(opens)s", "ru") % {"opens": "13:00"}


@pytest.mark.parametrize(("now", "minutes"), [("14:31", 29), ("14:58", 2), ("14:59", 1)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_shortly_before_the_end_the_page_counts_the_minutes(client, db, at, language, now, minutes):
    open_daily()
    at(f"2026-11-18 {now}")
    message = "The box office closes in %(minutes)s minute"

    assert open_now(client, language) == said(message, language, message + "s", minutes) % {"minutes": minutes}


def test_without_any_hours_nothing_is_claimed(client, db):
    create_theatre()
    page = client.get("/ru/box-office/")

    assert find(page, "p.now") == []
    assert said("Ask by telephone when the box office is open.", "ru") in text_of(page)


# Prices, concessions, the way there


def test_the_price_bands_stand_for_each_audience(client, db):
    create_theatre(adults_price_min=50, adults_price_max=81, children_price_min=30, children_price_max=30)

    adults, children = (said(words, "ru") for words in ("For adults", "For children"))

    assert texts_of(client.get("/ru/box-office/"), "div.tix") == [f"{adults} 50–81 гривна {children} 30 гривен"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_concessions_say_who_pays_what_with_which_document_and_when(client, db, language):
    create_theatre()
    create_concession(who_ru="Пенсионеры", who_uk="Пенсіонери", discount_ru="20 грн", discount_uk="20 грн", order=2)
    create_concession(
        who_ru="Студенты",
        who_uk="Студенти",
        discount_ru="половина цены",
        discount_uk="половина ціни",
        document_ru="студенческий билет",
        document_uk="студентський квиток",
        applies_ru="по субботам",
        applies_uk="по суботах",
        order=1,
    )
    (table,) = find(client.get(f"/{language}/box-office/"), "table")
    heads = [said(words, language) for words in ("Who", "What they pay", "Which document", "When")]

    assert [[text_of(cell) for cell in row] for row in table.iter("tr")] == [
        heads,
        *{
            "ru": [
                ["Студенты", "половина цены", "студенческий билет", "по субботам"],
                ["Пенсионеры", "20 грн", "", ""],
            ],
            "uk": [
                ["Студенти", "половина ціни", "студентський квиток", "по суботах"],
                ["Пенсіонери", "20 грн", "", ""],
            ],
        }[language],
    ]
    assert [cell.get("scope") for cell in table.iter("th")] == ["col"] * 4 + ["row"] * 2


def test_without_concessions_there_is_no_empty_table(client, db):
    create_theatre()

    assert find(client.get("/ru/box-office/"), "table") == []


def test_our_own_house_is_described_and_no_other(client, db):
    create_theatre()
    create_venue(name_ru="Чужая сцена")
    create_venue(
        is_home=True,
        name_ru="Наш дом",
        town_ru="Северодонецк",
        address_ru="улица Театральная, 1",
        map_url="https://map.example/1",
        directions_ru="<p>Автобус 5.</p>",
        access_ru="<p>Две ступени.</p>",
    )
    page = main_of(client.get("/ru/box-office/"))

    for words in ("Наш дом Северодонецк, улица Театральная, 1", "Автобус 5.", "Две ступени."):
        assert words in text_of(page)
    assert "Чужая сцена" not in text_of(page)
    assert "https://map.example/1" in links_of(page)


def test_the_weekly_rhythm_stands_beside_the_prices(client, db):
    create_theatre()
    create_slot(weekday=7, time=time(11), audience="children")
    create_slot(weekday=6, time=time(15), audience="adults", last_day=date(2020, 1, 1), first_day=date(2019, 1, 1))

    (rhythm,) = texts_of(client.get("/ru/box-office/"), "dl.facts")
    assert rhythm.startswith(f"{said('For children', 'ru')} {said('every Sunday', 'ru')}")
    assert "11:00" in rhythm


# What it costs, and the HTML


def test_the_page_costs_as_much_for_ten_rows_as_for_one(client, db):
    open_daily()
    create_concession()
    create_slot()
    create_venue(is_home=True)
    few = queries_for(client, "/ru/box-office/")
    for day in range(1, 11):
        create_concession()
        create_slot(weekday=7, time=time(10 + day))
        create_hours_exception(first_day=date(2030, 1, day), last_day=date(2030, 1, day))
        create_page(menu="visitors")
        create_production()

    assert queries_for(client, "/ru/box-office/") == few <= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_html(client, db, language):
    open_daily(break_from=time(12), break_until=time(13))
    create_concession()
    create_slot()
    create_hours_exception()
    create_venue(is_home=True, directions_ru="<p>Автобус & трамвай</p>", map_url="https://map.example/?a=1&b=2")

    assert_valid(client.get(f"/{language}/box-office/"))


@pytest.mark.parametrize(("language", "words"), [("ru", "Сегодня: закрыто"), ("uk", "Сьогодні: зачинено")])
def test_where_the_usual_hours_are_said_an_exception_of_today_stands_before_them(client, db, at, language, words):
    open_daily()
    at("2026-11-18 12:00")
    create_hours_exception(first_day=date(2026, 11, 18), last_day=date(2026, 11, 18), is_closed=True)

    assert words in text_of(client.get(f"/{language}/news/"))
