"""Hours and days that are left free."""

from datetime import date

import pytest

from repertoire.models import Gap, Performance
from tests.admin_forms import admin_url
from tests.factories import (
    create_edition,
    create_gap,
    create_performance,
    create_production,
    create_programme_item,
    create_slot,
    moment,
)
from tests.pages import elements_of

from .pages import PLANNER, plan, saturday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def test_an_hour_is_announced_as_free_and_taken_back(client, manager):
    slot = create_slot()

    plan(client, saturday(slot), state="free", state_reason_ru="Гастроли", state_reason_uk="Гастролі")

    gap = Gap.objects.get()
    assert (gap.slot, gap.day, gap.reason_ru, gap.reason_uk) == (slot, date(2026, 11, 21), "Гастроли", "Гастролі")

    plan(client, saturday(slot), state_reason_ru="Ремонт")
    gap.refresh_from_db()
    assert gap.reason_ru == "Ремонт"

    plan(client, saturday(slot), state="", production=create_production().pk)
    assert not Gap.objects.exists()
    assert Performance.objects.count() == 1


def test_a_date_of_the_rhythm_without_a_play_can_be_left_free(client, manager):
    slot = create_slot()
    Performance.objects.make_from_slots(weeks=1)

    plan(client, saturday(slot), state="free", state_reason_ru="Гастроли")

    assert not Performance.objects.exists()
    assert [(gap.slot, gap.day, gap.reason_ru) for gap in Gap.objects.all()] == [(slot, date(2026, 11, 21), "Гастроли")]
    assert Performance.objects.make_from_slots(weeks=1) == 0


def test_a_date_that_visitors_know_is_cancelled_and_not_left_free(client, manager):
    slot = create_slot()
    create_performance(slot=slot, slot_day=date(2026, 11, 21), starts_at=moment(2026, 11, 21, 15))

    answer = plan(client, saturday(slot), state="free")

    assert answer.status_code == 400
    assert Performance.objects.count() == 1


def test_a_date_in_a_festivals_programme_is_not_left_free(client, manager):
    slot = create_slot()
    Performance.objects.make_from_slots(weeks=1)
    create_programme_item(edition=create_edition(), kind="show", performance=Performance.objects.get())

    answer = plan(client, saturday(slot), state="free")

    assert (answer.status_code, Performance.objects.count(), Gap.objects.count()) == (400, 1, 0)


def test_a_whole_free_day_stands_in_its_week_instead_of_the_hours(client, manager):
    create_slot()
    gap = create_gap(day=date(2026, 11, 21), reason_ru="Гастроли")

    page = client.get(f"{PLANNER}?weeks=4")

    assert [row.label for row in page.context["weeks"][0][1]] == []
    assert [link.get("href") for link in elements_of(page, "a", href=admin_url(gap))] == [admin_url(gap)]
