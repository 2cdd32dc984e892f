"""A festival's programme, through Chromium's printer: one sheet, every line whole, every day with its lines."""

from datetime import date, timedelta

import pytest

from festivals.models import ProgrammeItem
from festivals.paper import CAPTION
from tests.browser.sheets import misplaced, printed, words_on
from tests.factories import (
    create_company,
    create_edition,
    create_opening_hours,
    create_participant,
    create_theatre,
    create_venue,
    moment,
)

pytestmark = pytest.mark.usefixtures("transactional_db", "at")

SHOWS = [
    ("Колобок", "Маска", "Горловка"),
    ("Снежная королева", "Донецкий областной русский театр юного зрителя", "Макеевка"),
    ("Сказка о царе Салтане, о сыне его славном и могучем богатыре князе Гвидоне Салтановиче", "Тимур", "Харьков"),
    ("Щ" * 60, "Киевский академический театр юного зрителя на Липках", "Киев"),
]


def fill(number, days):
    """A programme of so many items on so many days; returns how often each show stands in it."""
    create_theatre()
    for weekday in range(1, 8):
        create_opening_hours(weekday=weekday)
    first = date(2026, 9, 28)
    edition = create_edition(
        year=2026,
        starts_on=first,
        ends_on=first + timedelta(days=6),
        programme_title_ru="Программа Открытого фестиваля театров для детей и юношества «ТЮЗ-2026»",
    )
    halls = [create_venue(name_ru="Малая сцена"), create_venue(name_ru="Дворец культуры имени Горького"), None]
    participants = [
        create_participant(
            edition=edition,
            company=create_company(name_ru=company, town_ru=town),
            show_ru=show,
            show_uk=show,
            audience="children",
            age_rating=6,
            running_time=70,
        )
        for show, company, town in SHOWS
    ]
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            edition=edition,
            kind="show" if order % 5 else "discussion",
            participant=participants[order % 4] if order % 5 else None,
            title_ru="" if order % 5 else "Обсуждение спектаклей",
            starts_at=moment(2026, 9, 28, 9) + timedelta(days=order * days // number, minutes=order % 15 * 45),
            venue=halls[order % 3],
        )
        for order in range(number)
    )
    return [sum(order % 5 > 0 and order % 4 == show for order in range(number)) for show in range(len(SHOWS))]


@pytest.mark.parametrize(("number", "days"), [(1, 1), (8, 2), (14, 7), (20, 3), (40, 4), (100, 7), (100, 1)])
def test_a_programme_prints_on_one_sheet_with_every_line_whole(open_page, number, days):
    shown = fill(number, days)

    page = open_page("/ru/festival/2026/programme/")
    pages = printed(page)
    words = words_on(pages)

    assert len(pages) == 1
    assert page.locator(".line").count() == number
    assert [words.count("".join(f"«{show}»".split())) for show, _company, _town in SHOWS] == shown
    assert words.count("6+70мин") == sum(shown)
    assert words.count("Маска,Горловка") == shown[0]
    assert "Предварительнаяпрограмма" in words
    assert "/ru/festival/2026/programme/" in words
    assert misplaced(page, ".line") == []


def test_every_column_begins_with_its_day_and_no_day_stands_alone(open_page):
    fill(40, 4)

    page = open_page("/ru/festival/2026/programme/")
    columns = page.evaluate(
        "[...document.querySelectorAll('.sheet__column')].map(column => [...column.querySelectorAll('.lines')]"
        ".map(day => [day.caption.textContent.replace(/\\s+/g, ' '), day.rows.length]))"
    )
    days = [caption for column in columns for caption, _lines in column]

    assert len(columns) > 1
    assert min(lines for column in columns for _caption, lines in column) >= 1
    assert sum(lines for column in columns for _caption, lines in column) == 40
    assert [day.split(",")[0] for day in days if "продолжение" not in day] == [
        "Понедельник",
        "Вторник",
        "Среда",
        "Четверг",
    ]


@pytest.mark.parametrize(("number", "columns"), [(8, 2), (20, 3)])
def test_where_and_how_long_stand_below_the_title(open_page, number, columns):
    fill(number, 2)

    page = open_page("/ru/festival/2026/programme/")
    page.emulate_media(media="print")
    sharing_a_line = page.evaluate(
        "[...document.querySelectorAll('.line')].filter(line => line.querySelector('b').getBoundingClientRect().bottom"
        " - 1 > line.querySelector('.line__notes').getBoundingClientRect().top).length"
    )

    assert page.locator(".sheet__column").count() == columns
    assert sharing_a_line == 0


def test_in_ukrainian_too(open_page):
    fill(40, 4)

    page = open_page("/uk/festival/2026/programme/", color_scheme="dark", width=360)

    assert len(printed(page)) == 1
    assert misplaced(page, ".line") == []


def test_a_caption_takes_no_more_than_was_counted(open_page):
    fill(40, 4)

    page = open_page("/ru/festival/2026/programme/")
    page.emulate_media(media="print")
    tallest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.lines caption')]"
        ".map(caption => caption.getBoundingClientRect().height))"
        " / parseFloat(getComputedStyle(document.querySelector('.sheet__rows')).fontSize)"
    )

    assert CAPTION - 0.5 < tallest <= CAPTION
