"""People read with a keyboard, enlarged, with their own spacing, colours and peace of mind."""

from pathlib import Path

import pytest

from tests.browser.sample_pages import main_pages, sample_pages

SCRIPTS = {path.stem: path.read_text() for path in Path(__file__).parent.glob("*.js")}
PRODUCTION = "/ru/repertoire/konek-gorbunok/"

# WCAG 1.4.12
WIDER_TEXT = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""


def failing(page, paths, script):
    """{path: what the script complains of} for those pages on which it does."""
    found = {}
    for path in paths:
        page.goto(path)
        if complaints := page.evaluate(SCRIPTS[script]):
            found[path] = complaints
    return found


# Enlarged


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_nothing_is_lost_at_400_percent(sample, open_page, language):
    """A window of 1280 pixels, enlarged fourfold, is 320 wide and 256 high."""
    page = open_page("/healthz", width=320, height=256)

    assert failing(page, sample_pages(language), "overflowing") == {}


@pytest.mark.parametrize(("width", "pages"), [(320, sample_pages), (1280, main_pages)])
def test_wider_spacing_of_the_text_loses_nothing(sample, open_page, width, pages):
    page = open_page("/healthz", width=width, bypass_csp=True)
    lost = {}
    for path in [*pages("ru"), "/uk/"]:
        page.goto(path)
        page.add_style_tag(content=WIDER_TEXT)
        if found := page.evaluate(SCRIPTS["overflowing"]):
            lost[path] = found

    assert lost == {}


def test_nothing_sticks_to_a_low_window(sample, open_page):
    page = open_page(PRODUCTION, width=320, height=256)
    sticking = "getComputedStyle(document.querySelector('.cta')).position"

    assert page.evaluate(sticking) == "static"
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(sticking) == "sticky"


# The keyboard


@pytest.mark.parametrize(
    ("path", "width"),
    [("/ru/", 1280), ("/ru/afisha/", 360), ("/uk/afisha/2026/11/", 1280), (PRODUCTION, 360)]
    + [(f"/ru/{path}", 1280) for path in ("news/", "news/otkrylsya-44-teatralnyj-sezon/", "festival/2013/results/")],
)
def test_the_keyboard_goes_through_a_page_in_its_order_and_one_sees_where(sample, open_page, path, width):
    page = open_page(path, width=width, reduced_motion="reduce")
    there = page.evaluate(SCRIPTS["focusable"])
    visited, unseen = [], []
    for _each in there:
        page.keyboard.press("Tab")
        name, seen = page.evaluate(SCRIPTS["focus"])
        visited.append(name)
        if not seen:
            unseen.append(name)

    assert visited == there
    assert unseen == []


def test_the_keyboard_reaches_every_choice_of_the_panel(sample, open_vision):
    page = open_vision("/ru/", "200.white.normal.normal.off", width=360)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the panel
    for choice in page.locator("#vision a").all():
        page.keyboard.press("Tab")
        assert choice.evaluate("choice => choice === document.activeElement")
        assert page.evaluate(SCRIPTS["focus"])[1]


def test_a_choice_leads_back_to_the_same_page_with_the_panel_open(sample, open_page):
    page = open_page("/ru/news/", width=360, java_script_enabled=False)
    page.locator("header .tool[href*=vision]").click()
    page.get_by_role("link", name="200 %").click()
    page.get_by_role("link", name="белым по чёрному").click()

    html = page.locator("html")
    assert page.url.split("#")[0].endswith("/ru/news/")
    assert [html.get_attribute(name) for name in ("data-vision", "data-size")] == ["black", "200"]
    page.get_by_role("link", name="белым по чёрному").wait_for()

    page.get_by_role("link", name="Обычная версия сайта").first.click()
    assert page.url.endswith("/ru/news/")
    assert html.get_attribute("data-vision") is None


# Less motion


def test_nothing_moves_for_those_who_want_less_motion(sample, open_page):
    moving = "document.getAnimations().map(each => each.animationName || each.transitionProperty)"
    page = open_page("/ru/", reduced_motion="reduce")
    page.hover(".brand")
    page.hover(".card")
    assert page.evaluate(moving) == []

    page = open_page("/ru/", reduced_motion="no-preference")
    assert set(page.evaluate(moving)) >= {"glance"}


# Their own colours


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_vanishes_in_the_readers_own_colours(sample, open_page, scheme):
    page = open_page("/healthz", forced_colors="active", color_scheme=scheme)

    assert failing(page, main_pages("ru"), "vanished") == {}


def test_nor_in_the_version_for_the_visually_impaired(sample, open_vision):
    page = open_vision("/healthz", "150.blue.normal.normal.off", width=360, forced_colors="active")

    assert failing(page, main_pages("ru"), "vanished") == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_those_who_want_more_contrast_get_seven_to_one(sample, open_page, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page("/healthz", contrast="more", color_scheme=scheme, reduced_motion="reduce")
    options = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}, "preload": False}
    weak = {}
    for path in main_pages("ru"):
        page.goto(path)
        if found := Axe().run(page, options=options).response["violations"]:
            weak[path] = [node["any"][0]["message"] + node["html"][:150] for node in found[0]["nodes"]]

    assert weak == {}
