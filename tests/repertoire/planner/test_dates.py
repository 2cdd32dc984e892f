"""Dates are planned, moved and replaced."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext

from repertoire.models import Performance
from tests.admin_forms import messages_of
from tests.factories import create_performance, create_production, create_slot, create_venue, moment

from .pages import PLANNER, filled_in, plan, saturday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def test_a_play_chosen_for_an_hour_of_the_rhythm_makes_its_date(client, manager):
    slot, production = create_slot(), create_production()

    plan(client, saturday(slot), production=production.pk, remark="premiere")

    made = Performance.objects.get()
    assert (made.production, made.slot, made.slot_day, made.starts_at, made.remark) == (
        production,
        slot,
        date(2026, 11, 21),
        moment(2026, 11, 21, 15),
        "premiere",
    )
    assert [(entry.user, entry.object_id, entry.is_addition()) for entry in LogEntry.objects.all()] == [
        (manager, str(made.pk), True)
    ]


def test_a_play_to_be_announced_is_a_date_too(client, manager):
    slot = create_slot()

    plan(client, saturday(slot), state="scheduled")

    assert Performance.objects.get().is_to_be_announced


def test_everything_is_saved_at_once_and_untouched_dates_stay_as_they_are(client, manager):
    first = create_performance(starts_at=moment(2026, 11, 20, 18))
    second = create_performance(starts_at=moment(2026, 11, 21, 18))
    untouched = create_performance(starts_at=moment(2026, 11, 22, 18))
    page = client.get(PLANNER)
    Performance.objects.filter(pk=untouched.pk).update(sale="few_left")  # meanwhile, by somebody else

    changes = {
        f"p{first.pk}-sale": "sold_out",
        f"p{second.pk}-state": "cancelled",
        f"p{second.pk}-state_reason_ru": "Болезнь артиста",
        f"p{second.pk}-state_reason_uk": "Хвороба артиста",
    }
    answer = client.post(PLANNER, filled_in(page, **changes), follow=True)

    assert len(messages_of(answer)) == 1
    rows = Performance.objects.order_by("starts_at").values_list("sale", "state", "state_reason_uk")
    assert list(rows) == [
        ("sold_out", "scheduled", ""),
        ("on_sale", "cancelled", "Хвороба артиста"),
        ("few_left", "scheduled", ""),
    ]
    assert {entry.object_id for entry in LogEntry.objects.all()} == {str(first.pk), str(second.pk)}


def test_a_moved_show_remembers_where_visitors_look_for_it(client, manager):
    performance = create_performance(starts_at=moment(2026, 11, 20, 18))

    plan(client, f"p{performance.pk}", state="rescheduled", starts_at="2026-11-27T19:00")

    performance.refresh_from_db()
    assert (performance.state, performance.starts_at, performance.moved_from) == (
        "rescheduled",
        moment(2026, 11, 27, 19),
        moment(2026, 11, 20, 18),
    )


def test_a_wrong_hour_is_mended_without_traces(client, manager):
    performance = create_performance(starts_at=moment(2026, 11, 20, 18))

    plan(client, f"p{performance.pk}", starts_at="2026-11-20T19:00")

    performance.refresh_from_db()
    assert (performance.state, performance.starts_at, performance.moved_from) == (
        "scheduled",
        moment(2026, 11, 20, 19),
        None,
    )


def test_another_play_can_be_announced_as_such(client, manager):
    old, new = create_production(), create_production()
    performance = create_performance(production=old)

    plan(client, f"p{performance.pk}", production=new.pk, replaces="on")

    performance.refresh_from_db()
    assert (performance.production, performance.instead_of) == (new, old)

    plan(client, f"p{performance.pk}", replaces=None)

    performance.refresh_from_db()
    assert (performance.production, performance.instead_of) == (new, None)


def test_a_date_outside_the_rhythm_is_added(client, manager):
    production, venue = create_production(), create_venue()

    plan(client, "n1", starts_at="2026-12-28T10:00", production=production.pk, venue=venue.pk, sale="few_left")

    made = Performance.objects.get()
    assert (made.production, made.venue, made.starts_at, made.sale, made.slot) == (
        production,
        venue,
        moment(2026, 12, 28, 10),
        "few_left",
        None,
    )


def test_a_past_date_is_saved_with_a_warning(client, manager):
    page = client.get(PLANNER)

    answer = client.post(PLANNER, filled_in(page, **{"n0-starts_at": "2009-11-17T15:00"}), follow=True)

    assert gettext("This date is in the past. It is saved for the archive.") in messages_of(answer)
    assert Performance.objects.count() == 1
