"""An organiser of the festival at the desk, with the rights of that group and no others."""

import pytest
from django.apps import apps

from festivals.models import Award, Edition, ProgrammeItem
from tests.browser.test_axe import LOOKS, violations
from tests.factories import (
    create_award,
    create_company,
    create_edition,
    create_member_of,
    create_nomination,
    create_participant,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.festivals.desk.pages import page_address
from theatre_site import staff

__all__ = ["violations"]

PAGES = ["desk", "programme", "results", "copy"]


@pytest.fixture
def desk(transactional_db, at, open_page, client, live_server):
    """desk("/admin/"): a page of the admin as the organiser sees it. Collects what the browser complains about."""
    staff.make_groups(apps)  # a test with transactions leaves no rows, those of migrations neither
    create_theatre()
    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    session = client.cookies["sessionid"].value

    def desk(path, **options):
        page = open_page("/admin/login/", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.complaints = []
        page.on(
            "console", lambda message: message.type in {"error", "warning"} and page.complaints.append(message.text)
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path)
        return page

    return desk


def saved(page, button):
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()
    page.wait_for_selector(".messagelist .success")


def laureate(page, nomination, row=0):
    """The fields of a new row of the grid."""
    return f"[name=new-{nomination.pk}-{row}-%s]"


def test_results_of_twelve_nominations_appear_at_their_moment_and_not_before(desk, open_page, at):
    at("2026-11-18 10:00")
    old = create_edition(year=2024, publish_at=moment(2024, 1, 1))
    for order in range(12):
        create_award(
            nomination=create_nomination(edition=old, title_ru=f"Номинация {order}", order=order), person_ru="А"
        )

    page = desk("/admin/festivals/edition/")
    page.get_by_role("link", name="К рабочему столу").click()
    page.get_by_role("link", name="Начать новый фестиваль по образцу этого").click()
    page.get_by_label("Год").fill("2026")
    saved(page, "Сделать черновик")
    new = Edition.objects.get(year=2026)
    assert page.url.endswith(page_address(new, "desk"))

    Edition.objects.filter(pk=new.pk).update(status="published", publish_at=moment(2026, 1, 1))
    maska = create_participant(edition=new, company=create_company(name_ru="Маска-Победитель"))
    nominations = list(new.nominations.all())
    page.get_by_role("link", name="Внести итоги").click()
    for nomination in nominations[:10]:
        fields = laureate(page, nomination)
        page.select_option(fields % "degree", "laureate")
        page.select_option(fields % "participant", str(maska.pk))
    page.select_option(laureate(page, nominations[10]) % "degree", "not_awarded")
    page.fill(laureate(page, nominations[11]) % "person_ru", "Тайный Лауреат")
    page.get_by_role("button", name="Ещё лауреат").nth(11).click()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Второй Лауреат")
    page.fill("[name=prize-0-title_ru]", "Приз Детского мира")
    page.fill("[name=prize-0-award-0-person_ru]", "Третий Лауреат")
    saved(page, "Сохранить итоги")
    assert Award.objects.filter(nomination__edition=new).count() == 14

    page.get_by_role("link", name="Рабочий стол", exact=True).click()
    page.fill("[name=results_at_0]", "2026-11-20")
    page.fill("[name=results_at_1]", "18:00")
    saved(page, "Назначить время")
    assert page.complaints == []

    at("2026-11-20 17:59")
    assert what_visitors_read(open_page) == set()
    at("2026-11-20 18:00")
    assert what_visitors_read(open_page) == {
        *("Маска-Победитель", "Тайный Лауреат", "Второй Лауреат", "Третий Лауреат", "Приз Детского мира"),
        *("ru/results/", "uk/results/"),
    }


def what_visitors_read(open_page):
    """Of the results, on the pages where they could be."""
    secrets = ["Маска-Победитель", "Тайный Лауреат", "Второй Лауреат", "Третий Лауреат", "Приз Детского мира"]
    read = set()
    for language in ("ru", "uk"):
        for path in ("", "festival/", "festival/2026/", "festival/2026/results/"):
            html = open_page(f"/{language}/{path}").content()
            read |= {secret for secret in secrets if secret in html}
            if f'href="/{language}/festival/2026/results/"' in html:
                read.add(f"{language}/results/")
    return read


def test_results_are_entered_without_javascript(desk):
    nomination = create_nomination(edition=create_edition(year=2013))
    page = desk(page_address(nomination.edition, "results"), java_script_enabled=False)

    for name in ("Анна Лис", "Олег Коваль"):
        page.fill(laureate(page, nomination) % "person_ru", name)
        saved(page, "Сохранить итоги")

    assert [award.person_ru for award in nomination.awards.all()] == ["Анна Лис", "Олег Коваль"]
    assert not page.get_by_role("button", name="Ещё лауреат").count()


def test_a_row_that_was_added_is_still_there_after_a_mistake(desk):
    nomination = create_nomination(edition=create_edition(year=2013))
    create_award(nomination=nomination, person_ru="Анна Лис")
    page = desk(page_address(nomination.edition, "results"))
    add = page.get_by_role("button", name="Ещё лауреат").first
    assert page.locator(".prize").first.locator(".laureate").count() == 1

    for row, name in enumerate(["Олег Коваль", "Мария Гай"]):
        add.click()
        page.fill(laureate(page, nomination, row) % "person_ru", name)
    page.select_option(laureate(page, nomination, 1) % "degree", "not_awarded")
    page.get_by_role("button", name="Сохранить итоги").click()
    page.wait_for_selector(".errorlist")

    assert [page.input_value(laureate(page, nomination, row) % "person_ru") for row in (0, 1)] == [
        "Олег Коваль",
        "Мария Гай",
    ]
    page.select_option(laureate(page, nomination, 1) % "degree", "diploma")
    saved(page, "Сохранить итоги")
    assert [award.person_ru for award in nomination.awards.all()] == ["Анна Лис", "Олег Коваль", "Мария Гай"]


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_the_programme_is_changed_by_keyboard_and_confirmed(desk, java_script_enabled):
    edition = create_edition(year=2013)
    stage = create_venue(name_ru="Малая сцена")
    item = create_programme_item(edition=edition)
    page = desk(page_address(edition, "programme"), java_script_enabled=java_script_enabled)

    page.fill(f"[name=item-{item.pk}-starts_at_1]", "14:30")
    page.select_option(f"[name=item-{item.pk}-venue]", str(stage.pk))
    page.focus(f"[name=item-{item.pk}-duration]")
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
    saved(page, "Утвердить программу")

    item = ProgrammeItem.objects.get()
    assert (item.starts_at, item.venue, item.duration) == (moment(2013, 10, 3, 14, 30), stage, 45)
    assert Edition.objects.get().programme_confirmed


def create_busy_edition():
    edition = create_edition(year=2013, title_ru="Четвёртый открытый фестиваль театров для детей и юношества")
    stages = [create_venue(name_ru=f"Сцена {number} Дворца культуры металлургов") for number in range(3)]
    for number in range(6):
        long_name = "Экспериментальный народный театр юношества " + "«Синяя птица» " * 3
        participant = create_participant(edition=edition, company=create_company(name_ru=long_name))
        for stage in stages[: number % 3 + 1]:
            create_programme_item(edition=edition, kind="show", participant=participant, venue=stage)
        create_award(nomination=create_nomination(edition=edition, title_ru="Лучший " * 12), participant=participant)
    create_participant(edition=edition)
    return edition


@pytest.mark.parametrize("word", PAGES)
def test_a_page_of_the_desk_breaks_no_rule_of_accessibility(desk, violations, word):
    page = desk(page_address(create_busy_edition(), word), reduced_motion="reduce")
    found = {}
    for scheme, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.getAnimations().forEach(change => change.finish())")
        if broken := violations(page):
            found[scheme, width] = broken

    assert found == {}


@pytest.mark.parametrize("word", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_a_page_of_the_desk_fits_its_screen(desk, word, width):
    page = desk(page_address(create_busy_edition(), word), width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.complaints == []
