"""The version for the visually impaired, as a browser shows it."""

from pathlib import Path

import pytest

from tests.browser.sample_pages import sample_pages

LANGUAGES = ["ru", "uk"]
PHONE = 360

BROKEN_WORDS = Path(__file__).with_name("broken_words.js").read_text()


@pytest.mark.parametrize("letters", ["normal", "wide"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_broken_and_nothing_scrolls_sideways_on_a_phone_at_200_percent(
    sample, open_vision, language, letters
):
    page = open_vision("/healthz", f"200.white.{letters}.normal.off", width=PHONE)
    broken, wide = {}, {}
    for path in sample_pages(language):
        page.goto(path)
        page.keyboard.press("Tab")
        page.evaluate("document.querySelector('.vision details').open = true; document.fonts.ready")
        if words := page.evaluate(BROKEN_WORDS):
            broken[path] = words
        if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE:
            wide[path] = width

    assert broken == {}
    assert wide == {}


def test_with_pictures_on_nothing_scrolls_sideways_either(sample, open_vision):
    page = open_vision("/healthz", "200.brown.wide.wide.on", width=PHONE)
    for path in (
        "/ru/",
        "/ru/repertoire/",
        "/ru/repertoire/konek-gorbunok/",
        "/ru/news/otkrylsya-44-teatralnyj-sezon/",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_paper_is_black_on_white_and_large_whatever_the_screen_shows(sample, open_vision):
    page = open_vision("/ru/", "200.black.normal.normal.off")
    page.emulate_media(media="print")
    look = page.evaluate(
        "(({color, backgroundColor, fontSize}) => [color, backgroundColor, fontSize])(getComputedStyle(document.body))"
    )

    assert look == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "32px"]
    assert page.locator(".vision, .nav, .btn").locator("visible=true").count() == 0


@pytest.mark.parametrize("colours", ["white", "black", "blue", "brown"])
def test_buttons_take_the_colours_that_were_chosen(open_vision, db, colours):
    page = open_vision("/ru/search/", f"150.{colours}.normal.normal.off")
    look = "({color, backgroundColor}) => [color, backgroundColor]"
    ink = page.evaluate("getComputedStyle(document.body).color")

    assert page.locator("button").first.evaluate(f"button => ({look})(getComputedStyle(button))") == [
        ink,
        "rgba(0, 0, 0, 0)",
    ]


def test_a_photo_opens_large_without_javascript(sample, open_vision):
    page = open_vision("/ru/repertoire/konek-gorbunok/", "150.black.normal.normal.on", java_script_enabled=False)
    page.locator(".gal a[id^=open]").nth(1).click()

    assert page.locator(".viewer").locator("visible=true").count() == 1
    assert page.locator(".viewer:target img").is_visible()


def test_with_pictures_off_there_is_no_photo_to_open(sample, open_vision):
    page = open_vision("/ru/repertoire/konek-gorbunok/", "150.white.normal.normal.off")

    assert page.locator(".gal li").count() == 6
    assert page.locator(".gal a, .viewer").count() == 0
    assert page.locator(".gal .in-words").first.inner_text().startswith("Изображение: ")
