"""One play on many dates by a rule (E9). It is Wednesday, 18 November 2026."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.http import urlencode
from django.utils.translation import gettext

from repertoire.models import Performance
from tests.factories import (
    create_gap,
    create_hours_exception,
    create_member_of,
    create_performance,
    create_production,
    create_season,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import elements_of
from tests.queries import queries_for
from theatre_site import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

RUN = "/admin/repertoire/performance/run/"


@pytest.fixture
def manager(client):
    client.force_login(create_member_of(staff.REPERTOIRE_MANAGER))


def rule(**said):
    """Saturdays at 18:00 for three weeks, unless said otherwise."""
    production = said.pop("production", None) or create_production(title_ru="Ревизор")
    usual = {"first_day": "2026-11-20", "last_day": "2026-12-06", "weekdays": 6, "time": "18:00"}
    said = {"production": production.pk, **usual, **said}
    return f"{RUN}?{urlencode({name: value for name, value in said.items() if value != ''}, doseq=True)}"


def ticks(page):
    """{moment: "ticked", "unticked" or "refused"}"""
    boxes = elements_of(page, "input", name="date")
    return {box.get("value"): tick_of(box) for box in boxes}


def tick_of(box):
    if "disabled" in box.attrib:
        return "refused"
    return "ticked" if "checked" in box.attrib else "unticked"


def doubts(page):
    return [date.doubts for date in page.context["dates"]]


def save(client, address, *, without=()):
    page = client.get(address)
    wanted = [key for key, tick in ticks(page).items() if tick == "ticked" and key not in without]
    return client.post(address, {"date": wanted}, follow=True)


def played():
    return list(Performance.objects.order_by("starts_at").values_list("starts_at", "production__title_ru"))


def test_a_run_is_shown_first_and_nothing_is_saved_yet(client, manager):
    page = client.get(rule())

    assert ticks(page) == dict.fromkeys(["2026-11-21T18:00", "2026-11-28T18:00", "2026-12-05T18:00"], "ticked")
    assert not Performance.objects.exists()


def test_the_ticked_dates_are_saved(client, manager):
    venue = create_venue()

    save(client, rule(venue=venue.pk), without=["2026-11-28T18:00"])

    assert played() == [(moment(2026, 11, 21, 18), "Ревизор"), (moment(2026, 12, 5, 18), "Ревизор")]
    assert set(Performance.objects.values_list("venue", flat=True)) == {venue.pk}
    assert LogEntry.objects.count() == 2


def test_hours_of_the_rhythm_keep_their_slot_and_waiting_dates_get_the_play(client, manager):
    slot = create_slot()
    Performance.objects.make_from_slots(weeks=1)

    save(client, rule(slots=slot.pk, weekdays="", time="", last_day="2026-11-28"))

    assert played() == [(moment(2026, 11, 21, 15), "Ревизор"), (moment(2026, 11, 28, 15), "Ревизор")]
    assert list(Performance.objects.order_by("starts_at").values_list("slot", "slot_day")) == [
        (slot.pk, date(2026, 11, 21)),
        (slot.pk, date(2026, 11, 28)),
    ]


def test_an_hour_at_which_something_else_is_played_is_refused_in_words(client, manager):
    create_performance(production=create_production(title_ru="Золушка"), starts_at=moment(2026, 11, 28, 17))
    address = rule()

    page = client.get(address)

    assert ticks(page)["2026-11-28T18:00"] == "refused"
    assert ["Золушка" in date.refusal for date in page.context["dates"]] == [False, True, False]
    answer = client.post(address, {"date": ["2026-11-21T18:00", "2026-11-28T18:00"]})
    assert (answer.status_code, Performance.objects.count()) == (400, 1)


def test_dates_of_the_run_are_not_in_each_others_way(client, manager):
    answer = save(client, rule(slots=create_slot(time="17:00").pk))

    assert (answer.status_code, Performance.objects.count()) == (400, 0)
    assert len([date for date in answer.context["dates"] if date.refusal]) == 6


def test_free_days_closed_days_and_the_summer_are_marked_and_not_ticked(client, manager):
    create_theatre()
    create_season(starts_on=date(2026, 9, 1), ends_on=date(2026, 11, 30))
    create_gap(day=date(2026, 11, 21), reason_ru="Гастроли")
    create_hours_exception(first_day=date(2026, 11, 28), last_day=date(2026, 11, 28))

    page = client.get(rule())

    assert set(ticks(page).values()) == {"unticked"}
    assert doubts(page) == [
        [f"{gettext('announced as a day without a performance')}: Гастроли"],
        [gettext("the box office is closed that day")],
        [gettext("outside the season")],
    ]


def test_a_doubtful_date_may_be_ticked(client, manager):
    create_gap(day=date(2026, 11, 21))

    client.post(rule(), {"date": ["2026-11-21T18:00"]})

    assert played() == [(moment(2026, 11, 21, 18), "Ревизор")]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"production": create_production}, set()),
        ({"last_day": "2026-11-01"}, {"last_day"}),
        ({"last_day": "2030-11-01"}, {"last_day"}),
        ({"first_day": "завтра"}, {"first_day"}),
        ({"time": ""}, {"time"}),
        ({"weekdays": ""}, {"weekdays"}),
        ({"weekdays": "", "time": ""}, {"slots"}),
        ({"weekdays": "8"}, {"weekdays"}),
        ({"slots": "999999"}, {"slots"}),
        ({"venue": "x"}, {"venue"}),
    ],
)
def test_a_rule_that_says_nothing_is_refused_beside_the_field(client, manager, said, wrong):
    page = client.get(rule(**{name: value() if callable(value) else value for name, value in said.items()}))

    assert page.context["form"].errors.keys() == wrong
    assert page.status_code == (400 if wrong else 200)


def test_at_least_one_date_is_ticked(client, manager):
    answer = client.post(rule(), {})

    assert (answer.status_code, answer.context["complaint"]) == (400, gettext("Tick at least one date."))


@pytest.mark.parametrize("group", [staff.NEWS_EDITOR, staff.FESTIVAL_ORGANISER, staff.BOX_OFFICE])
def test_only_whoever_may_add_dates_opens_it(client, group):
    client.force_login(create_member_of(group))

    assert client.get(RUN).status_code == 403
    assert client.post(rule(), {"date": ["2026-11-21T18:00"]}).status_code == 403
    assert not Performance.objects.exists()


def test_a_year_costs_as_many_queries_as_a_week(client, manager):
    create_theatre()
    slot = create_slot()
    production = create_production()
    week = rule(production=production, slots=slot.pk, last_day="2026-11-22")
    year = rule(production=production, slots=slot.pk, last_day="2027-11-20", weekdays=[1, 2, 3, 4, 5, 6, 7])

    assert queries_for(client, year) == queries_for(client, week) <= 20
