"""Days without a performance, as visitors see them (A9)."""

from datetime import date, time

import pytest

from repertoire.models import Gap
from tests.factories import (
    SUNDAY,
    create_gap,
    create_performance,
    create_production,
    create_season,
    create_slot,
    create_theatre,
    moment,
)
from tests.pages import address, assert_valid, find, html_of, links_of, said, text_of, texts_of
from tests.queries import queries_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

DAY = date(2026, 11, 21)  # a Saturday
NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
SURFACES = {"/afisha/": "li.row", "/afisha/2026/w47/": "li.row", "/afisha/2026/11/": "div.ev", "/": "article.yu__p"}


def announced(**options):
    return [(gap.day, [slot.time for slot in gap.slots]) for gap in Gap.objects.announced(*NOVEMBER, **options)]


# Which gaps are announced


def test_a_gap_of_a_slot_stands_at_its_hour():
    create_slot(weekday=6, time=time(11))
    create_gap(day=DAY, slot=create_slot())

    assert announced() == [(DAY, [time(15)])]


def test_a_whole_day_is_one_gap_with_all_the_hours_in_force_on_that_weekday():
    create_slot()
    create_slot(time=time(11), audience="children")
    create_slot(weekday=SUNDAY)
    create_slot(time=time(18), last_day=date(2026, 11, 20), first_day=date(2026, 9, 1))
    create_slot(time=time(19), first_day=date(2026, 11, 22))
    create_gap(day=DAY)

    assert announced() == [(DAY, [time(11), time(15)])]


@pytest.mark.parametrize(
    ("slot", "day"),
    [
        ({}, date(2026, 11, 18)),  # a Wednesday, on which the slot does not play
        ({"first_day": date(2026, 11, 22)}, DAY),
        ({"first_day": date(2026, 9, 1), "last_day": date(2026, 11, 20)}, DAY),
    ],
)
def test_where_the_rhythm_has_no_hour_there_is_no_gap(slot, day):
    slot = create_slot(**slot)
    create_gap(day=day, slot=slot)
    create_gap(day=day)

    assert announced() == []


@pytest.mark.parametrize(
    ("performance", "is_gap"),
    [
        ({"starts_at": moment(2026, 11, 21, 15)}, False),
        ({"starts_at": moment(2026, 11, 21, 15), "state": "cancelled"}, False),
        ({"starts_at": moment(2026, 12, 5, 15), "state": "rescheduled", "moved_from": moment(2026, 11, 21, 15)}, False),
        ({"starts_at": moment(2026, 11, 21, 12)}, True),
        ({"starts_at": moment(2026, 11, 22, 15)}, True),
    ],
)
def test_a_gap_that_got_a_performance_after_all_shows_nothing(performance, is_gap):
    create_gap(day=DAY, slot=create_slot())
    create_performance(**performance)

    assert bool(announced()) is is_gap


def test_a_performance_that_nobody_may_see_fills_no_gap():
    create_gap(day=DAY, slot=create_slot())
    create_performance(starts_at=moment(2026, 11, 21, 15), production=create_production(status="draft"))

    assert announced() == [(DAY, [time(15)])]


def test_a_whole_day_keeps_the_hours_that_nobody_has_filled():
    create_slot()
    create_slot(time=time(11), audience="children")
    create_gap(day=DAY)
    create_performance(starts_at=moment(2026, 11, 21, 11))

    assert announced() == [(DAY, [time(15)])]


@pytest.mark.parametrize(("first_day", "is_gap"), [(date(2026, 11, 21), True), (date(2026, 11, 22), False)])
def test_a_gap_outside_the_seasons_is_not_shown(first_day, is_gap):
    create_season(starts_on=first_day, ends_on=date(2027, 6, 30))
    create_gap(day=DAY, slot=create_slot())

    assert bool(announced()) is is_gap


def test_each_audience_has_its_own_gaps():
    create_slot()
    create_slot(time=time(11), audience="children")
    create_gap(day=DAY)

    assert {audience: announced(audience=audience) for audience in ("adults", "children")} == {
        "adults": [(DAY, [time(15)])],
        "children": [(DAY, [time(11)])],
    }


def test_the_next_date_is_for_the_same_audience_and_takes_place():
    create_gap(day=DAY, slot=create_slot())
    create_performance(starts_at=moment(2026, 11, 21, 18))
    create_performance(starts_at=moment(2026, 11, 22, 11), audience="children")
    create_performance(starts_at=moment(2026, 11, 28, 15), state="cancelled")
    following = create_performance(starts_at=moment(2026, 12, 5, 15), production=create_production(title_uk=""))
    create_performance(starts_at=moment(2026, 12, 12, 15))

    [gap] = Gap.objects.announced(*NOVEMBER)

    assert (gap.next_performance.pk, gap.next_performance.starts_at) == (following.pk, following.starts_at)
    assert gap.next_performance.name == "Ревизор"


# Where they stand


@pytest.mark.parametrize("path", SURFACES)
@pytest.mark.parametrize(
    ("language", "words", "reason"),
    [("ru", "спектакля нет", "Ремонт сцены"), ("uk", "вистави немає", "Ремонт кону")],
)
def test_a_gap_is_a_card_on_its_date_with_its_reason(client, path, language, words, reason):
    create_theatre()
    create_gap(day=DAY, slot=create_slot(), reason_ru="Ремонт сцены", reason_uk="Ремонт кону")
    create_performance(starts_at=moment(2026, 11, 22, 11), audience="children")

    page = client.get(f"/{language}{path}")
    [card] = [card for card in find(page, SURFACES[path]) if "is-gap" in card.get("class")]

    for fact in (words, reason, "15:00", said("For adults", language)):
        assert fact in text_of(card)
    assert_valid(page)


@pytest.mark.parametrize("path", ["/ru/afisha/", "/ru/"])
def test_a_gap_leads_to_the_next_date(client, path):
    create_gap(day=DAY, slot=create_slot())
    following = create_performance(starts_at=moment(2026, 12, 5, 15))

    page = client.get(path)
    [card] = [card for card in find(page, SURFACES[path.removeprefix("/ru")]) if "is-gap" in card.get("class")]

    assert links_of(card) == [address(following, "ru")]
    assert "суббота, 5 декабря, 15:00, «Ревизор»" in text_of(card)


def test_the_strip_of_the_week_has_the_gap_too(client):
    create_gap(day=DAY, slot=create_slot())

    [strip] = find(client.get("/ru/afisha/"), "ol.wk")

    assert texts_of(strip, "li.is-gap") == ["спектакля нет 15:00"]
    assert [day.find("time").get("datetime") for day in find(strip, "li.is-free")] == ["2026-11-21"]


def test_the_shape_is_that_of_the_audience(client):
    create_gap(day=DAY, slot=create_slot())
    create_gap(day=date(2026, 11, 22), slot=create_slot(weekday=SUNDAY, time=time(11), audience="children"))

    rows = find(client.get("/ru/afisha/"), "li.row")

    assert [find(row, "time.day")[0].get("class") for row in rows] == ["day", "day day--sun"]


@pytest.mark.parametrize(("audience", "gaps"), [("adults", 1), ("children", 0)])
def test_the_filters_know_the_gaps(client, audience, gaps):
    create_gap(day=DAY, slot=create_slot())

    assert len(find(client.get(f"/ru/afisha/{audience}/"), "li.is-gap")) == gaps * 2  # in the strip and in the list


def test_a_gap_in_one_language_is_marked_in_the_other(client):
    create_gap(day=DAY, slot=create_slot(), reason_ru="Ремонт сцены")

    [row] = find(client.get("/uk/afisha/"), "li.row")

    assert [text_of(each) for each in find(row, "p") if each.get("lang") == "ru"] == ["Ремонт сцены"]
    assert "Російською мовою" in text_of(row)


def test_a_past_gap_stays_in_the_week_and_the_month_and_leaves_what_is_coming(client, at):
    create_gap(day=DAY, slot=create_slot())
    create_performance(starts_at=moment(2026, 11, 28, 15))
    at("2026-11-22 10:00")

    assert [len(find(client.get(f"/ru{path}"), "li.row")) for path in ("/afisha/", "/afisha/2026/w47/")] == [1, 1]
    assert find(client.get("/ru/afisha/"), "ol.rows")[0].findall("li[@class='row row--adult is-gap']") == []
    assert texts_of(find(client.get("/ru/afisha/"), "ol.wk")[0], "li.is-gap") == ["спектакля не было 15:00"]
    assert "спектакля не было" in text_of(find(client.get("/ru/afisha/2026/11/"), "div.is-gap")[0])
    assert find(client.get("/ru/"), "article.is-gap") == []


# The home page


def test_a_gap_of_the_coming_saturday_stands_before_the_next_one(client):
    create_gap(day=DAY, slot=create_slot())
    following = create_performance(starts_at=moment(2026, 11, 28, 15))
    sunday = create_performance(starts_at=moment(2026, 11, 22, 11), audience="children")

    page = client.get("/ru/")

    assert texts_of(page, "article.is-gap")[0].startswith("Суббота, 21 ноября 15:00 В этот день спектакля нет")
    assert texts_of(find(page, "article.yu__d")[0], "p.tag") == [said("The next performance", "ru")]
    assert links_of(find(page, "article.yu__d")[0]) == [address(sunday, "ru")]
    assert [links_of(row)[0] for row in find(page, "li.row")] == [address(following, "ru")]


def test_a_gap_of_a_later_saturday_does_not_hide_the_coming_one(client):
    create_gap(day=date(2026, 11, 28), slot=create_slot())
    create_performance(starts_at=moment(2026, 12, 5, 15))

    assert find(client.get("/ru/"), "article.is-gap") == []


def test_a_performance_at_another_hour_of_the_day_goes_before_the_gap(client):
    create_gap(day=DAY, slot=create_slot())
    shown = create_performance(starts_at=moment(2026, 11, 21, 18))

    assert links_of(find(client.get("/ru/"), "article.yu__p")[0]) == [address(shown, "ru")]


def test_at_its_hour_a_gap_gives_way_to_the_next_date(client, at):
    create_gap(day=DAY, slot=create_slot())
    create_performance(starts_at=moment(2026, 11, 28, 15))

    at("2026-11-21 14:59")
    before = len(find(client.get("/ru/"), "article.is-gap"))
    at("2026-11-21 15:00")

    assert (before, len(find(client.get("/ru/"), "article.is-gap"))) == (1, 0)


# What they cost


@pytest.mark.parametrize("path", ["/ru/afisha/", "/ru/afisha/2026/w47/", "/ru/afisha/2026/11/", "/ru/"])
def test_many_gaps_cost_as_many_queries_as_one(client, path):
    slot = create_slot()
    create_performance(starts_at=moment(2026, 12, 5, 15))
    create_gap(day=DAY, slot=slot)
    one = queries_for(client, path)
    for day in (date(2026, 11, 14), date(2026, 11, 28)):
        create_gap(day=day, slot=slot)
        create_gap(day=day)

    assert queries_for(client, path) == one


def test_a_reason_is_escaped(client):
    create_gap(day=DAY, slot=create_slot(), reason_ru="<b>Ремонт</b>")

    assert "<b>Ремонт</b>" not in html_of(client.get("/ru/afisha/"))
