"""The box office: how many tickets are left, in the list and in the form of a date, and nothing else."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext

from repertoire.models import Performance
from tests.admin_forms import admin_url, form_data, submit
from tests.factories import create_member_of, create_performance, create_production, moment
from tests.pages import elements_of
from theatre_site import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

LIST = "/admin/repertoire/performance/"


def sale_of(performance):
    return f"{LIST}{performance.pk}/sale/"


@pytest.fixture
def cashier(client):
    user = create_member_of(staff.BOX_OFFICE)
    client.force_login(user)
    return user


def pressed(client, query=""):
    """[(what a button sends, whether it is pressed), …] in the list."""
    buttons = elements_of(client.get(LIST + query), "button", name="sale")
    return [(button.get("value"), button.get("aria-pressed")) for button in buttons]


def test_tickets_are_marked_as_sold_out_at_a_click(client, cashier):
    performance = create_performance()
    assert pressed(client) == [("on_sale", "true"), ("few_left", "false"), ("sold_out", "false")]

    page = client.post(sale_of(performance), {"sale": "sold_out"}, follow=True)

    assert pressed(client) == [("on_sale", "false"), ("few_left", "false"), ("sold_out", "true")]
    assert page.redirect_chain == [(f"{LIST}#sale-{performance.pk}", 302)]
    assert [(entry.user, entry.object_id) for entry in LogEntry.objects.all()] == [(cashier, str(performance.pk))]


def test_a_click_leads_back_to_the_list_as_it_was(client, cashier):
    performance = create_performance()
    back = {"HTTP_REFERER": f"http://testserver{LIST}?when=today"}
    elsewhere = {"HTTP_REFERER": "https://evil.example/"}

    assert client.post(sale_of(performance), {"sale": "few_left"}, **back).url == (
        f"http://testserver{LIST}?when=today#sale-{performance.pk}"
    )
    assert client.post(sale_of(performance), {"sale": "few_left"}, **elsewhere).url == f"{LIST}#sale-{performance.pk}"


def test_the_form_asks_whoever_sells_about_tickets_only(client, cashier):
    page = client.get(admin_url(create_performance()))

    assert "field-keep_typography" not in page.content.decode()
    assert [label.get("for") for label in elements_of(page, "label") if label.get("for")] == ["id_sale"]


def test_what_is_over_or_does_not_take_place_has_no_buttons(client, cashier):
    create_performance(starts_at=moment(2026, 11, 10, 15))
    create_performance(starts_at=moment(2026, 11, 21, 15), state="cancelled")

    assert pressed(client, "?when=all") == []


def test_a_click_with_nonsense_is_refused_in_words(client, cashier):
    performance = create_performance()

    answer = client.post(sale_of(performance), {"sale": "burnt"})

    assert (answer.status_code, "burnt" in answer.content.decode()) == (400, True)
    assert client.get(sale_of(performance)).status_code == 405
    assert client.post(f"{LIST}999999/sale/", {"sale": "sold_out"}).status_code == 404


@pytest.mark.parametrize("group", [staff.NEWS_EDITOR, staff.FESTIVAL_ORGANISER])
def test_whoever_only_looks_gets_no_buttons(client, group):
    client.force_login(create_member_of(group))
    performance = create_performance()

    assert pressed(client) == []
    assert client.post(sale_of(performance), {"sale": "sold_out"}).status_code == 403
    performance.refresh_from_db()
    assert performance.sale == "on_sale"


def test_in_the_form_the_box_office_changes_the_tickets_only(client, cashier):
    performance, other = create_performance(), create_production()
    address = admin_url(performance)
    fields = form_data(client.get(address), form_id="performance_form").keys()
    assert {name for name in fields if not name.startswith(("csrf", "_"))} == {"sale"}

    submit(client, address, sale="few_left", state="cancelled", production=other.pk, price_min=1, price_max=2)

    changed = Performance.objects.get()
    assert (changed.sale, changed.state, changed.production_id, changed.price_min) == (
        "few_left",
        "scheduled",
        performance.production_id,
        None,
    )


def test_the_box_office_is_not_stopped_by_what_others_have_left_undone(client, cashier):
    first = create_performance()
    create_performance()  # at the same hour in the same house

    submit(client, admin_url(first), sale="sold_out")

    first.refresh_from_db()
    assert first.sale == "sold_out"


def test_the_box_office_adds_deletes_plans_and_moves_nothing(client, cashier):
    performance = create_performance()
    selected = {"action": "move", "_selected_action": [performance.pk], "confirm": "yes", "minutes": 30}

    for address in (admin_url(Performance, "add"), admin_url(performance, "delete"), f"{LIST}planner/", f"{LIST}run/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {"post": "yes"}).status_code == 403
    client.post(LIST, selected)

    performance.refresh_from_db()
    assert performance.starts_at == create_performance().starts_at


def test_tickets_of_many_dates_at_once(client, cashier):
    dates = [create_performance(starts_at=moment(2026, 11, day, 15)) for day in (21, 28)]
    selected = {"action": "mark_sold_out", "_selected_action": [date.pk for date in dates]}

    asked = client.post(LIST, selected)
    assert asked.context["title"] == gettext("Tickets of these dates: %(sale)s?") % {"sale": gettext("Sold out")}
    assert set(Performance.objects.values_list("sale", flat=True)) == {"on_sale"}

    client.post(LIST, selected | {"confirm": "yes"})
    assert set(Performance.objects.values_list("sale", flat=True)) == {"sold_out"}
    assert LogEntry.objects.count() == 2
