"""Who asks for an old address is led to the new one."""

import pytest
from django.db import IntegrityError
from django.utils.translation import gettext

from tests.admin_forms import admin_url, errors_of, submit
from tests.factories import (
    create_edition,
    create_member_of,
    create_page,
    create_person,
    create_post,
    create_production,
    create_programme_item,
    create_rubric,
)
from tests.queries import queries_for
from theatre_site import staff
from theatre_site.models import Redirect

ADDRESSES = [
    (create_post, "/news/{}/"),
    (create_page, "/pages/{}/"),
    (create_production, "/repertoire/{}/"),
    (create_person, "/people/{}/"),
]
each_address = pytest.mark.parametrize(("create", "address"), ADDRESSES, ids=["post", "page", "production", "person"])


def change(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def way(client, address):
    """[(where to, how), …]"""
    return client.get(address, follow=True).redirect_chain


@each_address
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_changed_address_leads_on_in_both_languages(client, db, create, address, language):
    change(create(slug="old"), slug="new")

    assert way(client, f"/{language}{address.format('old')}") == [(f"/{language}{address.format('new')}", 301)]
    assert client.get(f"/{language}{address.format('new')}").status_code == 200


def test_what_stands_below_goes_along_and_so_does_the_query(client, db):
    change(create_post(slug="old"), slug="new")
    change(create_edition(year=2011), year=2012, starts_on=None, ends_on=None)
    create_programme_item(edition=create_edition(year=2013))

    assert way(client, "/uk/news/old/picture.png") == [("/uk/news/new/picture.png", 301)]
    assert way(client, "/uk/festival/2011/?from=mail") == [("/uk/festival/2012/?from=mail", 301)]


def test_a_section_of_a_festival_goes_along(client, db):
    edition = create_edition(year=2011, starts_on=None, ends_on=None)
    create_programme_item(edition=edition)
    change(edition, year=2012)

    assert way(client, "/ru/festival/2011/programme/") == [("/ru/festival/2012/programme/", 301)]


def test_a_rubric_takes_its_pages_along(client, db):
    rubric = create_rubric(slug="old")
    for _ in range(11):
        create_post(rubric=rubric)
    change(rubric, slug="new")

    assert way(client, "/ru/news/rubric/old/?page=2") == [("/ru/news/rubric/new/?page=2", 301)]


def test_many_changes_are_one_step(client, db):
    post = create_post(slug="first")
    for slug in ["second", "third", "fourth"]:
        change(post, slug=slug)

    for slug in ["first", "second", "third"]:
        assert way(client, f"/ru/news/{slug}/") == [("/ru/news/fourth/", 301)]
    assert set(Redirect.objects.values_list("new", flat=True)) == {"/news/fourth/"}


def test_back_and_forth_is_no_circle(client, db):
    post = create_post(slug="first")
    change(post, slug="second")
    change(post, slug="first")

    assert way(client, "/ru/news/second/") == [("/ru/news/first/", 301)]
    assert way(client, "/ru/news/first/") == []
    assert [(each.old, each.new) for each in Redirect.objects.all()] == [("/news/second/", "/news/first/")]


def test_a_new_thing_at_the_old_address_goes_before(client, db):
    change(create_post(slug="old"), slug="new")
    create_post(slug="old", title_ru="Другая")

    page = client.get("/ru/news/old/")

    assert (page.status_code, page.context["post"].title_ru) == (200, "Другая")


@each_address
@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_what_is_not_public_keeps_its_new_address_to_itself(client, db, create, address, status):
    change(create(slug="old", status=status), slug="secret")

    page = client.get(f"/ru{address.format('old')}")

    assert page.status_code == 404
    assert "secret" not in page.content.decode()


def test_a_draft_that_is_published_later_is_found_at_its_old_address(client, db):
    post = create_post(slug="old", status="draft")
    change(post, slug="new")
    change(post, status="published")

    assert way(client, "/ru/news/old/") == [("/ru/news/new/", 301)]


def test_other_changes_leave_nothing(db):
    change(create_post(), title_ru="Другое")

    assert Redirect.objects.count() == 0


def test_the_step_costs_few_queries_and_an_ordinary_page_none(client, db, django_assert_max_num_queries):
    post = create_post(slug="old")
    before = queries_for(client, "/ru/news/old/")
    change(post, slug="new")

    assert queries_for(client, "/ru/news/new/") == before
    with django_assert_max_num_queries(before + 3):
        client.get("/ru/news/old/")


# By hand


def test_the_chief_editor_enters_addresses_of_an_earlier_site(client, db):
    create_page(slug="rules")
    client.force_login(create_member_of(staff.CHIEF_EDITOR))

    page = submit(client, admin_url(Redirect, "add"), old="/pravila.html", new="/pages/rules/")

    assert errors_of(page) == {}
    assert way(client, "/pravila.html") == [("/ru/pages/rules/", 301)]
    assert way(client, "/uk/pravila.html") == [("/uk/pages/rules/", 301)]


@pytest.mark.parametrize("group", sorted(set(staff.GROUPS) - {staff.CHIEF_EDITOR}))
def test_others_do_not(client, db, group):
    client.force_login(create_member_of(group))

    assert client.get(admin_url(Redirect, "add")).status_code == 403
    assert client.get(admin_url(Redirect, "changelist")).status_code == 403


@pytest.mark.parametrize("address", ["news/a/", "/news/a", "/ru/news/a/", "//evil.example/", "/a b/", "/a/?b=1/", "/"])
def test_what_is_no_address_of_this_site_is_refused_beside_the_field(admin_client, address):
    page = submit(admin_client, admin_url(Redirect, "add"), old="/old/", new=address)

    assert errors_of(page).keys() == {"new"}


@pytest.mark.parametrize(("old", "new"), [("/c/", "/a/"), ("/d/", "/d/"), ("/d/", "/d/e/")])
def test_a_circle_is_refused(admin_client, old, new):
    Redirect.objects.create(old="/a/", new="/b/")
    Redirect.objects.create(old="/b/", new="/c/")

    page = submit(admin_client, admin_url(Redirect, "add"), old=old, new=new)

    assert errors_of(page) == {"new": [gettext("It would lead in a circle.")]}


def test_a_circle_that_got_in_all_the_same_is_no_page(client, db):
    Redirect.objects.create(old="/a/", new="/b/")
    Redirect.objects.create(old="/b/", new="/a/c/")

    assert client.get("/ru/a/").status_code == 404


def test_the_database_refuses_an_address_that_leads_to_itself(db):
    with pytest.raises(IntegrityError, match="redirect_leads_elsewhere"):
        Redirect.objects.create(old="/a/", new="/a/")


def test_an_old_address_with_a_query_is_entered_in_any_order(client, db):
    create_page(slug="rules")
    client.force_login(create_member_of(staff.CHIEF_EDITOR))

    page = submit(client, admin_url(Redirect, "add"), old="/index.php?view=2&id=7", new="/pages/rules/", language="uk")

    assert errors_of(page) == {}
    assert Redirect.objects.get().old == "/index.php?id=7&view=2"
    assert way(client, "/index.php?view=2&id=7") == [("/uk/pages/rules/", 301)]
    assert way(client, "/ru/index.php?from=mail&view=2&id=7") == [("/ru/pages/rules/?from=mail", 301)]
    assert way(client, "/index.php?id=7") == []


def test_of_two_rows_the_one_that_knows_more_of_the_query_leads(client, db):
    create_page(slug="rules")
    create_page(slug="archive")
    Redirect.objects.create(old="/index.php?id=7", new="/pages/rules/")
    Redirect.objects.create(old="/index.php?id=7&year=2011", new="/pages/archive/")

    assert way(client, "/index.php?year=2011&id=7") == [("/ru/pages/archive/", 301)]
    assert way(client, "/index.php?year=2012&id=7") == [("/ru/pages/rules/?year=2012", 301)]


def test_a_long_query_is_not_looked_for(client, db, django_assert_max_num_queries):
    query = "&".join(f"a{number}=1" for number in range(400))

    with django_assert_max_num_queries(6):
        assert client.get(f"/index.php?{query}").status_code == 404


def test_the_query_of_a_page_that_is_there_is_its_own(client, db):
    create_post(slug="new")
    Redirect.objects.create(old="/?p=7", new="/news/new/")

    assert way(client, "/?p=7") == [("/ru/news/new/", 301)]
    assert client.get("/?p=8").status_code == 200
    assert client.get("/ru/?p=7").status_code == 200
