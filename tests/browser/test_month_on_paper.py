"""The month's poster, through Chromium's printer: one sheet whatever there is to play, and nothing cut."""

from datetime import timedelta

import pytest

from repertoire.models import Performance
from tests.browser.sheets import misplaced, printed, words_on
from tests.factories import (
    create_edition,
    create_gap,
    create_opening_hours,
    create_performance,
    create_production,
    create_programme_item,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import plain

pytestmark = pytest.mark.usefixtures("transactional_db", "at")

TITLES = [
    "Оно",
    "Ревизор",
    "Снежная королева",
    "Конёк-Горбунок",
    "Щ" * 60,
    "Приключения Чиполлино и его весёлых друзей в стране сеньора Помидора и принца Лимона",
    "СКАЗКА О ЦАРЕ САЛТАНЕ, О СЫНЕ ЕГО СЛАВНОМ И МОГУЧЕМ БОГАТЫРЕ КНЯЗЕ ГВИДОНЕ САЛТАНОВИЧЕ И О ПРЕКРАСНОЙ ЦАРЕВНЕ",
]
LONGEST = [
    ("Щука и ёж " * 15)[:149] + "!",
    "W" * 150,
    "Жёлто-зелёно-" * 11 + "конец",
    "ШИРОКО МЫСЛЯЩЕЕ ЩЕБЁНОЧНОЕ " * 5,
]


def fill(number, titles=TITLES):
    """So many dates in December 2026, of all kinds; returns their titles."""
    create_theatre(name_ru="Донецкий академический русский театр юного зрителя")
    for weekday in range(1, 8):
        create_opening_hours(weekday=weekday)
    elsewhere = create_venue(name_ru="Дворец культуры имени Горького", name_uk="Палац культури імені Горького")
    productions = [
        create_production(title_ru=title, title_uk=title, audience=["adults", "children"][order % 2], age_rating=12)
        for order, title in enumerate(titles)
    ]
    Performance.objects.bulk_create(
        Performance(
            production=productions[order % len(productions)],
            starts_at=moment(2026, 12, 1, 11) + timedelta(days=order * 31 // max(number, 1), hours=order % 8),
            state="cancelled" if order % 9 == 4 else "scheduled",
            sale="sold_out" if order % 6 == 2 else "on_sale",
            remark="premiere" if order % 7 == 0 else "",
            venue=elsewhere if order % 10 == 3 else None,
        )
        for order in range(number)
    )
    return [titles[order % len(titles)] for order in range(number)]


def without_spaces(text):
    return "".join(text.split())


@pytest.mark.parametrize("number", [0, 1, 4, 10, 16, 31, 60, 93])
def test_a_month_prints_on_one_sheet_with_every_date_whole(open_page, number):
    titles = fill(number)

    page = open_page("/ru/afisha/2026/12/")
    pages = printed(page)
    words = words_on(pages)

    assert len(pages) == 1
    for title in set(titles):
        assert words.count(without_spaces(title)) >= titles.count(title), title
    assert words.count("–80грн") + words.count("–50грн") == 2 + page.locator(".date .price").count()
    assert page.locator(".date .price").count() == number - sum(order % 9 == 4 for order in range(number))
    assert page.locator(".date").count() == number
    assert misplaced(page, ".date") == []


@pytest.mark.parametrize("number", [0, 10, 93])
def test_in_ukrainian_too(open_page, number):
    fill(number)

    page = open_page("/uk/afisha/2026/12/")

    assert len(printed(page)) == 1
    assert "ГРУДЕНЬ" in words_on(printed(page)).upper()
    assert misplaced(page, ".date") == []


@pytest.mark.parametrize("number", [1, 10, 31, 93])
def test_the_longest_titles_fit(open_page, number):
    titles = fill(number, LONGEST)

    page = open_page("/ru/afisha/2026/12/")
    words = words_on(printed(page))

    assert len(printed(page)) == 1
    assert [words.count(without_spaces(title)) for title in LONGEST] == [titles.count(title) for title in LONGEST]
    assert misplaced(page, ".date") == []


def test_the_poster_says_what_is_special_about_a_date(open_page):
    create_theatre()
    hall = create_venue(name_ru="Дворец культуры")
    festival = create_performance(starts_at=moment(2026, 12, 5, 15), venue=hall, remark="guest", remark_text_ru="Маска")
    create_programme_item(edition=create_edition(year=2026), performance=festival)
    create_performance(starts_at=moment(2026, 12, 12, 15), state="rescheduled", moved_from=moment(2026, 12, 6, 11))
    create_performance(starts_at=moment(2026, 12, 13, 11), sale="free")
    create_slot()
    create_gap(day=moment(2026, 12, 19).date(), reason_ru="Театр на гастролях")
    create_performance(starts_at=moment(2026, 12, 26, 15), instead_of=create_production(title_ru="Гроза"))

    page = open_page("/ru/afisha/2026/12/")
    page.emulate_media(media="print")
    rows = [plain(row).replace(" : ", ":") for row in page.locator(".date").all_inner_texts()]

    assert rows == [
        "5 Сб Ревизор 15:00 Гастроли ТЮЗ-2026, Маска, Дворец культуры, Взрослым 50–80 грн",
        "6 Вс Ревизор 11:00 Перенесён на 12 декабря Взрослым",
        "12 Сб Ревизор 15:00 Перенесён Взрослым 50–80 грн",
        "13 Вс Ревизор 11:00 Вход свободный Взрослым",
        "19 Сб Спектакля не будет Театр на гастролях",
        "26 Сб Ревизор 15:00 Замена Вместо спектакля «Гроза», Взрослым 50–80 грн",
    ]


@pytest.mark.parametrize("number", [1, 4, 10, 31])
def test_replaced_plays_of_the_longest_titles_fit(open_page, number):
    fill(number)
    Performance.objects.update(instead_of=create_production(title_ru=LONGEST[0]))

    page = open_page("/ru/afisha/2026/12/")

    assert len(printed(page)) == 1
    assert misplaced(page, ".date") == []


@pytest.mark.parametrize(("audience", "radius"), [("adults", "4px"), ("children", "50%")])
def test_a_gap_has_the_shape_of_those_whom_it_concerns(open_page, audience, radius):
    create_theatre()
    create_slot(audience=audience)
    create_gap(day=moment(2026, 12, 19).date())

    page = open_page("/ru/afisha/2026/12/")
    page.emulate_media(media="print")

    shape = page.locator(".date--gap .date__day").evaluate("day => getComputedStyle(day).borderRadius")
    assert shape == radius


@pytest.mark.parametrize("options", [{"width": 360}, {"color_scheme": "dark"}, {"java_script_enabled": False}])
def test_it_prints_from_a_phone_in_the_dark_and_without_javascript(open_page, options):
    fill(31)

    assert len(printed(open_page("/ru/afisha/2026/12/", **options))) == 1


def test_days_of_the_neighbouring_months_stay_away(open_page):
    fill(1)
    create_performance(starts_at=moment(2026, 11, 30, 15), production=create_production(title_ru="Мнимый больной"))
    create_performance(starts_at=moment(2027, 1, 3, 15), production=create_production(title_ru="Маскарад"))

    page = open_page("/ru/afisha/2026/12/")
    words = words_on(printed(page))

    assert "Мнимыйбольной" not in words
    assert "Маскарад" not in words
    assert page.locator(".ev").count() == 3


def test_nothing_of_it_is_on_the_screen(open_page):
    fill(3)

    page = open_page("/ru/afisha/2026/12/")

    assert not page.locator(".sheet").is_visible()
    assert page.locator(".mo").is_visible()
