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
