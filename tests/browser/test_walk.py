"""A visitor on a cheap phone, without JavaScript, looks for a play and a telephone number."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.factories import create_performance, moment

WORDS = {
    "ru": {"whats_on": "Афиша", "home": "Главная", "about": "Всё о спектакле", "sunday": "Воскресенье"},
    "uk": {"whats_on": "Афіша", "home": "Головна", "about": "Усе про виставу", "sunday": "Неділя"},
}
PAGES = [
    "/ru/",
    "/uk/",
    "/ru/afisha/",
    "/ru/repertoire/",
    "/ru/repertoire/konek-gorbunok/",
    "/ru/news/otkrylsya-44-teatralnyj-sezon/",
    "/ru/news/yak-pracyuvaty-operatorom-call-centru/",
    "/uk/festival/2011/programme/",
    "/ru/festival/2013/results/",
    "/ru/box-office/",
    "/ru/no-such-page/",
]
BROKEN_WORDS, OVERFLOWING = (
    Path(__file__).with_name(name).read_text() for name in ("broken_words.js", "overflowing.js")
)


def path_of(page):
    return re.sub(r"^https?://[^/]+", "", page.url)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_visitor_finds_a_play_and_the_telephone_without_javascript(sample, open_page, language):
    words = WORDS[language]
    page = open_page(f"/{language}/", width=360, java_script_enabled=False)

    page.get_by_role("navigation").get_by_role("link", name=words["whats_on"], exact=True).first.click()
    assert path_of(page) == f"/{language}/afisha/"

    page.locator(".row__t a").first.click()
    assert re.fullmatch(rf"/{language}/performances/\d+/", path_of(page))
    title = page.get_by_role("heading", level=1).inner_text()
    page.locator("main a[href='tel:64601']").first.wait_for()

    page.get_by_role("link", name=words["about"]).click()
    assert path_of(page).startswith(f"/{language}/repertoire/")
    assert page.get_by_role("heading", level=1).inner_text() == title

    page.locator(".dates a").first.click()
    assert re.fullmatch(rf"/{language}/performances/\d+/", path_of(page))

    for _step in range(4):
        page.go_back()
    assert path_of(page) == f"/{language}/"


def test_the_language_switch_opens_the_same_play_in_the_other_language(sample, open_page):
    page = open_page("/ru/repertoire/snezhnaya-koroleva/", java_script_enabled=False)
    page.locator("header .lang a").click()

    assert path_of(page) == "/uk/repertoire/snezhnaya-koroleva/"
    assert page.get_by_role("heading", level=1).inner_text() == "Снігова королева"


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_no_page_scrolls_sideways(sample, open_page, width):
    page = open_page("/ru/", width=width)
    wide = []
    for path in PAGES:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []


def test_nothing_is_asked_of_anybody_else_and_nothing_runs(sample, open_page):
    asked = []
    page = open_page("/ru/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/uk/")
    own = page.url.split("/uk/")[0]

    assert asked
    assert [url for url in asked if not url.startswith((own, "data:"))] == []
    assert page.locator("script:not([type='application/ld+json']), [style], [onclick]").count() == 0


def test_the_keyboard_skips_to_the_content(sample, open_page):
    page = open_page("/ru/afisha/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_fonts_of_the_site_are_the_ones_in_use(sample, open_page):
    page = open_page("/ru/")
    page.evaluate("document.fonts.ready")

    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Rubik", "Piazzolla"} <= {name.strip('"') for name in loaded}


def test_the_home_page_prints_on_one_sheet(sample, open_page):
    paper = open_page("/ru/").pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("fonts", ["own", "stand-in"])
def test_the_menu_stands_in_one_line(sample, open_page, language, fonts):
    page = open_page("/healthz")
    if fonts == "stand-in":
        page.route("**/*.woff2", lambda route: route.abort())
    broken = []
    for path in ["", "news/"]:
        page.goto(f"/{language}/{path}")
        page.evaluate("document.fonts.ready.then(() => {})")
        for width in [900, 1024, 1247, 1248, 1280, 1343, 1344, 1440]:
            page.set_viewport_size({"width": width, "height": 900})
            links = page.locator("header .nav a")
            tops = links.evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
            if len(tops) != 5 or len(set(tops)) > 1:
                broken.append((path, width, tops))

    assert broken == []


@pytest.mark.parametrize("width", [360, 1440])
def test_facts_of_a_programme_stand_apart_and_in_one_line(sample, open_page, width):
    page = open_page("/uk/festival/2011/programme/", width=width)
    page.evaluate("document.fonts.ready.then(() => {})")
    facts = page.evaluate("""
        [...document.querySelectorAll(".prog .meta")].map(meta => [...meta.children].map(child => {
            const {left, right, top, bottom} = child.getBoundingClientRect();
            return [left, right, (top + bottom) / 2];
        }))
    """)
    pairs = [pair for row in facts for pair in pairwise(row)]
    beside = [(one, other) for one, other in pairs if abs(one[2] - other[2]) < 8]

    assert len(facts) == 10
    assert len(beside) >= 6
    assert [pair for pair in beside if pair[1][0] - pair[0][1] < 6 or abs(pair[0][2] - pair[1][2]) > 1] == []


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_no_word_of_a_week_or_a_month_is_broken_on_tablets(sample, open_page, language):
    page = open_page(f"/{language}/")
    broken = []
    for path in ["afisha/", "afisha/2026/w47/", "afisha/2026/w48/", "afisha/2026/11/", "afisha/2026/12/"]:
        page.goto(f"/{language}/{path}")
        page.evaluate("document.fonts.ready.then(() => {})")
        for width in [320, 360, 640, 800, 896, 992, 1024, 1160, 1247, 1248, 1300, 1343, 1344]:
            page.set_viewport_size({"width": width, "height": 900})
            if words := page.evaluate(BROKEN_WORDS) or page.evaluate(OVERFLOWING):
                broken.append((path, width, words))

    assert broken == []


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_word_today_is_whole_beside_a_performance(transactional_db, at, open_page, language):
    create_performance(starts_at=moment(2026, 11, 18, 18))
    page = open_page(f"/{language}/afisha/")
    page.evaluate("document.fonts.ready.then(() => {})")
    broken = []
    for width in [320, 344, 360, 383, 384, 640, 900, 1344]:
        page.set_viewport_size({"width": width, "height": 900})
        if words := page.evaluate(BROKEN_WORDS) or page.evaluate(OVERFLOWING):
            broken.append((width, words))

    assert broken == []


def test_the_hours_of_a_programme_stand_in_one_line(sample, open_page):
    page = open_page("/ru/festival/2011/programme/")
    page.evaluate("document.fonts.ready.then(() => {})")
    broken = []
    for width in [320, 360, 480, 640, 800, 1024, 1440]:
        page.set_viewport_size({"width": width, "height": 900})
        hours = page.locator(".prog tbody th time")
        sizes = hours.evaluate_all(
            "hours => hours.map(hour => [hour.getClientRects().length, hour.offsetWidth > hour.parentNode.offsetWidth])"
        )
        if {tuple(size) for size in sizes} != {(1, False)}:
            broken.append(width)

    assert broken == []


def test_no_telephone_number_is_broken_over_two_lines(sample, open_page):
    page = open_page("/uk/news/otkrylsya-44-teatralnyj-sezon/")
    broken = []
    for width in range(320, 420, 10):
        page.set_viewport_size({"width": width, "height": 900})
        numbers = page.locator("a[href^='tel:']").filter(visible=True)
        if max(numbers.evaluate_all("links => links.map(link => link.getClientRects().length)")) > 1:
            broken.append(width)

    assert broken == []
