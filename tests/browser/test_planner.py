"""The repertoire manager on Monday morning, and the box office. It is Wednesday, 18 November 2026."""

from datetime import time

import pytest
from django.apps import apps

from repertoire.models import Gap, Performance
from tests.factories import (
    SUNDAY,
    create_member_of,
    create_performance,
    create_production,
    create_slot,
    create_theatre,
    moment,
)
from theatre_site import staff

PLANNER = "/admin/repertoire/performance/planner/"
LIST = "/admin/repertoire/performance/"
COUNT_CLICKS = "window.clicks = 0; addEventListener('click', event => { clicks += event.isTrusted }, true)"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [("light", 1440), ("dark", 1440), ("dark", 360), ("light", 360)]
ADULTS = ["Ревизор", "Женитьба", "Лесная песня", "Двенадцатая ночь"]
CHILDREN = ["Теремок", "Золушка", "Морозко", "Конёк-Горбунок"]


@pytest.fixture
def house(transactional_db, at):
    """A theatre that plays on Saturdays for adults and on Sundays for children, with four plays for each."""
    create_theatre()
    create_slot()
    create_slot(weekday=SUNDAY, time=time(11), audience="children")
    for audience, titles in (("adults", ADULTS), ("children", CHILDREN)):
        for title in titles:
            create_production(title_ru=title, title_uk=title, audience=audience, age_rating=6)


@pytest.fixture
def desk_of(transactional_db, open_page, client, live_server):
    """desk_of(staff.BOX_OFFICE, "/admin/"): a page of the admin for somebody of this group only."""

    staff.make_groups(apps)  # the tests before have emptied the database, of what migrations made too

    def desk_of(group, path, **options):
        client.force_login(create_member_of(group))
        page = open_page("/healthz", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([session])
        page.set_default_timeout(10_000)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path)
        return page

    return desk_of


def row(page, number):
    return page.locator(".plan-row").nth(number)


def field(page, number, name):
    return row(page, number).locator(f"[data-field={name}]")


def save(page):
    with page.expect_navigation():
        page.click(".planner__save button")
    page.wait_for_selector(".messagelist .success")


def planned():
    return [(shown.starts_at, shown.name) for shown in Performance.objects.order_by("starts_at")]


WEEKENDS = [
    (moment(2026, month, day, hour), titles[number])
    for number, (month, saturday) in enumerate([(11, 21), (11, 28), (12, 5), (12, 12)])
    for day, hour, titles in ((saturday, 15, ADULTS), (saturday + 1, 11, CHILDREN))
]


def test_four_weekends_take_nine_clicks_and_one_save(house, desk_of):
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4", width=1440)
    page.evaluate(COUNT_CLICKS)
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))

    for _moment, title in WEEKENDS:
        page.locator("[data-shelf]").get_by_role("button", name=title, exact=True).click()
    clicks = page.evaluate("clicks") + 1  # the last one is for saving
    save(page)

    assert planned() == WEEKENDS
    assert (clicks, len(sent)) == (9, 1)
    assert clicks <= 12
    assert page.complaints == []


def test_four_weekends_are_planned_without_javascript(house, desk_of):
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4", java_script_enabled=False)

    for number, (_moment, title) in enumerate(WEEKENDS):
        field(page, number, "production").select_option(label=title)
    save(page)

    assert planned() == WEEKENDS


def test_four_weekends_are_planned_by_keyboard(house, desk_of):
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4")
    field(page, 0, "production").focus()

    for _moment, title in WEEKENDS:
        for _step in range(sorted(ADULTS if title in ADULTS else CHILDREN).index(title) + 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist .success")

    assert planned() == WEEKENDS


def test_a_month_is_planned_with_all_that_may_happen(house, desk_of, open_page):
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4", width=1440)
    for _moment, title in WEEKENDS[:7]:
        page.locator("[data-shelf]").get_by_role("button", name=title, exact=True).click()
    field(page, 0, "remark").select_option("premiere")
    field(page, 1, "sale").select_option("sold_out")
    field(page, 7, "state").select_option("free")
    field(page, 7, "state_reason_ru").fill("Гастроли в Харькове")
    page.locator("[data-add-to]").first.click()
    page.keyboard.press("Escape")
    page.locator("[data-row=extra] [data-field=starts_at]").first.fill("2026-11-20T18:30")
    page.locator("[data-row=extra] [data-field=production]").first.select_option(label="Женитьба")
    assert page.locator("[data-unsaved]").inner_text().endswith(" 9")
    save(page)

    assert planned() == [(moment(2026, 11, 20, 18, 30), "Женитьба"), *WEEKENDS[:7]]
    assert [(gap.day.isoformat(), gap.reason_ru) for gap in Gap.objects.all()] == [
        ("2026-12-13", "Гастроли в Харькове")
    ]

    field(page, 3, "state").select_option("cancelled")
    page.keyboard.type("Болезнь артиста")  # the reason is waiting for it
    field(page, 4, "state").select_option("rescheduled")
    field(page, 4, "starts_at").fill("2026-11-30T19:00")
    field(page, 5, "production").select_option(label="Конёк-Горбунок")
    field(page, 5, "replaces").check()  # opened by itself: the play had been announced
    save(page)

    visitor = open_page("/ru/afisha/")
    words = visitor.locator("main").inner_text().replace("\xa0", " ")
    for said in ("Болезнь артиста", "Гастроли в Харькове", "Перенесён", "Премьера", "Золушка"):
        assert said.lower() in words.lower()
    assert Performance.objects.get(starts_at=moment(2026, 11, 30, 19)).moved_from == moment(2026, 11, 29, 11)
    assert page.complaints == []


def test_a_week_is_copied_from_the_one_before_and_says_what_is_not_saved(house, desk_of):
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4", width=1440)
    for _moment, title in WEEKENDS[:2]:
        page.locator("[data-shelf]").get_by_role("button", name=title, exact=True).click()
    assert page.locator("[data-same]:visible").count() == 3  # the first week has none before it

    page.locator("[data-same]:visible").first.click()

    assert page.locator(".plan-row[data-changed]").count() == 4
    assert page.locator("[data-unsaved]").inner_text().endswith(" 4")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(LIST)
    assert asked == ["beforeunload"]
    assert planned() == []


def test_a_refused_date_is_shown_with_its_sentence_and_all_that_was_typed(house, desk_of):
    create_performance(starts_at=moment(2026, 11, 27, 18), production=None)
    page = desk_of(staff.REPERTOIRE_MANAGER, f"{PLANNER}?weeks=4", width=1440)
    page.locator("[data-shelf]").get_by_role("button", name="Ревизор", exact=True).click()
    field(page, 3, "sale").select_option("few_left")
    row(page, 2).locator("summary").click()
    field(page, 2, "starts_at").fill("2026-11-21T16:00")

    page.click(".planner__save button")
    page.wait_for_selector(".errornote")

    assert field(page, 0, "production").evaluate("select => select.selectedOptions[0].text") == "Ревизор"
    assert field(page, 2, "starts_at").input_value() == "2026-11-21T16:00"
    assert page.locator(".plan-row[data-refused]:has(.errorlist:visible)").count() >= 1
    assert planned() == [(moment(2026, 11, 27, 18), "")]


def test_tomorrows_show_is_cancelled_and_every_page_says_so_at_once(house, desk_of, open_page, at):
    at("2026-11-20 10:00")
    show = create_performance(production=create_production(title_ru="Ромео"), starts_at=moment(2026, 11, 21, 15))
    pages = ["/ru/", "/ru/afisha/", show.production.get_absolute_url().replace("/uk/", "/ru/")]
    visitor = open_page("/healthz")
    for path in pages:  # kept by whatever keeps pages
        visitor.goto(path)
        assert "Отменён" not in visitor.content()

    page = desk_of(staff.REPERTOIRE_MANAGER, PLANNER)
    field(page, 0, "state").select_option("cancelled")
    field(page, 0, "state_reason_ru").fill("Болезнь артиста")
    save(page)

    for path in pages:
        visitor.goto(path)
        assert ("Отменён" in visitor.content(), path) == (True, path)


def test_the_box_office_marks_a_show_as_sold_out_on_a_phone(house, desk_of, open_page):
    show = create_performance(production=create_production(title_ru="Ромео"))
    page = desk_of(staff.BOX_OFFICE, LIST, width=360, java_script_enabled=False)

    page.locator(f"#sale-{show.pk} [value=sold_out]").click()

    page.wait_for_selector(f"#sale-{show.pk} [value=sold_out][aria-pressed=true]")
    assert "Билетов нет" in open_page("/ru/afisha/").locator("main").inner_text().replace("\xa0", " ")


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_its_pages_are_accessible_and_fit_the_screen(house, desk_of, language):
    from axe_playwright_python.sync_playwright import Axe

    create_performance(state="cancelled")
    play = create_production().pk
    run = f"{LIST}run/?production={play}&first_day=2026-11-20&last_day=2026-12-20&weekdays=6&time=15:00"
    page = desk_of(staff.REPERTOIRE_MANAGER, PLANNER)
    page.context.add_cookies([{"name": "django_language", "value": language, "url": page.url}])
    found = {}
    for path in (PLANNER, run, LIST):
        for scheme, width in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(path)
            options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
            scope = None if path != LIST else [[".sale"]]
            broken = [
                (rule["id"], node["html"][:120])
                for rule in Axe()
                .run(page, context=scope and {"include": scope}, options=options)
                .response["violations"]
                for node in rule["nodes"]
            ]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                broken.append(("too wide", path))
            if broken:
                found[path, scheme, width] = broken

    assert found == {}
