"""Announced gaps, notices, past dates and wrong addresses, as a browser lays them out."""

from datetime import time

import pytest

from tests.factories import (
    SATURDAY,
    SUNDAY,
    create_gap,
    create_notice,
    create_performance,
    create_production,
    create_slot,
    create_theatre,
    days_from_now,
    next_day,
    next_saturday,
    next_sunday,
)

LONG = "Очень длинная причина, которую секретарь написал подробно: " + "ремонт сцены и зрительного зала, " * 4


@pytest.fixture
def free_weekend(transactional_db):
    create_theatre()
    for weekday, hour, audience in ((SATURDAY, 15, "adults"), (SUNDAY, 11, "children")):
        slot = create_slot(weekday=weekday, time=time(hour), audience=audience)
        create_gap(day=next_day(weekday), slot=slot, reason_ru=LONG)
        create_performance(starts_at=days_from_now(20), audience=audience)


@pytest.mark.parametrize("width", [320, 360, 700, 1024, 1440])
def test_a_long_reason_stays_inside_its_post_and_its_disc(free_weekend, open_page, width):
    page = open_page("/ru/", width=width)

    assert page.locator("article.is-gap").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("article.is-gap").evaluate_all(
        "shapes => shapes.map(shape => shape.scrollHeight <= shape.clientHeight + 1)"
    ) == [True, True]


@pytest.mark.parametrize("path", ["/ru/afisha/", "/ru/"])
def test_a_gap_is_hollow_and_a_date_is_not(free_weekend, open_page, path):
    shape, plain = (
        ("li.is-gap .day", "li.row:not(.is-gap) .day") if "afisha" in path else ("article.is-gap", ".row .day")
    )
    page = open_page(path, width=1280)

    def fill(selector):
        return page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")

    ground = page.locator("section.hero, body").last.evaluate("element => getComputedStyle(element).backgroundColor")
    assert fill(shape) in {ground, "rgba(0, 0, 0, 0)"}
    assert fill(plain) not in {ground, "rgba(0, 0, 0, 0)"}


def test_a_notice_of_full_length_fits_the_smallest_screen(transactional_db, open_page):
    create_theatre()
    create_notice(
        text_ru="Сверхдлинноеобъявление " * 13, is_urgent=True, ends_at=days_from_now(2), link="/ru/box-office/"
    )
    page = open_page("/ru/news/", width=320)

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.get_by_role("region", name="Объявления").is_visible()


def test_past_dates_unfold_by_keyboard_without_javascript(transactional_db, open_page):
    create_theatre()
    production = create_production()
    for day in range(10, 20):
        create_performance(production=production, starts_at=days_from_now(-day))
    page = open_page(production.get_absolute_url(), java_script_enabled=False)
    first = page.locator(".past a").first
    assert not first.is_visible()

    page.locator(".past summary").focus()
    page.keyboard.press("Enter")

    assert first.is_visible()


@pytest.mark.parametrize("width", [320, 1440])
def test_who_has_lost_the_way_is_one_click_from_a_play(transactional_db, open_page, width):
    create_theatre()
    tale = create_production(audience="children", title_ru="Приключения Необыкновенного Железнодорожника")
    create_performance(starts_at=next_saturday())
    create_performance(starts_at=next_sunday(), production=tale)
    page = open_page("/ru/no-such-page/", width=width, java_script_enabled=False)
    assert page.evaluate("document.documentElement.scrollWidth") == width

    page.locator(".weekend li").last.click(position={"x": 40, "y": 40})

    assert page.get_by_role("heading", level=1).inner_text() == "Приключения Необыкновенного Железнодорожника"
