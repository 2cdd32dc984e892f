"""The festival organiser takes forty participants over from a table."""

import pytest
from django.apps import apps

from festivals.models import Participant
from tests.admin_forms import admin_url
from tests.exchange import csv_file
from tests.factories import create_company, create_edition, create_member_of
from theatre_site import staff

HEADERS = ["Фестиваль", "Коллектив", "Спектакль [ru]", "Вистава [uk]", "Состояние", "Возраст", "Для кого"]


@pytest.fixture
def organiser(transactional_db, open_page, client, live_server):
    """organiser("/admin/", width=360): a page of the admin as the festival organiser sees it."""
    staff.make_groups(apps)  # a browser test before this one has emptied the tables
    client.force_login(create_member_of(staff.FESTIVAL_ORGANISER))
    session = client.cookies["sessionid"].value

    def organiser(path, **options):
        page = open_page("/admin/login/", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.complaints = []
        page.on("console", lambda word: word.type in {"error", "warning"} and page.complaints.append(word.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path)
        return page

    return organiser


@pytest.fixture
def forty(transactional_db):
    """Forty good rows."""
    create_edition(year=2011)
    for number in range(40):
        create_company(name_ru=f"Театр {number}", name_uk=f"Театр №{number}", slug=f"theatre-{number}")
    return [
        ["ТЮЗ-2011", f"Театр {number}", f"Сказка {number}", f"Казка {number}", "принят", "6+", "детям"]
        for number in range(40)
    ]


def with_mistakes(rows):
    rows = [list(row) for row in rows]
    rows[2][1] = "Театр, которого нет"
    rows[18][4] = "приедет"
    rows[39][5] = "шесть лет"
    return rows


def choose(page, rows, name):
    file = csv_file(HEADERS, *rows, encoding="windows-1251", name=name)
    page.set_input_files("#id_file", [{"name": name, "mimeType": "text/csv", "buffer": file.read()}])
    with page.expect_navigation():
        page.get_by_role("button", name="Проверить файл").click()


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["", "without JavaScript"])
def test_forty_participants_come_in_from_a_file_of_which_three_rows_are_wrong(organiser, forty, java_script_enabled):
    page = organiser(admin_url(Participant, "changelist"), java_script_enabled=java_script_enabled)
    page.get_by_role("link", name="Загрузить", exact=True).click()

    choose(page, with_mistakes(forty), "заявки.csv")
    refused = [cells.all_inner_texts() for cells in cells_of(page)]
    assert [row[:3] for row in refused] == [
        ["4", "коллектив", "Театр, которого нет"],
        ["20", "состояние", "приедет"],
        ["41", "возраст", "шесть лет"],
    ]
    assert [row[3] for row in refused] == [
        "«Театр, которого нет»: такого нет в списке «коллективы».",
        "«приедет» — такого выбора нет."
        " Можно: подал заявку, принят, подтвердил участие, не принят, отказался от участия.",
        "«шесть лет» — не целое число.",
    ]
    assert page.get_by_role("button", name="Загрузить", exact=True).count() == Participant.objects.count() == 0

    choose(page, forty, "заявки-2.csv")
    assert Participant.objects.count() == 0
    with page.expect_navigation():
        page.get_by_role("button", name="Загрузить", exact=True).click()

    assert page.locator(".messagelist .success").inner_text() == (
        "Загружено: новых — 40, изменённых — 0, без изменений — 0."
    )
    assert Participant.objects.filter(state="accepted", age_rating=6, audience="children").count() == 40
    assert page.complaints == ["Failed to load resource: the server responded with a status of 400 (Bad Request)"]


def cells_of(page):
    return [row.locator("th, td") for row in page.locator(".exchange__rows tbody tr").all()]


def test_the_report_comes_down_as_a_file(organiser, forty):
    page = organiser(admin_url(Participant, "changelist") + "import/")
    choose(page, with_mistakes(forty), "заявки.csv")

    with page.expect_download() as download:
        page.get_by_role("button", name="Скачать этот отчёт").click()

    assert download.value.suggested_filename.startswith("Что исправить ")
    assert page.get_by_role("button", name="Проверить файл").is_enabled()


def test_a_working_button_says_so_and_cannot_be_pressed_again(organiser, forty):
    page = organiser(admin_url(Participant, "changelist") + "import/")
    choose(page, forty, "заявки.csv")
    sent = []

    def answer_nothing(route):
        sent.append(route.request.url)
        route.fulfill(status=204)  # the page stays as it is

    page.route("**/import/confirm/", answer_nothing)
    button = page.locator("[data-working]")
    for _ in range(2):
        button.click(force=True)
        page.wait_for_timeout(200)

    assert (button.input_value(), button.get_attribute("aria-disabled")) == ("Загружаем…", "true")
    assert len(sent) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_a_phone_and_can_be_read(organiser, forty, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = organiser(admin_url(Participant, "changelist") + "import/", width=360, color_scheme=scheme)
    page.locator(".exchange__columns summary").click()
    found = [problems_of(page, Axe())]
    choose(page, with_mistakes(forty), "заявки.csv")
    found.append(problems_of(page, Axe()))
    choose(page, forty, "очень-длинное-имя-файла-" * 5 + ".csv")
    found.append(problems_of(page, Axe()))
    page.goto(admin_url(Participant, "changelist") + "export/")
    found.append(problems_of(page, Axe()))

    assert found == [(360, [])] * 4


def problems_of(page, axe):
    """(the width that the page needs, what axe says about our part of it)"""
    results = axe.run(page, context=".exchange").response
    words = [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in results["violations"]]
    return page.evaluate("document.documentElement.scrollWidth"), words
