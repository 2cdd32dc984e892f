"""Who came in and who did not: for administrators, to be looked at and never changed."""

import pytest

from tests.admin_forms import admin_url
from tests.factories import create_member_of
from tests.pages import elements_of, plain, text_of
from theatre_site import staff
from theatre_site.models import FailedSignIn, SignIn

from .test_locked import guess

LISTS = [SignIn, FailedSignIn]


def rows(page):
    table = elements_of(page, "table", id="result_list")[0]
    return [plain(" ".join(row.itertext())) for row in table.find("tbody").iter("tr")]


def test_an_administrator_sees_who_came_from_where(olena, log_in, client):
    log_in("olena", **{"user-agent": "Firefox"})
    [row] = rows(client.get(admin_url(SignIn, "changelist")))

    assert [word in row for word in ("olena", "203.0.113.7", "Firefox")] == [True] * 3


def test_and_who_did_not(olena, log_in, client, admin_client):
    guess(log_in, times=5, address="198.51.100.66")
    shown = rows(admin_client.get(admin_url(FailedSignIn, "changelist")))

    assert [("198.51.100.66" in row, "olena" in row) for row in shown] == [(True, True)] * 5


@pytest.mark.parametrize("model", LISTS)
def test_nobody_changes_or_deletes_a_record(olena, log_in, admin_client, model):
    log_in("olena")
    log_in("olena", "wrong")
    admin_client.force_login(olena)
    row = model.objects.first()
    answers = {view: admin_client.post(admin_url(row, view)).status_code for view in ("change", "delete")}
    answers["add"] = admin_client.post(admin_url(model, "add")).status_code

    assert answers == {"change": 403, "delete": 403, "add": 403}
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("group", staff.GROUPS)
@pytest.mark.parametrize("model", LISTS)
def test_no_group_sees_them(client, db, model, group):
    client.force_login(create_member_of(group))
    assert client.get(admin_url(model, "changelist")).status_code == 403


def test_a_full_record_costs_few_queries(admin_client, db, django_assert_max_num_queries):
    FailedSignIn.objects.bulk_create(
        FailedSignIn(username=f"name-{n}", ip_address="203.0.113.7", user_agent="x") for n in range(300)
    )
    with django_assert_max_num_queries(15):
        assert "name-299" in text_of(admin_client.get(admin_url(FailedSignIn, "changelist")))
