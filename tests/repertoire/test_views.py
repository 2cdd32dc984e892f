from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from repertoire.models import Performance
from tests.factories import (
    NOT_PUBLIC,
    create_credit,
    create_edition,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_production_photo,
    create_programme_item,
    create_season,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address, elements_of, find, html_of, links_of, main_of, said, text_of, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)
LISTS = ["/ru/afisha/", "/ru/afisha/adults/", "/ru/afisha/2026/w47/", "/ru/afisha/2026/11/"]


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
    assert "суббота, 19 сентября, 15:00" in text_of(empty)


def test_an_empty_list_without_a_season_gives_the_telephone(client):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")

    [empty] = find(client.get("/ru/afisha/"), "div.empty")

    assert links_of(empty) == ["tel:+380645264601", "/ru/news/"]


# One row


def test_a_row_says_what_where_when_and_for_how_much(client):
    create_theatre(phones="6-46-01", dialling_prefix="+38 06452")
    production = create_production(title_ru="Ревизор", genre_ru="комедия", age_rating=12)
    venue = create_venue(name_ru="Дворец культуры")
    create_performance(
        starts_at=SATURDAY,
        production=production,
        venue=venue,
        instead_of=create_production(title_ru="Гроза"),
        remark="guest",
        remark_text_ru="Театр из Львова",
        price_min=40,
        price_max=60,
    )

    [row] = find(client.get("/ru/afisha/"), "li.row")
    words = text_of(row)

    assert texts_of(row, "h3") == ["Ревизор"]
    assert texts_of(row, "p.row__h") == ["15:00"]
    for fact in ["комедия", "12+", "Дворец культуры", "Театр из Львова", "«Гроза»", "40–60"]:
        assert fact in words
    assert said("Instead of", "ru") in words
    assert links_of(find(row, "div.row__x")[0]) == ["tel:+380645264601"]


@pytest.mark.parametrize("path", ["/ru/afisha/", "/ru/afisha/2026/w47/", "page"])
def test_a_moved_date_says_its_old_and_its_new_date(client, path):
    performance = create_performance(
        starts_at=SATURDAY,
        state="rescheduled",
        moved_from=moment(2026, 11, 14, 18, 30),
        state_reason_ru="Заболел артист",
    )

    words = text_of(main_of(client.get(address(performance, "ru") if path == "page" else path)))

    for fact in ["14 ноября", "18:30", "21 ноября", "15:00", "Заболел артист"]:
        assert fact in words


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
@pytest.mark.parametrize("path", ["/ru/afisha/", "/ru/afisha/2026/w47/", "page", "production"])
def test_a_date_that_is_off_says_why(client, state, path):
    performance = create_performance(starts_at=SATURDAY, state=state, state_reason_ru="Заболел артист")
    create_performance(starts_at=SUNDAY, state_reason_ru="Старая причина")
    paths = {"page": address(performance, "ru"), "production": address(performance.production, "ru")}

    words = text_of(main_of(client.get(paths.get(path, path))))

    assert "Заболел артист" in words
    assert "Старая причина" not in words


def test_a_guest_venue_is_named_and_the_house_of_our_own_is_not(client):
    home = create_venue(is_home=True, name_ru="Наш дом")
    guest = create_venue(name_ru="Дворец культуры", address_ru="улица Театральная, 1", map_url="https://map.example/1")
    create_performance(starts_at=SUNDAY, venue=home)
    away = create_performance(starts_at=SATURDAY, venue=guest)

    rows = texts_of(client.get("/ru/afisha/"), "li.row")
    page = client.get(address(away, "ru"))

    assert ["Дворец культуры" in row for row in rows] == [True, False]
    assert ["Наш дом" in row for row in rows] == [False, False]
    assert "улица Театральная, 1" in text_of(main_of(page))
    assert "https://map.example/1" in links_of(page)


@pytest.mark.parametrize("path", LISTS)
def test_a_festivals_date_is_marked_in_whats_on(client, path):
    shown, hidden = create_performance(starts_at=SATURDAY), create_performance(starts_at=SUNDAY)
    create_programme_item(edition=create_edition(year=2026, name_ru="ТЮЗ-2026"), performance=shown)
    draft = create_edition(year=2028, name_ru="ТЮЗ-2028", status="draft")
    create_programme_item(edition=draft, performance=hidden)

    page = client.get(path)
    dates = texts_of(page, "div.ev" if "2026/11" in path else "li.row")

    assert [f"{said('Festival', 'ru')} ТЮЗ-2026" in words for words in dates] == [True, False]
    assert "ТЮЗ-2028" not in html_of(page)


# Age marks


@pytest.mark.parametrize("mark", [0, 6, 12, 16, 18])
def test_the_age_mark_stands_on_every_list_and_page(client, mark):
    create_theatre()
    production = create_production(age_rating=mark)
    performance = create_performance(starts_at=SATURDAY, production=production)
    surfaces = {
        "/ru/": "article.yu__p",
        "/ru/afisha/": "li.row",
        "/ru/afisha/2026/w47/": "li.row",
        "/ru/afisha/2026/11/": "div.ev",
        "/ru/repertoire/": "li.card",
        address(production, "ru"): "p.meta",
        address(performance, "ru"): "p.meta",
    }

    marked = {path: f"{mark}+" in texts_of(client.get(path), selector)[0] for path, selector in surfaces.items()}

    assert marked == dict.fromkeys(surfaces, True)


# One date


def test_the_page_of_a_date_says_when_it_ends(client):
    production = create_production(running_time=100, intervals=1)
    performance = create_performance(starts_at=SATURDAY, production=production)
    longer = create_performance(starts_at=SATURDAY, production=production, running_time=130)
    unknown = create_performance(starts_at=SATURDAY, production=create_production(running_time=None))

    pages = [text_of(main_of(client.get(address(shown, "ru")))) for shown in (performance, longer, unknown)]

    assert ["16:40" in page for page in pages] == [True, False, False]
    assert ["17:10" in page for page in pages] == [False, True, False]
    assert ["17:00" in page for page in pages] == [False, False, False]
    assert [said("with an interval", "ru") in page for page in pages] == [True, True, False]


@pytest.mark.parametrize(
    ("day", "start", "minutes", "end"),
    [((2027, 3, 28), (2, 30), 60, "4:30"), ((2026, 10, 25), (2, 30), 120, "3:30")],
)
def test_the_end_is_told_by_the_clocks_of_the_theatre_even_when_they_change(client, day, start, minutes, end):
    performance = create_performance(starts_at=moment(*day, *start), running_time=minutes)

    assert said_end(end) in text_of(main_of(client.get(address(performance, "ru"))))


def said_end(time):
    return said("ends about %(time)s", "ru") % {"time": time}


def test_the_page_of_a_date_leads_to_the_other_dates_of_the_play(client):
    production = create_production()
    performance = create_performance(starts_at=SATURDAY, production=production)
    other = create_performance(starts_at=moment(2026, 11, 28, 15), production=production)
    create_performance(starts_at=moment(2026, 11, 14, 15), production=production)
    create_performance(starts_at=SUNDAY)

    page = client.get(address(performance, "ru"))

    assert [links_of(dates)[0] for dates in find(page, "ol.dates")] == [address(other, "ru")]
    assert address(production, "ru") in links_of(page)


def test_a_date_that_is_over_stays_and_leads_to_the_next_one(client):
    create_theatre()
    production = create_production()
    past = create_performance(starts_at=moment(2026, 11, 14, 15), production=production)
    following = create_performance(starts_at=SATURDAY, production=production)

    page = client.get(address(past, "ru"))

    assert page.status_code == 200
    assert said("This performance is over.", "ru") in text_of(page)
    assert [links_of(dates)[0] for dates in find(page, "ol.dates")] == [address(following, "ru")]


SHOP, OWN_SHOP = "https://tickets.example/", "https://tickets.example/special"


@pytest.mark.parametrize(
    ("shop", "fields", "buttons"),
    [
        (SHOP, {}, [SHOP]),
        (SHOP, {"ticket_url": OWN_SHOP}, [OWN_SHOP]),
        ("", {"ticket_url": OWN_SHOP}, [OWN_SHOP]),
        ("", {}, ["tel:+380645264601"]),
        (SHOP, {"state": "cancelled"}, []),
        (SHOP, {"state": "postponed"}, []),
        (SHOP, {"sale": "sold_out", "ticket_url": OWN_SHOP}, []),
        (SHOP, {"sale": "free"}, []),
        (SHOP, {"sale": "box_office"}, []),
        (SHOP, {"starts_at": moment(2026, 11, 18, 9, 30)}, []),
    ],
    ids=str,
)
def test_a_ticket_is_bought_in_the_dates_own_shop_or_the_theatres_or_by_telephone(client, shop, fields, buttons):
    create_theatre(phones="6-46-01, 6-46-51", dialling_prefix="+38 06452", ticket_url=shop)
    performance = create_performance(**fields)

    [row] = find(client.get("/ru/afisha/"), "li.row")
    [article] = find(client.get(address(performance, "ru")), "article")

    assert [button.get("href") for button in find(row, "a.btn")] == buttons
    assert [button.get("href") for button in find(article, "a.btn")] == buttons


def test_telephones_stand_on_every_page_and_on_every_date(client):
    create_theatre(phones="6-46-01, 6-46-51", dialling_prefix="+38 06452")
    telephones = ["tel:+380645264601", "tel:+380645264651"]
    dates = [
        create_performance(**fields)
        for fields in ({}, {"state": "cancelled"}, {"sale": "sold_out"}, {"sale": "free"}, {"production": None})
    ]
    things = [create_production(), create_person(), create_post(), create_page(), create_edition()]
    paths = ["/", "/ru/", *LISTS, "/ru/repertoire/", "/ru/news/", "/ru/festival/", "/ru/box-office/", "/ru/nowhere/"]

    def lack(paths, part):
        return [path for path in paths if not set(telephones) <= set(links_of(part(client.get(path))))]

    assert lack([*paths, *(address(thing, "ru") for thing in things)], html_of) == []
    assert lack([address(performance, "ru") for performance in dates], main_of) == []


# One production


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_page_of_a_production_lists_all_its_coming_dates(client, language):
    production = create_production()
    create_performance(starts_at=moment(2026, 11, 14, 15), production=production)
    create_performance(starts_at=SUNDAY)
    dates = [create_performance(starts_at=moment(2026, 12, day, 15), production=production) for day in range(1, 32)]

    [listed] = find(client.get(address(production, language)), "ol.dates")

    assert [link for link in links_of(listed) if "/performances/" in link] == [
        address(performance, language) for performance in dates
    ]
    assert [client.get(address(performance, language)).status_code for performance in dates[:2]] == [200, 200]


def test_an_archived_production_says_so(client):
    production = create_production(is_archived=True)

    assert said("This production is no longer played.", "ru") in text_of(client.get(address(production, "ru")))


def test_the_team_and_the_cast_stand_with_their_roles(client):
    production = create_production()
    director, actor = create_person(name_ru="Анна Петренко"), create_person(name_ru="Иван Коваль")
    hidden = create_person(name_ru="Пётр Новак", status="draft")
    create_credit(production=production, person=director, kind="team", role_ru="режиссёр", order=1)
    create_credit(production=production, person=hidden, kind="team", role_ru="художник", order=2)
    create_credit(production=production, person=actor, kind="cast", role_ru="Хлестаков")
    create_credit(role_ru="композитор")

    team, cast = find(client.get(address(production, "ru")), "dl.team")

    assert (texts_of(team, "dt"), texts_of(team, "dd")) == (["режиссёр", "художник"], ["Анна Петренко", "Пётр Новак"])
    assert (texts_of(cast, "dt"), texts_of(cast, "dd")) == (["Хлестаков"], ["Иван Коваль"])
    assert links_of(team) + links_of(cast) == [address(director, "ru"), address(actor, "ru")]


def test_the_page_of_a_person_lists_the_public_credits(client):
    person = create_person()
    production = create_production(title_ru="Ревизор")
    create_credit(person=person, production=production, role_ru="режиссёр")
    create_credit(person=person, production=create_production(status="draft"), role_ru="художник")

    [credits] = find(client.get(address(person, "ru")), "dl.team")

    assert texts_of(credits, "dt") == ["режиссёр"]
    assert links_of(credits) == [address(production, "ru")]


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("about", ["productions", "performances"])
def test_a_page_shows_the_published_posts_about_it(client, about, language):
    performance = create_performance()
    thing = performance.production if about == "productions" else performance
    post = create_post(**{about: [thing]})
    create_post(**{about: [thing]}, status="draft")
    create_post(**{about: [thing]}, publish_at=moment(2026, 11, 18, 10, 1))
    create_post()

    [news] = find(client.get(address(thing, language)), "ul.news")

    assert links_of(news) == [address(post, language)]


@pytest.mark.parametrize(("state", "stated", "none"), [("stated", 1, 0), ("none", 0, 1), ("", 0, 0)])
def test_what_to_know_beforehand_is_stated_or_nothing_or_not_declared(client, state, stated, none):
    production = create_production(content_note_state=state, content_note_ru="Громкие выстрелы")

    words = text_of(client.get(address(production, "ru")))

    assert words.count("Громкие выстрелы") == stated
    assert words.count(said("There is nothing in it to warn of.", "ru")) == none


@pytest.mark.parametrize(
    ("language_on_stage", "in_words"),
    [("uk", "in Ukrainian"), ("ru", "in Russian"), ("both", "in Ukrainian and Russian")],
)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_language_on_stage_is_not_the_language_of_the_page(client, language_on_stage, in_words, language):
    production = create_production(language=language_on_stage)
    performance = create_performance(production=production)
    words = said("Performed %(language)s", language) % {"language": said(in_words, language)}

    assert words in texts_of(client.get(address(production, language)), "p.hint")
    assert words in texts_of(client.get(address(performance, language)), "p.hint")


def test_a_missing_translation_is_shown_in_the_other_language_and_marked(client):
    production = create_production(title_ru="", title_uk="Ревізор", genre_ru="комедия", genre_uk="комедія")
    performance = create_performance(production=production, starts_at=SATURDAY)

    titles = [
        find(client.get(path), selector)[0]
        for path, selector in [
            ("/ru/afisha/", "h3.row__t"),
            ("/ru/repertoire/", "h3"),
            (address(production, "ru"), "h1"),
            (address(performance, "ru"), "h1"),
        ]
    ]

    assert [(text_of(title), title.get("lang")) for title in titles] == [("Ревізор", "uk")] * 4
    assert find(client.get(address(production, "uk")), "h1")[0].get("lang") is None


# The repertoire


def test_the_shelves_of_the_repertoire(client):
    fields = {"tale": {"audience": "children"}, "play": {}, "new": {"premiere_on": date(2026, 11, 1)}}
    shelved = {name: create_production(title_ru=name, **more) for name, more in fields.items()}
    create_production(title_ru="old", is_archived=True, premiere_on=date(2026, 10, 1))
    create_production(title_ru="secret", status="draft", premiere_on=date(2026, 11, 1))
    create_production(title_ru="secret", status="draft", is_archived=True)

    def titles(path):
        return [text_of(find(card, "h3")[0]) for card in find(client.get(path), "li.card")]

    assert len(shelved) == 3
    assert {
        path: titles(f"/ru/repertoire/{path}") for path in ("", "premieres/", "adults/", "children/", "archive/")
    } == {
        "": ["tale", "new", "play"],
        "premieres/": ["new"],
        "adults/": ["new", "play"],
        "children/": ["tale"],
        "archive/": ["old"],
    }


# What nobody may see


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_a_production_that_is_not_public_leaks_nowhere(client, hidden):
    create_theatre()
    production = create_production(title_ru="Тайна", title_uk="Тайна", premiere_on=date(2026, 11, 1), **hidden)
    performance = create_performance(starts_at=SATURDAY, production=production)
    public = create_performance(starts_at=SATURDAY)
    person, edition = create_person(), create_edition(year=2026)
    create_credit(person=person, production=production)
    create_programme_item(edition=edition, performance=performance, title_ru="", title_uk="")
    create_programme_item(edition=edition, performance=public)
    post = create_post(productions=[production], performances=[performance], editions=[edition])
    paths = [
        *("", "afisha/", "afisha/adults/", "afisha/2026/11/", "afisha/2026/w47/", "repertoire/"),
        *("repertoire/premieres/", "repertoire/adults/", "news/", "festival/", "box-office/"),
    ]
    pages = [
        *(f"/ru/{path}" for path in paths),
        *(address(thing, "ru") for thing in (person, post, edition, public, public.production)),
        address(edition, "ru") + "programme/",
    ]

    responses = {path: client.get(path) for path in pages}

    assert {path: response.status_code for path, response in responses.items()} == dict.fromkeys(pages, 200)
    assert [path for path, response in responses.items() if "Тайна" in html_of(response)] == []
    assert [path for path in pages if address(performance, "ru") in links_of(responses[path])] == []
    assert client.get(address(production, "ru")).status_code == 404
    assert client.get(address(performance, "ru")).status_code == 404


# Addresses that lead nowhere


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize(
    "path",
    [
        *("afisha/2026/13/", "afisha/2026/00/", "afisha/2026/1/", "afisha/0000/01/", "afisha/26/01/"),
        *("afisha/2026/w54/", "afisha/2026/w00/", "afisha/2025/w53/", "afisha/2026/w5/", "afisha/teenagers/"),
        *("performances/999999999999999999999/", "performances/0/", "performances/-1/", "performances/one/"),
        *("repertoire/unknown/", "repertoire/Ревизор/", "people/unknown/"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_in_the_language_of_the_page(client, path, language):
    response = client.get(f"/{language}/{path}")

    assert response.status_code == 404
    assert [html.get("lang") for html in elements_of(response, "html")] == [language]
    assert texts_of(response, "h1") == [said("This page is not in the programme", language)]


# Speed


def fill(rows):
    """So many productions, each with a date this week and all that a row can show."""
    edition = create_edition()
    slot = create_slot(venue=create_venue())
    for number in range(rows):
        production = create_production(audience=["adults", "children"][number % 2], premiere_on=date(2026, 11, 1))
        performance = create_performance(
            production=production,
            starts_at=moment(2026, 11, 19 + number % 4, 15),
            venue=create_venue(),
            instead_of=create_production(audience=production.audience),
            slot=slot,
            slot_day=date(2026, 1, 1) + timedelta(days=number),
        )
        create_programme_item(edition=edition, performance=performance)


@pytest.mark.parametrize("path", [*LISTS, "/ru/afisha/children/", "/ru/repertoire/", "/ru/repertoire/premieres/"])
def test_a_long_list_costs_as_many_queries_as_a_short_one(client, django_assert_max_num_queries, path):
    create_theatre()
    fill(10)
    with django_assert_max_num_queries(6) as ten:
        client.get(path)
    fill(40)

    with django_assert_max_num_queries(6) as fifty:
        client.get(path)

    assert len(fifty) == len(ten)


@pytest.mark.parametrize("page", ["production", "performance", "person"])
def test_a_full_page_costs_few_queries(client, django_assert_max_num_queries, page):
    create_theatre()
    production, person = create_production(), create_person()
    performance = create_performance(production=production, venue=create_venue(), instead_of=create_production())
    pages = {"production": production, "performance": performance, "person": person}

    def fill_it(rows):
        for _ in range(rows):
            other = create_performance(production=production, venue=create_venue())
            create_performance()
            create_credit(production=production)
            create_credit(person=person)
            create_production_photo(production=production)
            create_post(productions=[production], performances=[performance, other])

    fill_it(2)
    with django_assert_max_num_queries(8) as few:
        client.get(address(pages[page], "ru"))
    fill_it(6)

    with django_assert_max_num_queries(8) as many:
        client.get(address(pages[page], "ru"))

    assert len(many) == len(few)


def test_the_week_keeps_its_past_days_in_the_calendar(client, at):
    create_performance(starts_at=moment(2026, 11, 21, 15), production=create_production(title_ru="Ревизор"))
    at("2026-11-22 20:00")
    page = client.get("/ru/afisha/")

    assert "Ревизор" in text_of(find(page, "ol.wk")[0])
    assert find(page, "li.row") == []
    assert said("No more performances this week", "ru") in text_of(page)


def test_what_is_cancelled_never_took_place(client, at):
    performance = create_performance(starts_at=moment(2026, 11, 14, 15), state="cancelled")
    words = text_of(main_of(client.get(address(performance, "ru"))))

    assert said(Performance.State.CANCELLED.label, "ru") in words
    assert said("This performance is over.", "ru") not in words
    assert said("Money for the tickets is returned at the box office.", "ru") not in words


def test_an_unknown_page_number_does_not_reach_the_canonical_address(client):
    page = html_of(client.get("/ru/afisha/?page=7"))

    assert '<link rel="canonical" href="http://testserver/ru/afisha/">' in page


def test_a_show_is_of_the_repertoire_or_a_guest_and_never_instead_of_itself():
    production = create_production()

    for wrong, field in (({"title_ru": "Гости"}, "production"), ({"instead_of": production}, "instead_of")):
        with pytest.raises(ValidationError) as refusal:
            create_performance(production=production, **wrong).full_clean()
        assert set(refusal.value.message_dict) == {field}


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
