"""After many years: 5,000 posts, 2,000 dates. Each list and form of the office costs at most 15 queries, and as many as
with a few rows. Queries are counted, never seconds."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from news.models import Post
from repertoire.models import Performance, Person, Production
from tests import factories
from tests.admin_forms import admin_url
from tests.queries import queries_for
from tests.theatre_site.rows import ROWS
from theatre_site import staff
from theatre_site.models import TextPicture, Theatre

AT_MOST = 15
POSTS, DATES, PLAYS, PEOPLE = 5000, 2000, 200, 300


@pytest.fixture
def small_site(db):
    """Two rows of everything."""
    for model, make in ROWS.items():
        for number in range(1 if model is Theatre else 2):
            make(number)


def grow():
    """To a site that has been kept for years; titles alone in some, both languages in most."""
    rubric, play = factories.create_rubric(), Production.objects.first()
    start = factories.days_from_now(-DATES / 2)
    Post.objects.bulk_create(
        Post(
            **factories.published(),
            rubric=rubric,
            slug=f"many-{number}",
            title_ru=f"Новость {number}",
            title_uk="" if number % 7 == 0 else f"Новина {number}",
        )
        for number in range(POSTS)
    )
    Performance.objects.bulk_create(
        Performance(production=play, starts_at=start + timedelta(days=number)) for number in range(DATES)
    )
    Production.objects.bulk_create(
        Production(**factories.published(), slug=f"many-{number}", title_ru=f"Спектакль {number}", audience="adults")
        for number in range(PLAYS)
    )
    Person.objects.bulk_create(
        Person(**factories.published(), slug=f"many-{number}", name_ru=f"Актёр {number}") for number in range(PEOPLE)
    )


@pytest.fixture
def administrator(client, db):
    client.force_login(factories.create_editor())
    return client


def addresses():
    """Every list, every form of a row and every empty form; the theatre's list is its form."""
    rows = {model: model._default_manager.order_by("pk").first() for model in [*ROWS, User, Group]}
    for model, row in rows.items():
        if model is not Theatre:
            yield admin_url(model, "changelist")
            if model is not TextPicture:  # they are added in a text
                yield admin_url(model, "add")
        yield admin_url(row)
    yield reverse("admin:index")


def test_lists_and_forms_cost_the_same_after_years(small_site, administrator):
    few = {address: queries_for(administrator, address) for address in addresses()}
    few = {address: queries_for(administrator, address) for address in few}  # content types are known now
    grow()
    many = {address: queries_for(administrator, address) for address in few}

    assert {address: (few[address], many[address]) for address in few if few[address] != many[address]} == {}
    assert {address: count for address, count in many.items() if count > AT_MOST} == {}


@pytest.mark.parametrize("group", staff.GROUPS)
def test_the_start_page_costs_the_same_after_years(group, small_site, client):
    client.force_login(factories.create_member_of(group))
    start = reverse("admin:index")
    client.get(start)
    few = queries_for(client, start)
    grow()

    assert queries_for(client, start) == few <= AT_MOST


def test_filters_and_searches_cost_the_same_after_years(small_site, administrator):
    questions = ["?languages=missing_uk", "?languages=behind_ru", "?q=1", "?status__exact=draft"]
    listed = [admin_url(Post, "changelist") + question for question in questions]
    few = [queries_for(administrator, address) for address in listed]
    few = [queries_for(administrator, address) for address in listed]
    grow()

    assert [queries_for(administrator, address) for address in listed] == few
    assert max(few) <= AT_MOST


def fill_forms(rows, times):
    """Of what stands in the forms of these rows as many more."""
    post, production, edition, nomination = rows
    for number in range(times):
        factories.create_post_photo(post=post)
        factories.create_attachment(post=post)
        factories.create_credit(production=production)
        factories.create_production_photo(production=production)
        factories.create_jury_member(edition=edition)
        factories.create_edition_partner(edition=edition)
        factories.create_edition_photo(edition=edition)
        factories.create_award(nomination=nomination, degree="laureate")
        factories.create_participant(edition=edition)
        factories.create_hours_exception(first_day=date(2030, 1, 1 + number), last_day="2030-02-28")
        post.productions.add(factories.create_production())


def test_a_full_form_costs_as_much_as_one_with_a_few_rows(administrator):
    theatre, edition = factories.create_theatre(), factories.create_edition()
    rows = [
        factories.create_post(),
        factories.create_production(),
        edition,
        factories.create_nomination(edition=edition),
    ]
    fill_forms(rows, 2)
    forms = [admin_url(row) for row in [*rows, theatre]]
    few = {form: queries_for(administrator, form) for form in forms}
    few = {form: queries_for(administrator, form) for form in forms}
    fill_forms(rows, 8)
    many = {form: queries_for(administrator, form) for form in forms}

    assert {form: (few[form], many[form]) for form in forms if few[form] != many[form]} == {}
    assert {form: count for form, count in many.items() if count > AT_MOST} == {}
