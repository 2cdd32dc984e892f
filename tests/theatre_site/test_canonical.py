"""Which address of a list search engines are to keep (J4)."""

import pytest

from tests.factories import create_post, create_theatre
from tests.pages import elements_of

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def canonical(page):
    return [link.get("href").removeprefix(HERE) for link in elements_of(page, "link", rel="canonical")]


def test_a_page_of_a_list_is_kept_under_its_own_number(client):
    create_theatre()
    for _each in range(12):
        create_post()

    assert canonical(client.get("/ru/news/")) == ["/ru/news/"]
    assert canonical(client.get("/ru/news/?page=2")) == ["/ru/news/?page=2"]
    assert canonical(client.get("/ru/news/?page=1")) == ["/ru/news/"]


@pytest.mark.parametrize("path", ["/ru/", "/uk/news/", "/ru/afisha/", "/uk/repertoire/", "/ru/festival/"])
def test_what_else_an_address_says_is_not_kept(client, path):
    create_theatre()
    assert canonical(client.get(f"{path}?utm_source=mail&sort=1")) == [path]


def test_a_list_for_one_audience_is_a_page_of_its_own(client):
    create_theatre()
    assert canonical(client.get("/ru/afisha/children/")) == ["/ru/afisha/children/"]


def test_what_the_search_found_is_not_kept_at_all(client):
    create_theatre()
    page = client.get("/ru/search/?q=театр")
    assert canonical(page) == []
    assert [meta.get("content") for meta in elements_of(page, "meta", name="robots")] == ["noindex"]
