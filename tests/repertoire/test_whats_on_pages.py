from datetime import date

import pytest

from tests.factories import (
    create_performance,
    create_production,
    create_season,
    create_slot,
    create_theatre,
    moment,
)
from tests.pages import address, elements_of, find, html_of, links_of, said, text_of, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)


def shown_in(page):
    """The dates in what's on, from first to last: [(day, link), …]."""
    return [(find(row, "time.day")[0].get("datetime"), links_of(find(row, "h3")[0])[0]) for row in find(page, "li.row")]


def in_weeks(page):
    """What stands on each day of a strip or a month: {day: [link, …]}; empty days are left out."""
    days = [day for name in ("ol.wk", "ol.mo__w") for days in find(page, name) for day in days.findall("li")]
    return {day.find("time").get("datetime"): links_of(day) for day in days if links_of(day)}


# What's on


@pytest.mark.parametrize(
    ("language", "weekdays"),
    [("ru", ["Суббота", "Воскресенье", "Среда"]), ("uk", ["Субота", "Неділя", "Середа"])],
)
def test_whats_on_goes_day_by_day_with_the_weekday_in_the_language_of_the_page(client, language, weekdays):
    wednesday = create_performance(starts_at=moment(2026, 11, 25, 18))
    sunday = create_performance(starts_at=SUNDAY)
    saturday = create_performance(starts_at=SATURDAY)
    create_performance(starts_at=moment(2026, 11, 14, 15))

    page = client.get(f"/{language}/afisha/")

    assert shown_in(page) == [
        ("2026-11-21", address(saturday, language)),
        ("2026-11-22", address(sunday, language)),
        ("2026-11-25", address(wednesday, language)),
    ]
    assert texts_of(page, "p.row__w") == weekdays


@pytest.mark.parametrize(("language", "day"), [("ru", "21 ноября"), ("uk", "21 листопада")])
def test_a_day_is_said_with_its_month_in_the_genitive(client, language, day):
    create_performance(starts_at=SATURDAY)

    assert texts_of(client.get(f"/{language}/afisha/"), "time.day") == [day]


def test_a_show_is_listed_until_its_end(client, at):
    production = create_production(running_time=120)
    performance = create_performance(starts_at=SATURDAY, production=production)
    entry = ("2026-11-21", address(performance, "ru"))

    found = {}
    for hour in ("14:59", "16:00", "17:00"):
        at(f"2026-11-21 {hour}")
        found[hour] = shown_in(client.get("/ru/afisha/")), len(find(client.get(address(production, "ru")), "ol.dates"))

    assert found == {"14:59": ([entry], 1), "16:00": ([entry], 1), "17:00": ([], 0)}


@pytest.mark.parametrize(
    ("saturday", "sunday", "week", "month"),
    [
        ((2026, 11, 21), (2026, 11, 22), "2026/w47", "2026/11"),
        ((2026, 10, 24), (2026, 10, 25), "2026/w43", "2026/10"),  # the clocks go back on Sunday
        ((2027, 3, 27), (2027, 3, 28), "2027/w12", "2027/03"),  # and forward
        ((2027, 1, 2), (2027, 1, 3), "2026/w53", "2027/01"),  # a week of two years
        ((2026, 10, 31), (2026, 11, 1), "2026/w44", "2026/10"),  # a week of two months
    ],
)
@pytest.mark.parametrize(
    ("hours_of_saturday", "hours_of_sunday"), [((15, 0), (11, 0)), ((23, 30), (0, 30)), ((0, 30), (23, 30))]
)
def test_saturday_and_sunday_stand_in_the_same_week_that_begins_on_monday(
    client, at, saturday, sunday, week, month, hours_of_saturday, hours_of_sunday
):
    at("{}-{:02}-{:02} 00:10".format(*saturday))
    first = create_performance(starts_at=moment(*saturday, *hours_of_saturday))
    second = create_performance(starts_at=moment(*sunday, *hours_of_sunday))
    on_saturday, on_sunday = date(*saturday).isoformat(), date(*sunday).isoformat()
    expected = {on_saturday: [address(first, "ru")], on_sunday: [address(second, "ru")]}

    pages = [client.get(path) for path in ("/ru/afisha/", f"/ru/afisha/{week}/", f"/ru/afisha/{month}/")]

    assert [in_weeks(page) for page in pages] == [expected] * 3
    assert [len(find(page, "li.row")) for page in pages[:2]] == [2, 2]
    assert [day.find("time").get("datetime") for day in find(pages[1], "ol.wk")[0].findall("li")][5:] == [
        on_saturday,
        on_sunday,
    ]


def test_the_strip_begins_on_the_monday_of_this_week(client, at):
    def first_day():
        [strip] = find(client.get("/ru/afisha/"), "ol.wk")
        return find(strip, "time")[0].get("datetime")

    at("2026-11-22 23:59")
    assert first_day() == "2026-11-16"

    at("2026-11-23 00:00")
    assert first_day() == "2026-11-23"


def test_whats_on_shows_four_weeks(client):
    create_performance(starts_at=SATURDAY)
    last = create_performance(starts_at=moment(2026, 12, 13, 23, 30))
    create_performance(starts_at=moment(2026, 12, 14, 0, 30))

    assert shown_in(client.get("/ru/afisha/"))[1:] == [("2026-12-13", address(last, "ru"))]


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_each_audience_has_its_own_page(client, language):
    tale = create_performance(starts_at=SUNDAY, production=create_production(audience="children"))
    play = create_performance(starts_at=SATURDAY, production=create_production(audience="adults"))
    for_children = create_performance(
        starts_at=moment(2026, 11, 28, 15), production=create_production(audience="adults"), audience="children"
    )
    to_be_announced = create_performance(
        starts_at=moment(2026, 11, 29, 11), production=None, slot=create_slot(audience="children")
    )

    def links(path):
        return [link for day, link in shown_in(client.get(f"/{language}{path}"))]

    assert links("/afisha/adults/") == [address(play, language)]
    assert links("/afisha/children/") == [address(shown, language) for shown in (tale, for_children, to_be_announced)]


def test_the_filters_are_plain_links(client):
    page = client.get("/ru/afisha/children/")

    navs = [links_of(nav) for nav in find(page, "nav.seg")]

    assert navs == [
        ["/ru/afisha/", "/ru/afisha/2026/11/", "/ru/repertoire/"],
        ["/ru/afisha/", "/ru/afisha/adults/", "/ru/afisha/children/"],
    ]
    assert [link.get("href") for link in find(page, "a") if link.get("aria-current")] == [
        "/ru/afisha/",
        "/ru/afisha/children/",
    ]


# Weeks and months


@pytest.mark.parametrize(
    ("path", "previous", "following"),
    [
        ("2026/11", "2026/10", "2026/12"),
        ("2026/12", "2026/11", "2027/01"),
        ("2027/01", "2026/12", "2027/02"),
        ("2026/w47", "2026/w46", "2026/w48"),
        ("2026/w53", "2026/w52", "2027/w01"),
        ("2025/w52", "2025/w51", "2026/w01"),
    ],
)
def test_a_period_leads_to_its_neighbours(client, path, previous, following):
    create_performance()

    [neighbours] = find(client.get(f"/ru/afisha/{path}/"), "nav.pgs")

    assert links_of(neighbours) == [f"/ru/afisha/{previous}/", f"/ru/afisha/{following}/"]


def test_this_week_leads_to_its_neighbours(client):
    [neighbours] = find(client.get("/ru/afisha/"), "nav.pgs")

    assert links_of(neighbours) == ["/ru/afisha/2026/w46/", "/ru/afisha/2026/w48/"]


@pytest.mark.parametrize(("language", "name"), [("ru", "Ноябрь 2026"), ("uk", "Листопад 2026")])
def test_a_month_shows_all_dates_of_its_weeks_past_ones_too(client, language, name):
    create_performance(starts_at=moment(2026, 10, 25, 11))
    before = create_performance(starts_at=moment(2026, 10, 31, 15))
    past = create_performance(starts_at=moment(2026, 11, 7, 15))
    coming = create_performance(starts_at=SATURDAY)
    after = create_performance(starts_at=moment(2026, 12, 6, 11))
    create_performance(starts_at=moment(2026, 12, 12, 15))

    page = client.get(f"/{language}/afisha/2026/11/")

    assert in_weeks(page) == {
        "2026-10-31": [address(before, language)],
        "2026-11-07": [address(past, language)],
        "2026-11-21": [address(coming, language)],
        "2026-12-06": [address(after, language)],
    }
    assert name.lower() in [title.lower() for title in texts_of(page, "h2")]
    assert [said("is over", language) in words for words in texts_of(page, "div.ev")] == [True, True, False, False]


@pytest.mark.parametrize("month", ["2026/11/", "2026/12/"])
def test_today_has_its_number_in_the_neighbouring_month_too(client, at, month):
    at("2026-11-30 10:00")
    create_performance(starts_at=moment(2026, 12, 5, 15))
    create_performance(starts_at=moment(2026, 11, 28, 15))

    [today] = find(client.get(f"/ru/afisha/{month}"), "li.is-today")

    assert [text_of(part) for part in today] == ["30", "сегодня"]


def test_a_day_of_a_neighbouring_month_is_heard_with_its_date_once(client):
    create_performance(starts_at=moment(2026, 12, 5, 15))
    create_performance(starts_at=moment(2026, 11, 30, 18))

    page = client.get("/ru/afisha/2026/12/")

    assert texts_of(page, "time.mo__n") == ["30 ноября, понедельник", "5 декабря, суббота"]
    assert [(text_of(part), part.get("aria-hidden")) for part in find(page, "span.mo__of")] == [("30 ноября,", "true")]


@pytest.mark.parametrize(("now", "feet"), [("2026-11-30 23:59", 1), ("2026-12-01 00:00", 0)])
def test_a_month_that_is_over_has_no_tickets_on_paper(client, at, now, feet):
    at(now)
    create_theatre(phones="6-46-01")
    create_performance(starts_at=moment(2026, 11, 28, 15))

    page = client.get("/ru/afisha/2026/11/")

    assert len(find(page, "p.sheet__phones")) == feet
    assert len(find(page, "section.sheet")[0].findall(".//*[@class='price']")) == 3 * feet
    assert len(find(page, "div.page-address")) == 1


def test_a_week_keeps_what_is_over(client):
    past = create_performance(starts_at=moment(2026, 11, 14, 15))

    page = client.get("/ru/afisha/2026/w46/")

    assert shown_in(page) == [("2026-11-14", address(past, "ru"))]
    assert said("is over", "ru") in text_of(find(page, "li.row")[0])


@pytest.mark.parametrize(
    "path",
    [
        *("1000/01", "1583/06", "1900/01", "1900/02", "2100/02", "2199/12", "2999/12", "9999/12"),
        *("1000/w01", "1900/w01", "2199/w52", "2500/w10", "2999/w52", "9999/w52"),
    ],
)
def test_far_years_are_empty_or_unknown_but_never_broken(client, path):
    create_performance()

    response = client.get(f"/ru/afisha/{path}/")

    if response.status_code == 200:
        assert in_weeks(response) == {}
        assert [tag.get("content") for tag in elements_of(response, "meta", name_="robots")] == ["noindex"]
    else:
        assert response.status_code == 404


# Nothing on


@pytest.mark.parametrize(("language", "day"), [("ru", "19 сентября"), ("uk", "19 вересня")])
@pytest.mark.parametrize("path", ["afisha/", "afisha/children/", "afisha/2026/07/", "afisha/2026/w29/"])
def test_in_the_summer_an_empty_list_says_when_the_season_opens(client, at, path, language, day):
    at("2026-07-15 10:00")
    create_theatre()
    create_season(number=43, starts_on=date(2025, 9, 20), ends_on=date(2026, 6, 30))
    create_season(number=44, starts_on=date(2026, 9, 19), ends_on=date(2027, 6, 30))
    create_season(number=45, starts_on=date(2027, 9, 18), ends_on=date(2028, 6, 30))
    create_performance(starts_at=moment(2026, 6, 28, 11))

    [empty] = find(client.get(f"/{language}/{path}"), "div.empty")

    assert said("The theatre is on holiday", language) in text_of(empty)
    assert "44" in text_of(empty)
    assert day in text_of(empty)
    assert links_of(empty) == [f"/{language}/news/"]


@pytest.mark.parametrize("path", ["afisha/", "afisha/2026/07/", "afisha/2026/w29/"])
def test_an_empty_period_says_what_comes_next(client, at, path):
    at("2026-07-15 10:00")
    create_season(starts_on=date(2026, 9, 19), ends_on=date(2027, 6, 30))
    first = create_performance(starts_at=moment(2026, 9, 19, 15))
    create_performance(starts_at=moment(2026, 9, 20, 11))

    [empty] = find(client.get(f"/ru/{path}"), "div.empty")

    assert links_of(empty) == [address(first, "ru"), "/ru/news/"]
    assert said("The theatre is on holiday", "ru") in text_of(empty)
    assert "Первый спектакль: Ревизор, суббота, 19 сентября, 15:00" in text_of(empty)


def test_the_first_date_that_takes_place_is_the_next(client, at):
    at("2026-07-15 10:00")
    create_performance(starts_at=moment(2026, 9, 19, 15), state="cancelled")
    following = create_performance(starts_at=moment(2026, 9, 20, 11))

    [empty] = find(client.get("/ru/afisha/"), "div.empty")

    assert links_of(empty) == [address(following, "ru")]


def test_an_empty_list_without_a_season_gives_the_telephone(client):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")

    [empty] = find(client.get("/ru/afisha/"), "div.empty")

    assert links_of(empty) == ["tel:+380645264601", "/ru/news/"]


def test_the_week_keeps_its_past_days_in_the_calendar(client, at):
    create_performance(starts_at=moment(2026, 11, 21, 15), production=create_production(title_ru="Ревизор"))
    at("2026-11-22 20:00")
    page = client.get("/ru/afisha/")

    assert "Ревизор" in text_of(find(page, "ol.wk")[0])
    assert find(page, "li.row") == []
    assert said("No more performances this week", "ru") in text_of(page)


@pytest.mark.parametrize("path", ["afisha/", "afisha/2026/11/", "afisha/2026/w47/"])
def test_a_moved_show_says_at_its_old_date_where_it_has_gone(client, path):
    create_performance(
        production=create_production(title_ru="Ревизор"),
        starts_at=moment(2026, 12, 19, 15),
        state="rescheduled",
        moved_from=moment(2026, 11, 21, 15),
    )
    page = client.get(f"/ru/{path}")
    old = [shown for shown in (*find(page, "li.row"), *find(page, "div.ev")) if "Ревизор" in text_of(shown)][0]

    assert "Перенесён на 19 декабря" in text_of(old)
    assert "is-off" in old.get("class")
    assert "tel:" not in html_of(old)


def test_a_moved_show_stands_at_both_dates(client):
    shown = create_performance(
        starts_at=moment(2026, 11, 28, 15), state="rescheduled", moved_from=moment(2026, 11, 21, 18)
    )
    rows = find(client.get("/ru/afisha/"), "li.row")

    assert [links_of(row)[0] for row in rows] == [address(shown, "ru")] * 2
    assert ["is-off" in row.get("class") for row in rows] == [True, False]


def test_whats_on_leads_to_what_is_later(client):
    assert "/ru/afisha/2026/12/" in links_of(find(client.get("/ru/afisha/"), "p.bar")[0])


def test_the_strip_says_the_state_to_those_who_do_not_see_the_stroke(client):
    create_performance(starts_at=moment(2026, 11, 21, 15), state="cancelled")

    assert "Отменён" in text_of(find(client.get("/ru/afisha/"), "ol.wk")[0])
