"""What the planner refuses, and that nothing typed is lost."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext

from repertoire.models import Performance
from tests.admin_forms import complaints_of
from tests.factories import create_editor, create_performance, create_production, create_slot, moment
from tests.pages import find, text_of

from .pages import PLANNER, filled_in, plan, saturday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def test_one_wrong_date_keeps_all_from_being_saved_and_nothing_typed_is_lost(client, manager):
    first = create_performance(starts_at=moment(2026, 11, 20, 18))
    second = create_performance(starts_at=moment(2026, 11, 21, 18))
    page = client.get(PLANNER)

    changes = {f"p{first.pk}-sale": "sold_out", f"p{second.pk}-state": "rescheduled"}
    answer = client.post(PLANNER, filled_in(page, **changes))

    assert answer.status_code == 400
    assert complaints_of(answer) == [f"{gettext('begins').capitalize()}: {gettext('Say the new day and hour.')}"]
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
    [words] = complaints_of(answer)
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
    assert (answer.status_code, len(complaints_of(answer))) == (400, 2)
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
    [words] = complaints_of(answer)
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

    assert (answer.status_code, len(complaints_of(answer))) == (400, 1)
