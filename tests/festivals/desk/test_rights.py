"""Who may open the desk's pages."""

import pytest

from festivals.models import Edition
from tests.factories import create_editor, create_member_of, create_participant
from tests.festivals.desk.pages import page_address
from theatre_site import staff

PAGES = ["desk", "programme", "results", "copy"]
ORGANISERS = {staff.FESTIVAL_ORGANISER, staff.CHIEF_EDITOR}


@pytest.mark.parametrize("group", staff.GROUPS)
def test_only_organisers_and_the_chief_editor_open_the_desk(client, edition, group):
    client.force_login(create_member_of(group))
    allowed = group in ORGANISERS

    answers = [client.get(page_address(edition, word)).status_code for word in PAGES]
    sent = [client.post(page_address(edition, word), {"confirmed": "1"}).status_code for word in [*PAGES, "confirm"]]

    assert answers == [200 if allowed else 403] * len(PAGES)
    assert [status == 403 for status in sent] == [not allowed] * len(sent)
    assert Edition.objects.get().programme_confirmed == allowed


def test_visitors_are_asked_who_they_are(client, edition):
    answers = [client.get(page_address(edition, word)) for word in [*PAGES, "confirm"]]

    assert [answer.status_code for answer in answers] == [302] * 5
    assert {answer["Location"].split("?")[0] for answer in answers} == {"/admin/login/"}


def test_a_year_that_is_not_there_has_no_desk(organiser):
    assert [organiser.get(f"/admin/festivals/edition/999/{word}/").status_code for word in PAGES] == [404] * 4


def test_nothing_is_confirmed_by_a_link(organiser, edition):
    assert organiser.get(page_address(edition, "confirm")).status_code == 405
    assert not Edition.objects.get().programme_confirmed


@pytest.mark.parametrize("may_publish", [True, False])
def test_moments_belong_to_those_who_may_publish(client, edition, may_publish):
    editor = create_member_of(staff.FESTIVAL_ORGANISER)
    if not may_publish:
        [group] = editor.groups.all()
        group.permissions.remove(*group.permissions.filter(codename="publish_edition"))
    client.force_login(editor)
    address = page_address(edition, "desk")

    answer = client.post(address, {"results_at_0": "2013-10-05", "results_at_1": "18:00"})
    form = client.get(f"/admin/festivals/edition/{edition.pk}/change/")

    assert answer.status_code == (302 if may_publish else 403)
    assert (Edition.objects.get().results_at is not None) == may_publish
    assert ("results_at" in form.context["adminform"].form.fields) == may_publish
    assert (b'id="moments"' in client.get(address).content) == may_publish


def test_a_participants_company_is_named_only_by_those_who_may_add_one(client, edition):
    editor = create_member_of(staff.FESTIVAL_ORGANISER)
    [group] = editor.groups.all()
    group.permissions.remove(*group.permissions.filter(codename="add_company"))
    client.force_login(editor)
    create_participant(edition=edition)

    form = client.get("/admin/festivals/participant/add/").context["adminform"].form

    assert [name for name in form.fields if name.startswith("new_")] == []


def test_the_desk_is_reached_from_the_list_the_form_and_the_start_of_the_festivals(organiser, edition):
    address = page_address(edition, "desk")
    pages = ["/admin/festivals/edition/", f"/admin/festivals/edition/{edition.pk}/change/", "/admin/festivals/"]

    assert [organiser.get(page).content.decode().count(f'href="{address}"') for page in pages] == [1, 1, 1]


def test_who_may_only_look_at_editions_is_shown_no_way_to_the_desk(client, edition):
    client.force_login(create_member_of(staff.NEWS_EDITOR))

    assert page_address(edition, "desk") not in client.get("/admin/festivals/").content.decode()


def test_a_superuser_opens_everything(client, edition):
    client.force_login(create_editor())

    assert [client.get(page_address(edition, word)).status_code for word in PAGES] == [200] * 4
