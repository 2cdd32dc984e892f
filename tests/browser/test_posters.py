"""An editor leafs through posters until one fits, and keeps it."""

from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command

from repertoire.models import Production
from tests.admin_forms import admin_url
from tests.browser.test_admin import desk
from tests.factories import create_production, picture

__all__ = ["desk"]

POSTER = ".poster-panel__poster > svg"


@pytest.fixture
def editor(desk):
    """editor(address): the form, with its panel drawn."""

    def editor(path):
        page = desk(path)
        page.wait_for_selector(".poster-panel__steps button")
        return page

    return editor


def poster_of(page):
    return page.locator(POSTER).evaluate("svg => svg.outerHTML")


def press(page, words):
    """Presses a button of the panel and gives the poster that comes of it."""
    before = poster_of(page)
    page.locator(".poster-panel__steps button", has_text=words).click()
    page.wait_for_function(
        "([selector, before]) => document.querySelector(selector).outerHTML !== before", arg=[POSTER, before]
    )
    return poster_of(page)


def test_a_poster_is_leafed_through_and_kept(editor):
    production = create_production(slug="revizor")
    page = editor(admin_url(production))

    seen = [poster_of(page)]
    for words in ("Другой вариант", "Другой рисунок", "Другие краски", "Название с", "Другой вариант"):
        seen.append(press(page, words))
    assert len(set(seen)) == len(seen)
    assert press(page, "Предыдущий вариант") == seen[-2]

    page.locator(".poster-panel__drawings button").nth(5).click()
    page.wait_for_selector(".poster-panel__drawings li:nth-child(6) [aria-pressed=true]")
    chosen = poster_of(page)
    said = {field: page.input_value(f"#id_poster_{field}") for field in ("motif", "palette", "variant", "title_on_top")}
    page.locator("[name=_save]").first.click()
    page.wait_for_selector(".messagelist .success")

    production.refresh_from_db()
    assert (production.poster_motif, str(production.poster_palette), str(production.poster_variant)) == (
        said["motif"],
        said["palette"],
        "5",
    )
    assert str(production.poster_title_on_top).lower() == said["title_on_top"]
    page.goto(admin_url(production))
    page.wait_for_selector(".poster-panel__steps button")
    assert poster_of(page) == chosen
    assert page.complaints == []


def test_the_poster_follows_the_title_as_it_is_typed(editor):
    page = editor(admin_url(Production, "add"))

    page.locator("#id_title_ru").press_sequentially("Золушка")
    page.select_option("#id_audience", "children")
    page.wait_for_function("selector => document.querySelector(selector).textContent === 'ЗОЛУШКА'", arg=POSTER)

    assert page.locator(f"{POSTER} text").get_attribute("font-family") == "Rubik"
    assert page.complaints == []


def test_a_chosen_photo_is_seen_in_the_frame_before_it_is_uploaded(editor):
    page = editor(admin_url(create_production()))
    photo = picture().read()

    page.set_input_files("#id_photo", {"name": "photo.png", "mimeType": "image/png", "buffer": photo})
    page.wait_for_selector(f"{POSTER} image[href^='data:image/png']")

    assert page.locator(".poster-panel__drawings").count() == 0
    assert "фотография" in page.locator(".poster-panel [role=status]").inner_text()
    assert page.complaints == []


def test_the_buttons_are_pressed_by_keyboard_again_and_again(editor):
    page = editor(admin_url(create_production()))

    page.locator(".poster-panel__steps button", has_text="Другой вариант").focus()
    for number in (1, 2, 3):
        page.keyboard.press("Enter")
        page.wait_for_selector(f".poster-panel__drawings li:nth-child({number + 1}) [aria-pressed=true]")

    assert page.evaluate("document.activeElement.textContent.trim()") == "Другой вариант"
    assert page.input_value("#id_poster_variant") == "3"
    assert "вариант 3" in page.locator(".poster-panel [role=status]").inner_text()


def test_a_wrong_number_is_answered_with_a_sentence_and_the_poster_stays(editor):
    page = editor(admin_url(create_production()))
    before = poster_of(page)

    page.locator("#id_poster_variant").fill("100")
    page.wait_for_function("() => document.querySelector('.poster-panel [role=status]').textContent.includes('нельзя')")

    assert poster_of(page) == before


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_the_panel_fits_on_a_phone(editor, width):
    page = editor(admin_url(create_production()))
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    buttons = page.locator(".poster-panel__steps button").all()
    assert min(button.bounding_box()["height"] for button in buttons) >= 44


def test_whoever_may_only_look_sees_the_poster_as_it_is_saved(desk):
    editor = User.objects.get()
    User.objects.update(is_superuser=False)
    editor.user_permissions.add(Permission.objects.get(codename="view_production"))
    page = desk(admin_url(create_production()))
    page.wait_for_load_state("networkidle")

    assert page.locator(POSTER).count() == 1
    assert page.complaints == []


def test_in_a_browser_no_line_is_longer_than_its_measure(browser, tmp_path, live_server):
    """The forty hardest titles, as Chromium sets them in the site's own fonts."""
    sheet = tmp_path / "sheet.html"
    call_command("poster_sheet", sheet, stdout=StringIO())
    page = browser.new_page()
    page.goto(sheet.as_uri())
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(
        """() => [...document.querySelectorAll("body > svg")].flatMap((poster) =>
          [...poster.querySelectorAll("text")].map((text) => {
            const box = text.getBBox();
            const pinned = Number(text.getAttribute("textLength"));
            text.removeAttribute("textLength");
            return { left: box.x, right: box.x + box.width, pinned, natural: text.getComputedTextLength() };
          }))"""
    )
    page.close()

    assert len(lines) > 100
    for line in lines:
        assert line["pinned"] <= 264
        assert line["natural"] == pytest.approx(line["pinned"], rel=0.03)  # kerning
        assert 10 <= line["left"] < line["right"] <= 290  # a swash may hang out of its line, never out of the poster
