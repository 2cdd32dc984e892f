"""The office on a telephone and by hand: the start page, the order of rows, the theatre's hours, light and dark."""

import pytest
from django.apps import apps

from news.models import Post
from repertoire.models import Performance
from tests.admin_forms import admin_url
from tests.browser.test_axe import violations
from tests.factories import (
    create_banner,
    create_credit,
    create_edition,
    create_hours_exception,
    create_jury_member,
    create_member_of,
    create_notice,
    create_performance,
    create_post,
    create_production,
    create_production_photo,
    create_theatre,
    moment,
)
from theatre_site import staff
from theatre_site.models import Banner, Notice

__all__ = ["violations"]

START = "/admin/"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def office(transactional_db, open_page, client, live_server):
    """office(staff.BOX_OFFICE, "/admin/", width=360): a page as somebody of that group only sees it."""

    def office(group, path, **options):
        staff.make_groups(apps)  # the tests of a browser empty the database, groups and all
        client.force_login(create_member_of(group))
        page = open_page("/admin/login/", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([session])
        page.complaints = []
        page.on("console", lambda said: said.type in {"error", "warning"} and page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path)
        return page

    return office


def save(page):
    page.locator("[name=_save]").first.click()
    page.wait_for_selector(".messagelist .success")


def test_every_field_of_a_form_keeps_its_frame_on_a_telephone(office):
    create_hours_exception(theatre=create_theatre())
    page = office(staff.BOX_OFFICE, "/admin/theatre_site/theatre/", width=360)

    sticking_out = """fields => {
      const right = element => element.getBoundingClientRect().right;
      return fields.filter(field => right(field) > right(field.closest(".form-row"))).map(field => field.name);
    }"""
    assert page.locator(".aligned .form-row input:visible").evaluate_all(sticking_out) == []


# The start page


def test_the_chief_editor_goes_from_the_start_page_to_what_lacks_on_a_telephone(office, at):
    create_theatre()
    play = create_production(title_ru="Вий", title_uk="")
    create_performance(starts_at=moment(2026, 11, 21, 15), production=play)
    create_post(status="review", title_ru="Премьера")
    page = office(staff.CHIEF_EDITOR, START, width=360, height=740)

    headings = page.locator(".start__part h2").all_inner_texts()
    assert [heading.replace("\n", " ") for heading in headings] == [
        *("Ближайшие 14 дней", "Ждут вашего решения 1", "Черновики", "Переводы 1", "Последние изменения"),
    ]
    assert not page.evaluate(SIDEWAYS)
    page.locator(".start__problems a", has_text="нет названия по-украински").click()
    page.wait_for_selector("#id_title_uk")

    assert page.url.endswith(f"{admin_url(play)}#id_title_uk")
    page.locator("#id_title_uk").fill("Вій")
    save(page)
    page.goto(START)
    assert page.locator(".start__problems a", has_text="нет названия").count() == 0
    assert page.complaints == []


def test_the_box_office_sees_its_day_on_a_telephone(office, at):
    create_theatre()
    create_performance(
        starts_at=moment(2026, 11, 21, 15), sale=Performance.Sale.SOLD_OUT, production=create_production(title_uk="")
    )
    create_post(status="draft")
    notice = create_notice(text_uk="")
    page = office(staff.BOX_OFFICE, START, width=360, height=740)

    assert page.locator(".start__problems").count() == 0
    assert page.locator(".start__dates .badge").all_inner_texts() == ["Билетов нет"]
    assert page.locator(".start__lines .start__name").all_inner_texts() == [notice.text_ru]
    assert not page.evaluate(SIDEWAYS)
    page.locator(".start__lines .start__name").click()
    page.locator("#id_text_uk").fill("Каса переїхала")
    save(page)

    assert Notice.objects.get().text_uk == "Каса переїхала"
    assert page.complaints == []


def test_a_line_puts_the_cursor_into_a_folded_field(office, at):
    create_performance(starts_at=moment(2026, 11, 21, 15), production=None, title_ru="Гости", title_uk="Гості")
    page = office(staff.REPERTOIRE_MANAGER, START)

    page.locator(".start__problems a", has_text="нет возраста").click()
    page.wait_for_function("() => document.activeElement?.id === 'id_age_rating'")

    assert page.locator("#id_age_rating").is_visible()
    assert page.complaints == []


def test_a_line_puts_the_cursor_into_the_editor_of_a_text(office, at):
    create_post(body_ru="<p>Ждём вас.</p>", status="review")
    page = office(staff.NEWS_EDITOR, START)

    page.locator(".start__lines .start__name").click()
    page.wait_for_function("() => window.CKEDITOR?.instances.id_body_uk?.focusManager.hasFocus")
    page.keyboard.type("Чекаємо.")
    save(page)

    assert Post.objects.get().body_uk == "<p>Чекаємо.</p>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_start_page_breaks_no_rule(office, at, violations, scheme):
    create_performance(starts_at=moment(2026, 11, 21, 15))
    create_performance(starts_at=moment(2026, 11, 22, 11), production=create_production(audience="children"))
    create_post(status="review")
    create_post(title_uk="")
    page = office(staff.CHIEF_EDITOR, START, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = violations(page)

    assert found == {360: [], 1440: []}


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_of_the_office_scrolls_sideways(office, width):
    theatre, post, edition = create_theatre(), create_post(), create_edition()
    create_banner()
    create_jury_member(edition=edition)
    rows = [theatre, post, edition, create_production(), create_performance()]
    addresses = [START, "/admin/me/", admin_url(Banner, "changelist"), *map(admin_url, rows)]
    addresses += [admin_url(row, "changelist") for row in rows]
    page = office(staff.CHIEF_EDITOR, START, width=width)

    sideways = []
    for address in addresses:
        page.goto(address)
        sideways += [address] if page.evaluate(SIDEWAYS) else []

    assert sideways == []


# The order of rows


def order_of_banners():
    return [*Banner.objects.order_by("order", "pk").values_list("title_ru", flat=True)]


@pytest.fixture
def banners(transactional_db):
    for number, title in enumerate(["Первый", "Второй", "Третий"]):
        create_banner(title_ru=title, order=number)


def test_a_row_is_moved_by_its_buttons_and_the_keyboard(office, banners):
    page = office(staff.CHIEF_EDITOR, admin_url(Banner, "changelist"))

    page.locator("tr", has_text="Третий").get_by_role("button", name="Выше").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert "Теперь место 1 из 3" in page.locator("#order-said").inner_text()
    assert order_of_banners() == ["Первый", "Второй", "Третий"]
    save(page)
    assert order_of_banners() == ["Третий", "Первый", "Второй"]
    assert page.complaints == []


def test_a_row_is_dragged_to_its_place(office, banners):
    page = office(staff.CHIEF_EDITOR, admin_url(Banner, "changelist"))

    page.locator("tr", has_text="Первый").locator(".order__handle").drag_to(page.locator("tr", has_text="Третий"))
    save(page)

    assert order_of_banners()[0] == "Второй"


def test_without_javascript_the_numbers_are_written(office, banners):
    page = office(staff.CHIEF_EDITOR, admin_url(Banner, "changelist"), java_script_enabled=False)

    assert page.locator(".order").count() == 0
    page.locator("[name=form-0-order]").fill("9")
    save(page)

    assert order_of_banners() == ["Второй", "Третий", "Первый"]


def test_photos_of_a_gallery_are_moved_in_the_form(office, transactional_db):
    production = create_production()
    first, second = (create_production_photo(production=production, order=number) for number in (1, 2))
    page = office(staff.REPERTOIRE_MANAGER, admin_url(production))

    page.locator("#productionphoto-group summary").click()
    page.locator("#productionphoto-1").get_by_role("button", name="Выше").click()
    save(page)

    assert [*production.photos.all()] == [second, first]
    assert page.complaints == []


def test_what_was_written_about_a_member_of_the_jury_survives_a_move(office, transactional_db):
    edition = create_edition()
    for number, name in enumerate(["Анна", "Борис"], start=1):
        create_jury_member(edition=edition, name_ru=name, name_uk=name, bio_ru=f"<p>{name}</p>", order=number)
    page = office(staff.FESTIVAL_ORGANISER, admin_url(edition))
    page.locator("#jurymember-group summary").click()
    page.wait_for_function("() => CKEDITOR.instances['id_jurymember-1-bio_ru']?.status === 'ready'")
    page.frame_locator("#cke_id_jurymember-1-bio_ru iframe").locator("body").click()
    page.keyboard.press("End")
    page.keyboard.type(" Коваль")

    page.locator("#jurymember-1").get_by_role("button", name="Выше").click()
    page.wait_for_function("() => CKEDITOR.instances['id_jurymember-1-bio_ru']?.status === 'ready'")
    save(page)

    assert [*edition.jury.values_list("name_ru", "bio_ru")] == [
        ("Борис", "<p>Борис Коваль</p>"),
        ("Анна", "<p>Анна</p>"),
    ]
    assert page.complaints == []


def test_a_new_row_stands_last(office, transactional_db):
    production = create_production()
    create_production_photo(production=production, order=4)
    page = office(staff.REPERTOIRE_MANAGER, admin_url(production))

    page.locator("#productionphoto-group summary").click()
    page.locator("#productionphoto-group .add-row a").click()

    assert page.locator("[name=productionphoto-1-order]").input_value() == "5"


# What stands above a form and a list


@pytest.mark.parametrize("width", [360, 900, 1280])
def test_the_buttons_above_a_form_or_a_list_never_lie_on_its_heading(office, width):
    post = create_post(status="draft", title_ru="Открытие сорок четвёртого театрального сезона")
    for path in (admin_url(post), admin_url(Performance, "changelist")):
        page = office(staff.CHIEF_EDITOR, path, width=width)
        foot = page.evaluate(
            "[...document.querySelectorAll('#content > :is(h1, h2)')].at(-1).getBoundingClientRect().bottom"
        )
        tops = page.locator(".object-tools li").evaluate_all("items => items.map(i => i.getBoundingClientRect().top)")

        assert len(tops) >= 5
        assert min(tops) >= foot


def test_who_only_looks_at_a_play_has_a_poster_that_asks_for_nothing(office):
    production = create_production()
    page = office(staff.NEWS_EDITOR, admin_url(production))
    page.wait_for_load_state("networkidle")

    assert page.locator(".poster-panel svg").first.is_visible()
    assert page.complaints == []


@pytest.mark.parametrize("width", [360, 1100, 1280])
def test_a_play_with_its_cast_is_never_wider_than_the_screen(office, width):
    credit = create_credit()
    page = office(staff.REPERTOIRE_MANAGER, admin_url(credit.production), width=width)

    assert page.locator("#credit-group .form-row.has_original").count() == 1
    assert not page.evaluate(SIDEWAYS)
