"""The week planner. It is Wednesday, 18 November 2026; the rhythm plays on Saturdays and Sundays."""

from datetime import date, time

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import gettext

from repertoire.models import Gap, Performance, Production, WeeklySlot
from tests.admin_forms import admin_url, form_data, messages_of
from tests.factories import (
    SUNDAY,
    create_edition,
    create_editor,
    create_gap,
    create_member_of,
    create_performance,
    create_production,
    create_programme_item,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import elements_of, find, text_of
from tests.queries import queries_for
from theatre_site import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

PLANNER = "/admin/repertoire/performance/planner/"
SATURDAY_ROW = "s{slot}-20261121"


@pytest.fixture
def manager(client):
    user = create_member_of(staff.REPERTOIRE_MANAGER, first_name="Ирина")
    client.force_login(user)
    return user


def filled_in(page, **changes):
    """What the form on this page sends after these changes; "" unticks a box."""
    data = form_data(page, form_id="planner_form")
    data["row"] = [field.get("value") for field in elements_of(page, "input", name="row")]
    data |= {name.replace("__", "-"): value for name, value in changes.items()}
    return {name: value for name, value in data.items() if value is not None}


def plan(client, row="", query="", **changes):
    """Opens the planner, changes these fields of a row and saves."""
    page = client.get(PLANNER + query)
    return client.post(PLANNER + query, filled_in(page, **{f"{row}-{name}": v for name, v in changes.items()}))


def saturday(slot):
    return SATURDAY_ROW.format(slot=slot.pk)


def words_beside(page):
    return [text_of(words) for errors in find(page, "ul.errorlist") for words in errors.iter("li")]


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

    page = client.get(PLANNER)

    missing = [row.missing for _week, rows, _gaps in page.context["weeks"] for row in rows]
    assert missing == [
        [gettext("no play"), gettext("no price")],
        [gettext("no age mark"), gettext("no price")],
        [],
        [gettext("no reason in both languages")],
    ]


@pytest.mark.parametrize("query", ["?from=nonsense&weeks=-1", "?from=9999-12-31", "?weeks=1000", "?from=0001-01-01"])
def test_nonsense_in_its_address_counts_as_nothing(client, manager, query):
    page = client.get(PLANNER + query)

    assert (page.status_code, page.context["period"].first_day, len(page.context["weeks"])) == (
        200,
        date(2026, 11, 18),
        8,
    )


# Planning


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


# Free days


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


# What is refused


def test_one_wrong_date_keeps_all_from_being_saved_and_nothing_typed_is_lost(client, manager):
    first = create_performance(starts_at=moment(2026, 11, 20, 18))
    second = create_performance(starts_at=moment(2026, 11, 21, 18))
    page = client.get(PLANNER)

    changes = {f"p{first.pk}-sale": "sold_out", f"p{second.pk}-state": "rescheduled"}
    answer = client.post(PLANNER, filled_in(page, **changes))

    assert answer.status_code == 400
    assert words_beside(answer) == [f"{gettext('begins').capitalize()}: {gettext('Say the new day and hour.')}"]
    assert set(Performance.objects.values_list("sale", "state")) == {("on_sale", "scheduled")}
    assert not LogEntry.objects.exists()
    again = filled_in(answer)
    assert (again[f"p{first.pk}-sale"], again[f"p{second.pk}-state"]) == ("sold_out", "rescheduled")

    client.post(PLANNER, again | {f"p{second.pk}-starts_at": "2026-11-24T18:00"})

    assert set(Performance.objects.values_list("sale", "state")) == {
        ("sold_out", "scheduled"),
        ("on_sale", "rescheduled"),
    }


def test_two_shows_at_once_are_refused_beside_the_date(client, manager):
    create_performance(production=create_production(title_ru="Золушка"), starts_at=moment(2026, 11, 21, 14))
    late = create_performance(starts_at=moment(2026, 11, 21, 18))

    answer = plan(client, f"p{late.pk}", starts_at="2026-11-21T15:00")

    assert answer.status_code == 400
    [words] = words_beside(answer)
    assert "Золушка" in words
    late.refresh_from_db()
    assert late.starts_at == moment(2026, 11, 21, 18)


def test_two_dates_of_the_same_page_may_change_places_but_not_share_one(client, manager):
    first = create_performance(starts_at=moment(2026, 11, 20, 18))
    second = create_performance(starts_at=moment(2026, 11, 21, 18))
    page = client.get(PLANNER)

    swapped = {f"p{first.pk}-starts_at": "2026-11-21T18:00", f"p{second.pk}-starts_at": "2026-11-20T18:00"}
    assert client.post(PLANNER, filled_in(page, **swapped)).status_code == 302
    assert list(Performance.objects.order_by("starts_at")) == [second, first]

    answer = client.post(
        PLANNER,
        filled_in(client.get(PLANNER), **{"n0-starts_at": "2026-12-01T18:00", "n1-starts_at": "2026-12-01T18:30"}),
    )
    assert (answer.status_code, len(words_beside(answer))) == (400, 2)
    assert Performance.objects.count() == 2


def test_what_somebody_else_has_changed_meanwhile_is_said_and_not_overwritten(at, client, manager):
    performance = create_performance()
    page = client.get(PLANNER)
    at("2026-11-18 10:01")
    performance.sale = "sold_out"
    performance.save()
    LogEntry.objects.log_actions(create_editor(first_name="Ольга").pk, [performance], 2, "")

    answer = client.post(PLANNER, filled_in(page, **{f"p{performance.pk}-remark": "premiere"}))

    assert answer.status_code == 409
    [words] = words_beside(answer)
    assert ("Ольга" in words, gettext("Sold out") in words) == (True, True)
    performance.refresh_from_db()
    assert (performance.sale, performance.remark) == ("sold_out", "")

    client.post(PLANNER, filled_in(answer))  # seen, and saved once more

    performance.refresh_from_db()
    assert (performance.sale, performance.remark) == ("sold_out", "premiere")


def test_an_hour_that_has_got_its_date_meanwhile_is_not_made_twice(client, manager):
    slot = create_slot()
    page = client.get(PLANNER)
    Performance.objects.make_from_slots(weeks=1)

    answer = client.post(PLANNER, filled_in(page, **{f"{saturday(slot)}-production": create_production().pk}))

    assert answer.status_code == 409
    assert [date.production for date in Performance.objects.all()] == [None]


def test_what_was_typed_about_a_deleted_date_is_said_again(client, manager):
    performance = create_performance()
    page = client.get(PLANNER)
    changes = {f"p{performance.pk}-remark": "premiere", "n0-starts_at": "2026-12-01T18:00"}
    performance.delete()

    answer = client.post(PLANNER, filled_in(page, **changes))

    assert answer.status_code == 409
    [note] = find(answer, "div.errornote")
    assert gettext("Premiere") in text_of(note)
    assert not Performance.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("production", "999999"), ("state", "burning"), ("sale", "x"), ("starts_at", "завтра"), ("remark", "?" * 50)],
)
def test_nonsense_is_refused_beside_the_date(client, manager, field, value):
    performance = create_performance()

    answer = plan(client, f"p{performance.pk}", **{field: value})

    assert (answer.status_code, len(words_beside(answer))) == (400, 1)


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
