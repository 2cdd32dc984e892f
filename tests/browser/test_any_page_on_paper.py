"""Any page, through Chromium's printer: nothing to click, nothing cut, no last sheet for a footer alone."""

import re

import pytest
from django.core.management import call_command

from tests.browser.sheets import INSIDE_THE_MARGINS, printed, words_on
from tests.factories import (
    create_award,
    create_company,
    create_edition,
    create_nomination,
    create_participant,
    create_post,
    create_theatre,
    days_from_now,
)

pytestmark = pytest.mark.usefixtures("transactional_db", "at")

PAGES = [
    "/ru/afisha/",
    "/uk/afisha/2026/w48/",
    "/ru/repertoire/",
    "/ru/repertoire/konek-gorbunok/",
    "/ru/news/",
    "/ru/news/otkrylsya-44-teatralnyj-sezon/",
    "/uk/news/yak-pracyuvaty-operatorom-call-centru/",
    "/ru/festival/",
    "/uk/festival/2011/",
    "/ru/festival/2009/participants/",
    "/ru/festival/2013/results/",
    "/uk/festival/2013/regulations/",
    "/ru/festival/2013/press/",
    "/ru/box-office/",
    "/ru/pages/visiting-rules/",
]
ONLY_FOR_THE_SCREEN = ".nav, .tools, .skips, .crumbs, .tabs, .pgs, .btn, .frieze, .foot nav"
LEAST_ON_A_SHEET = 40  # letters, besides the footer

ROW = "<tr><td>Суббота</td><td>15:00, спектакли для взрослых</td></tr>"
PARAGRAPH = "<p>Абзац обычной длины, чтобы страниц стало больше.</p>"
LONG_READING = f"""
<h2>Когда приходить</h2><table><tbody>{ROW * 70}</tbody></table>
<p>{"Щ" * 500}</p><p><a href="https://tuz.example.org/kak-projti">Как пройти</a></p>
<blockquote><p>Театр начинается с вешалки.</p></blockquote>{PARAGRAPH * 60}
"""


def test_every_page_prints_what_is_to_be_read_and_nothing_to_click(open_page):
    call_command("load_sample", verbosity=0)
    page = open_page("/ru/")
    page.emulate_media(media="print", color_scheme="dark")
    clickable, thin, unsigned, wide, dark = [], [], [], [], []
    for path in PAGES:
        page.set_viewport_size(INSIDE_THE_MARGINS)
        page.goto(path)
        page.evaluate("document.fonts.ready")
        if page.locator(ONLY_FOR_THE_SCREEN).filter(visible=True).count():
            clickable.append(path)
        if page.evaluate("document.documentElement.scrollWidth") > INSIDE_THE_MARGINS["width"]:
            wide.append(path)
        if page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)":
            dark.append(path)
        footer = len("".join(page.locator(".endpiece").inner_text().split()))
        sheets = [len(words_on([sheet])) for sheet in printed(page)]
        sheets[-1] -= footer
        if min(sheets) < LEAST_ON_A_SHEET:
            thin.append((path, sheets))
        words = words_on(printed(page))
        if path not in words or not re.search("(Макеевка·Касса|Макіївка·Каса):", words):
            unsigned.append(path)

    assert (clickable, thin, unsigned, wide, dark) == ([], [], [], [], [])


def test_a_long_article_breaks_where_it_may(open_page):
    create_theatre()
    post = create_post(title_ru="Ж" * 60, body_ru=LONG_READING)

    page = open_page(f"/ru/news/{post.slug}/", width=360)
    sheets = printed(page)
    page.emulate_media(media="print")
    page.set_viewport_size(INSIDE_THE_MARGINS)

    assert len(sheets) > 2
    assert "Какпройти(https://tuz.example.org/kak-projti)" in words_on(sheets)
    assert words_on(sheets).count("Щ") == 500
    assert words_on(sheets).count("Суббота15:00,спектаклидлявзрослых") == 70
    assert page.evaluate("document.documentElement.scrollWidth") == INSIDE_THE_MARGINS["width"]
    kept_whole = page.evaluate(
        "[...document.querySelectorAll('.rich :is(tr, blockquote, h2)')].map(part => getComputedStyle(part))"
        ".filter(style => style.breakInside !== 'avoid' && style.breakAfter !== 'avoid').length"
    )
    assert kept_whole == 0


@pytest.mark.parametrize("number", [16, 30, 70])
def test_a_long_list_begins_on_the_first_sheet(open_page, number):
    create_theatre()
    edition = create_edition(year=2011)
    for order in range(number):
        company = create_company(name_ru=f"Коллектив {order}")
        create_participant(edition=edition, company=company)
        create_post(title_ru=f"Новость {order}")

    page = open_page("/ru/festival/2011/participants/")
    participants = [len(re.findall("Коллектив", words_on([sheet]))) for sheet in printed(page)]
    page.goto("/ru/news/")
    posts = [len(re.findall("Новость", words_on([sheet]))) for sheet in printed(page)]

    assert min(participants) > 0
    assert sum(participants) == number
    assert min(posts) > 0


@pytest.mark.parametrize("number", [10, 19, 40])
def test_results_begin_on_the_first_sheet(open_page, number):
    create_theatre()
    edition = create_edition(year=2011, results_at=days_from_now(-1))
    for order in range(number):
        nomination = create_nomination(edition=edition, title_ru=f"Номинация {order}", is_grand_prix=order == 0)
        create_award(nomination=nomination, person_ru=f"Лауреат {order}")

    page = open_page("/ru/festival/2011/results/")
    awards = [len(re.findall("Номинация", words_on([sheet]))) for sheet in printed(page)]

    assert sum(awards) == number
    assert min(awards) > 0
    assert awards[0] >= min(number, 10)
