"""Many dates at once, from the list of dates (E10)."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import ngettext

from repertoire.models import Performance
from tests.admin_forms import admin_url, messages_of
from tests.factories import create_member_of, create_performance, create_production, create_venue, moment
from tests.pages import elements_of, text_of
from theatre_site import staff
from theatre_site.languages import SAY_IT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

LIST = "/admin/repertoire/performance/"


@pytest.fixture
def manager(client):
    client.force_login(create_member_of(staff.REPERTOIRE_MANAGER))


def dates(*days, **fields):
    return [create_performance(starts_at=moment(2026, 11, day, 15), **fields) for day in days]


def act(client, action, performances, **said):
    selected = {"action": action, "_selected_action": [date.pk for date in performances]}
    return client.post(LIST, selected | said, follow=True)


def confirm(client, action, performances, **said):
    return act(client, action, performances, confirm="yes", **said)


def changed(count):
    return ngettext("%(count)d date is changed.", "%(count)d dates are changed.", count) % {"count": count}


def test_each_action_asks_first_and_changes_nothing_yet(client, manager):
    chosen = dates(21, 28)
    before = list(Performance.objects.values())

    for action in ("cancel", "move", "change_venue", "mark_sold_out", "mark_few_left", "mark_on_sale"):
        page = act(client, action, chosen)
        sent = elements_of(page, "input", name="_selected_action", type="hidden")
        assert [field.get("value") for field in sent] == [str(date.pk) for date in chosen]

    assert list(Performance.objects.values()) == before


def test_dates_are_cancelled_with_a_reason(client, manager):
    *chosen, untouched = dates(21, 28, 29)

    page = confirm(client, "cancel", chosen, reason_ru="Ремонт", reason_uk="Ремонт сцени")

    rows = Performance.objects.order_by("starts_at").values_list("state", "state_reason_ru", "state_reason_uk")
    assert list(rows) == [("cancelled", "Ремонт", "Ремонт сцени")] * 2 + [("scheduled", "", "")]
    assert messages_of(page) == [changed(2)]
    assert {entry.object_id for entry in LogEntry.objects.all()} == {str(date.pk) for date in chosen}


def test_nothing_is_cancelled_without_a_reason(client, manager):
    [date] = dates(21)

    page = confirm(client, "cancel", [date])

    assert (page.status_code, page.context["form"].errors) == (400, {"reason_ru": [SAY_IT]})
    date.refresh_from_db()
    assert date.state == "scheduled"


def test_dates_are_moved_by_minutes_and_visitors_are_told(client, manager):
    [first, second] = dates(21, 28)
    [off] = dates(29, state="cancelled")

    page = confirm(client, "move", [first, second, off], minutes=-90, is_told="on", reason_ru="Свет")

    rows = Performance.objects.order_by("starts_at").values_list("starts_at", "moved_from", "state", "state_reason_ru")
    assert list(rows) == [
        (moment(2026, 11, 21, 13, 30), moment(2026, 11, 21, 15), "rescheduled", "Свет"),
        (moment(2026, 11, 28, 13, 30), moment(2026, 11, 28, 15), "rescheduled", "Свет"),
        (moment(2026, 11, 29, 15), None, "cancelled", ""),
    ]
    left = ngettext(
        "%(count)d date does not take place and stays as it is.",
        "%(count)d dates do not take place and stay as they are.",
        1,
    )
    assert messages_of(page) == [changed(2), left % {"count": 1}]


def test_a_mistake_is_mended_without_telling_visitors(client, manager):
    [date] = dates(21)

    confirm(client, "move", [date], minutes=60)

    date.refresh_from_db()
    assert (date.starts_at, date.state, date.moved_from) == (moment(2026, 11, 21, 16), "scheduled", None)


@pytest.mark.parametrize("minutes", ["0", "", "много", "99999999999", "10081"])
def test_a_move_by_nothing_or_nonsense_is_refused(client, manager, minutes):
    [date] = dates(21)

    page = confirm(client, "move", [date], minutes=minutes)

    assert (page.status_code, page.context["form"].errors.keys()) == (400, {"minutes"})


def test_neighbours_that_move_together_are_not_in_each_others_way(client, manager):
    first = create_performance(starts_at=moment(2026, 11, 21, 11))
    second = create_performance(starts_at=moment(2026, 11, 21, 13))

    confirm(client, "move", [first, second], minutes=120)

    assert list(Performance.objects.values_list("starts_at", flat=True)) == [
        moment(2026, 11, 21, 13),
        moment(2026, 11, 21, 15),
    ]


def test_a_move_into_another_show_moves_nothing_and_says_which(client, manager):
    [free, late] = dates(21, 28)
    create_performance(production=create_production(title_ru="Золушка"), starts_at=moment(2026, 11, 28, 17))

    page = confirm(client, "move", [free, late], minutes=60, is_told="on")

    assert page.status_code == 400
    [words] = elements_of(page, "p", class_="errorlist")
    assert "Золушка" in text_of(words)
    assert list(Performance.objects.order_by("starts_at").values_list("state", flat=True)) == ["scheduled"] * 3
    assert not LogEntry.objects.exists()


def test_the_venue_of_many_dates_is_changed(client, manager):
    venue, chosen = create_venue(), dates(21, 28)

    confirm(client, "change_venue", chosen, venue=venue.pk)
    assert set(Performance.objects.values_list("venue", flat=True)) == {venue.pk}

    confirm(client, "change_venue", chosen, venue="")
    assert set(Performance.objects.values_list("venue", flat=True)) == {None}


def test_a_venue_that_is_taken_is_refused(client, manager):
    venue, [date] = create_venue(), dates(21)
    dates(21, venue=venue)

    page = confirm(client, "change_venue", [date], venue=venue.pk)

    date.refresh_from_db()
    assert (page.status_code, date.venue) == (400, None)


@pytest.mark.parametrize("group", [staff.NEWS_EDITOR, staff.FESTIVAL_ORGANISER, staff.BOX_OFFICE])
def test_only_whoever_may_change_dates_cancels_them(client, group):
    client.force_login(create_member_of(group))
    [date] = dates(21)

    confirm(client, "cancel", [date], reason_ru="Ремонт")

    date.refresh_from_db()
    assert date.state == "scheduled"
    page = client.get(admin_url(Performance, "changelist"))
    offered = {option.get("value") for option in elements_of(page, "option")}
    assert offered & {"cancel", "move", "change_venue"} == set()
