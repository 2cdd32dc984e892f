import pytest
from django.core.exceptions import ValidationError

from repertoire.models import Performance
from tests.factories import (
    create_edition,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address, find, html_of, links_of, main_of, said, text_of, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)


LISTS = ["/ru/afisha/", "/ru/afisha/adults/", "/ru/afisha/2026/w47/", "/ru/afisha/2026/11/"]


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


@pytest.mark.parametrize(
    "gone",
    [
        {"starts_at": moment(2026, 11, 14, 15)},
        {"starts_at": moment(2026, 11, 14, 15), "state": "cancelled"},
        {"starts_at": SATURDAY, "state": "cancelled"},
        {"starts_at": SATURDAY, "state": "postponed"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Ближайший показ: суббота, 5 декабря, 15:00."),
        ("uk", "Найближчий показ: субота, 5 грудня, 15:00."),
    ],
)
def test_a_date_that_is_over_or_off_leads_to_the_next_that_takes_place(client, gone, language, words):
    production = create_production()
    shown = create_performance(production=production, **gone)
    create_performance(production=production, starts_at=moment(2026, 11, 28, 15), state="cancelled")
    following = create_performance(production=production, starts_at=moment(2026, 12, 5, 15))

    [note] = find(client.get(address(shown, language)), "p.note")

    assert words in text_of(note)
    assert links_of(note) == [address(following, language)]


@pytest.mark.parametrize("production", [None, {}], ids=["guest show", "a play of ours"])
def test_without_a_next_date_it_leads_to_whats_on(client, production):
    production = create_production() if production == {} else None
    shown = create_performance(production=production, title_ru="" if production else "Гости", state="cancelled")

    [note] = find(client.get(address(shown, "ru")), "p.note")

    assert links_of(note) == ["/ru/afisha/"]


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


def test_what_is_cancelled_never_took_place(client, at):
    performance = create_performance(starts_at=moment(2026, 11, 14, 15), state="cancelled")
    words = text_of(main_of(client.get(address(performance, "ru"))))

    assert said(Performance.State.CANCELLED.label, "ru") in words
    assert said("This performance is over.", "ru") not in words
    assert said("Money for the tickets is returned at the box office.", "ru") not in words


def test_a_show_is_of_the_repertoire_or_a_guest_and_never_instead_of_itself():
    production = create_production()

    for wrong, field in (({"title_ru": "Гости"}, "production"), ({"instead_of": production}, "instead_of")):
        with pytest.raises(ValidationError) as refusal:
            create_performance(production=production, **wrong).full_clean()
        assert set(refusal.value.message_dict) == {field}


def test_a_play_that_was_replaced_is_named_only_if_visitors_may_see_it(client):
    for status, named in (("published", True), ("draft", False)):
        replaced = create_production(title_ru=f"Пьеса {status}", status=status)
        shown = create_performance(starts_at=moment(2026, 11, 21, 15), instead_of=replaced)

        assert (replaced.title_ru in text_of(client.get(address(shown, "ru")))) is named
