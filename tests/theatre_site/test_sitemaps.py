from xml.etree import ElementTree

import pytest

from tests.factories import (
    create_document,
    create_edition,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_programme_item,
    create_theatre,
    days_from_now,
)

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HERE = "http://testserver"


def parsed(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(response.content)


def pages_in(client, section):
    """{address: {language: address}}"""
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in parsed(client, f"/sitemap-{section}.xml").findall("s:url", NAMES)
    }


def test_the_index_leads_to_every_section(client):
    create_theatre()
    create_post()
    addresses = [each.text for each in parsed(client, "/sitemap.xml").findall("s:sitemap/s:loc", NAMES)]
    sections = ["lists", "productions", "performances", "people", "news", "festivals", "pages"]
    assert addresses == [f"{HERE}/sitemap-{section}.xml" for section in sections]
    for address in addresses:
        parsed(client, address.removeprefix(HERE))


def test_a_page_names_itself_in_both_languages(client):
    create_theatre()
    create_post(slug="novost")
    both = {"ru": f"{HERE}/ru/news/novost/", "uk": f"{HERE}/uk/news/novost/", "x-default": f"{HERE}/ru/news/novost/"}
    assert pages_in(client, "news") == {both["ru"]: both, both["uk"]: both}


def test_what_is_said_in_one_language_is_listed_in_that_one(client):
    create_theatre()
    create_post(slug="novyna", title_ru="", title_uk="Новина")
    address = f"{HERE}/uk/news/novyna/"
    assert pages_in(client, "news") == {address: {"uk": address, "x-default": address}}


def test_nothing_that_is_not_public_is_listed(client):
    create_theatre()
    hidden = {"status": "draft"}
    create_post(**hidden)
    create_post(publish_at=days_from_now(1))
    create_person(**hidden)
    create_page(**hidden)
    create_edition(**hidden)
    create_performance(production=create_production(**hidden))
    assert [pages_in(client, each) for each in ["news", "people", "pages", "festivals", "productions"]] == [{}] * 5
    assert pages_in(client, "performances") == {}


def test_dates_that_are_over_stay(client):
    create_theatre()
    performance = create_performance(starts_at=days_from_now(-30))
    assert f"{HERE}/ru/performances/{performance.pk}/" in pages_in(client, "performances")


def test_an_edition_is_listed_with_the_sections_that_it_has(client):
    create_theatre()
    create_programme_item(edition=create_edition(year=2013))
    russian = [address for address in pages_in(client, "festivals") if "/ru/" in address]
    assert russian == [f"{HERE}/ru/festival/2013/", f"{HERE}/ru/festival/2013/programme/"]


def test_a_document_in_one_language_is_listed_in_that_one_as_its_page_says(client):
    create_theatre()
    create_document(edition=create_edition(year=2013), body_ru="")
    address = f"{HERE}/uk/festival/2013/regulations/"
    listed = {page: others for page, others in pages_in(client, "festivals").items() if "regulations" in page}
    assert listed == {address: {"uk": address, "x-default": address}}


def test_every_address_of_the_lists_answers(client):
    create_theatre()
    addresses = pages_in(client, "lists")
    assert len(addresses) == 20
    assert {client.get(address.removeprefix(HERE)).status_code for address in addresses} == {200}


def test_a_page_says_when_it_changed(client):
    create_theatre()
    post = create_post()
    [first, _second] = parsed(client, "/sitemap-news.xml").findall("s:url/s:lastmod", NAMES)
    assert first.text == f"{post.updated_at:%Y-%m-%d}"


@pytest.mark.parametrize("section", ["news", "performances", "festivals"])
def test_a_section_costs_as_much_for_many_as_for_few(client, section, django_assert_max_num_queries):
    create_theatre()
    for number in range(12):
        create_post()
        create_performance()
        create_programme_item(edition=create_edition(year=1990 + number))
    with django_assert_max_num_queries(4):
        assert len(pages_in(client, section)) >= 24


def test_robots_are_told_where_the_map_is_and_what_is_not_for_them(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /ru/search/",
        "Disallow: /ru/vision/",
        "Disallow: /uk/search/",
        "Disallow: /uk/vision/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]
