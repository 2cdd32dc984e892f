"""What stands in the planner, who may open it and what it costs."""

from datetime import date, time

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import gettext

from repertoire.models import Performance, Production, WeeklySlot
from tests.admin_forms import admin_url
from tests.factories import (
    SUNDAY,
    create_gap,
    create_member_of,
    create_performance,
    create_production,
    create_slot,
    create_theatre,
    moment,
)
from tests.pages import elements_of
from tests.queries import queries_for
from theatre_site import staff

from .pages import PLANNER, filled_in, saturday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


# What stands in it


def test_it_shows_the_dates_and_the_free_hours_of_the_coming_weeks(client, manager):
    create_slot()
    create_slot(weekday=SUNDAY, time=time(11), audience="children")
    create_performance(starts_at=moment(2026, 11, 20, 18))
    create_performance(starts_at=moment(2026, 11, 17, 18))
    create_performance(starts_at=moment(2026, 12, 14, 18))

    page = client.get(f"{PLANNER}?weeks=4")

    weeks = [[row.kind for row in rows] for _week, rows, _gaps in page.context["weeks"]]
    assert weeks == [["date", "hour", "hour"], ["hour", "hour"], ["hour", "hour"], ["hour", "hour"]]


def test_opening_it_changes_nothing(client, manager):
    create_slot()

    client.get(PLANNER)

    assert not Performance.objects.exists()


def test_plays_for_the_audience_of_the_hour_come_first(client, manager):
    create_slot(audience="children")
    create_production(title_ru="Ревизор", audience="adults")
    create_production(title_ru="Теремок", audience="children")
    create_production(title_ru="Золушка", audience="children", status="draft")
    create_production(title_ru="Старьё", audience="children", is_archived=True)

    page = client.get(f"{PLANNER}?weeks=4")

    [select, *_others] = elements_of(page, "select", **{"data-field": "production"})
    assert [option.text for option in select.iter("option")] == [
        gettext("not planned yet"),
        gettext("%(title)s (not on the site yet)") % {"title": "Золушка"},
        "Теремок",
        "Ревизор",
    ]


def test_what_visitors_will_miss_is_marked(client, manager):
    create_performance(production=None, starts_at=moment(2026, 11, 20, 18))
    create_performance(starts_at=moment(2026, 11, 21, 18))
    create_performance(
        production=create_production(age_rating=12, price_min=10, price_max=20), starts_at=moment(2026, 11, 22, 18)
    )
    create_performance(starts_at=moment(2026, 11, 23, 18), state="cancelled", state_reason_ru="Болезнь")
    create_performance(
        production=create_production(status="draft", title_uk="", age_rating=12, price_min=10, price_max=20),
        starts_at=moment(2026, 11, 24, 18),
    )

    page = client.get(PLANNER)

    missing = [row.missing for _week, rows, _gaps in page.context["weeks"] for row in rows]
    assert missing == [
        [gettext("no play"), gettext("no price")],
        [gettext("no age mark"), gettext("no price")],
        [],
        [gettext("no reason in both languages")],
        [gettext("the play is not on the site"), gettext("no Ukrainian title")],
    ]


@pytest.mark.parametrize("query", ["?from=nonsense&weeks=-1", "?from=9999-12-31", "?weeks=1000", "?from=0001-01-01"])
def test_nonsense_in_its_address_counts_as_nothing(client, manager, query):
    page = client.get(PLANNER + query)

    assert (page.status_code, page.context["period"].first_day, len(page.context["weeks"])) == (
        200,
        date(2026, 11, 18),
        8,
    )


# Who may, and what it costs


@pytest.mark.parametrize("group", [staff.NEWS_EDITOR, staff.FESTIVAL_ORGANISER, staff.BOX_OFFICE])
def test_only_whoever_may_change_dates_opens_it(client, group):
    client.force_login(create_member_of(group))

    assert client.get(PLANNER).status_code == 403
    assert client.post(PLANNER).status_code == 403


def test_whoever_may_only_change_dates_adds_none_and_leaves_none_free(client):
    user = create_member_of()
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_performance", "change_performance"]))
    client.force_login(user)
    slot = create_slot()
    performance = create_performance(starts_at=moment(2026, 11, 20, 18))

    page = client.get(PLANNER)
    sent = {f"{saturday(slot)}-state": "scheduled", "n0-starts_at": "2026-12-01T18:00"}
    client.post(PLANNER, filled_in(page, **sent) | {"row": [f"p{performance.pk}", saturday(slot), "n0"]})

    assert list(Performance.objects.all()) == [performance]


def test_the_list_and_the_start_of_the_repertoire_lead_to_it(client, manager):
    for address in (admin_url(Performance, "changelist"), reverse("admin:app_list", args=["repertoire"])):
        assert len(elements_of(client.get(address), "a", href=PLANNER)) == 1


def test_many_dates_cost_as_many_queries_as_one(client, manager):
    create_theatre()
    for hour in (11, 15):
        create_slot(time=time(hour))
    productions = Production.objects.bulk_create(
        Production(title_ru=f"Пьеса {number}", slug=f"play-{number}", audience="adults") for number in range(60)
    )
    create_performance(starts_at=moment(2026, 11, 20, 18))
    one = queries_for(client, f"{PLANNER}?weeks=12")

    slot = WeeklySlot.objects.first()
    Performance.objects.bulk_create(
        Performance(
            production=productions[number % 60],
            starts_at=moment(2026 + number // 1000, 12, 1 + number % 28, 10),
            slot=slot,
            slot_day=date(2026, 1, 1).fromordinal(date(2026, 11, 19).toordinal() + number),
        )
        for number in range(2000)
    )
    for number in range(1, 20):
        create_gap(day=date(2026, 12, number), slot=slot)

    many = queries_for(client, f"{PLANNER}?weeks=12")
    assert many == one <= 15
