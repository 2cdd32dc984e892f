from datetime import date, timedelta

import pytest

from tests.factories import (
    NOT_PUBLIC,
    create_credit,
    create_edition,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_production_photo,
    create_production_video,
    create_programme_item,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address, elements_of, html_of, links_of, said, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)


LISTS = ["/ru/afisha/", "/ru/afisha/adults/", "/ru/afisha/2026/w47/", "/ru/afisha/2026/11/"]


# What nobody may see


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_a_production_that_is_not_public_leaks_nowhere(client, hidden):
    create_theatre()
    production = create_production(title_ru="Тайна", title_uk="Тайна", premiere_on=date(2026, 11, 1), **hidden)
    performance = create_performance(starts_at=SATURDAY, production=production)
    public = create_performance(starts_at=SATURDAY)
    person, edition = create_person(), create_edition(year=2026)
    create_credit(person=person, production=production)
    create_programme_item(edition=edition, performance=performance, title_ru="", title_uk="")
    create_programme_item(edition=edition, performance=public)
    post = create_post(productions=[production], performances=[performance], editions=[edition])
    paths = [
        *("", "afisha/", "afisha/adults/", "afisha/2026/11/", "afisha/2026/w47/", "repertoire/"),
        *("repertoire/premieres/", "repertoire/adults/", "news/", "festival/", "box-office/"),
    ]
    pages = [
        *(f"/ru/{path}" for path in paths),
        *(address(thing, "ru") for thing in (person, post, edition, public, public.production)),
        address(edition, "ru") + "programme/",
    ]

    responses = {path: client.get(path) for path in pages}

    assert {path: response.status_code for path, response in responses.items()} == dict.fromkeys(pages, 200)
    assert [path for path, response in responses.items() if "Тайна" in html_of(response)] == []
    assert [path for path in pages if address(performance, "ru") in links_of(responses[path])] == []
    assert client.get(address(production, "ru")).status_code == 404
    assert client.get(address(performance, "ru")).status_code == 404


# Addresses that lead nowhere


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize(
    "path",
    [
        *("afisha/2026/13/", "afisha/2026/00/", "afisha/2026/1/", "afisha/0000/01/", "afisha/26/01/"),
        *("afisha/2026/w54/", "afisha/2026/w00/", "afisha/2025/w53/", "afisha/2026/w5/", "afisha/teenagers/"),
        *("performances/999999999999999999999/", "performances/0/", "performances/-1/", "performances/one/"),
        *("repertoire/unknown/", "repertoire/Ревизор/", "people/unknown/"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_in_the_language_of_the_page(client, path, language):
    response = client.get(f"/{language}/{path}")

    assert response.status_code == 404
    assert [html.get("lang") for html in elements_of(response, "html")] == [language]
    assert texts_of(response, "h1") == [said("This page is not in the programme", language)]


# Speed


def fill(rows):
    """So many productions, each with a date this week and all that a row can show."""
    edition = create_edition()
    slot = create_slot(venue=create_venue())
    for number in range(rows):
        production = create_production(audience=["adults", "children"][number % 2], premiere_on=date(2026, 11, 1))
        performance = create_performance(
            production=production,
            starts_at=moment(2026, 11, 19 + number % 4, 15),
            venue=create_venue(),
            instead_of=create_production(audience=production.audience),
            slot=slot,
            slot_day=date(2026, 1, 1) + timedelta(days=number),
        )
        create_programme_item(edition=edition, performance=performance)


@pytest.mark.parametrize("path", [*LISTS, "/ru/afisha/children/", "/ru/repertoire/", "/ru/repertoire/premieres/"])
def test_a_long_list_costs_as_many_queries_as_a_short_one(client, django_assert_max_num_queries, path):
    create_theatre()
    fill(10)
    with django_assert_max_num_queries(6) as ten:
        client.get(path)
    fill(40)

    with django_assert_max_num_queries(6) as fifty:
        client.get(path)

    assert len(fifty) == len(ten)


@pytest.mark.parametrize(("page", "few_enough"), [("production", 10), ("performance", 8), ("person", 8)])
def test_a_full_page_costs_few_queries(client, django_assert_max_num_queries, page, few_enough):
    """Of the ten of a production one asks when it was played before and one for its videos."""
    create_theatre()
    production, person = create_production(), create_person()
    performance = create_performance(production=production, venue=create_venue(), instead_of=create_production())
    pages = {"production": production, "performance": performance, "person": person}

    def fill_it(rows):
        for _ in range(rows):
            other = create_performance(production=production, venue=create_venue())
            create_performance()
            create_performance(production=production, starts_at=moment(2026, 10, 10, 15))
            create_performance(instead_of=production)
            create_credit(production=production)
            create_credit(person=person)
            create_production_photo(production=production)
            create_production_video(production=production)
            create_post(productions=[production], performances=[performance, other])

    fill_it(2)
    with django_assert_max_num_queries(few_enough) as few:
        client.get(address(pages[page], "ru"))
    fill_it(6)

    with django_assert_max_num_queries(few_enough) as many:
        client.get(address(pages[page], "ru"))

    assert len(many) == len(few)


def test_an_unknown_page_number_does_not_reach_the_canonical_address(client):
    page = html_of(client.get("/ru/afisha/?page=7"))

    assert '<link rel="canonical" href="http://testserver/ru/afisha/">' in page
