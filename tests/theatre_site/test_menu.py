"""The main menu says where one is: on a page of it, or below one."""

import pytest

from tests.factories import create_post, create_production
from tests.pages import elements_of
from theatre_site.parts import Parts, shared


def marked(client, path):
    """{address: what is said of it} of the items that say something."""
    [menu] = elements_of(client.get(path), "nav", class_="nav")
    links = list(menu.iter("a"))
    return {link.get("href"): link.get("aria-current") for link in links if link.get("aria-current")}


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_one_item_is_this_page_or_above_it(client, db, language):
    create_post(slug="premiere")
    create_production(slug="cinderella")
    here = f"/{language}"

    with shared(Parts("era", 0)):  # where one page says what another has said
        assert marked(client, f"{here}/news/") == {f"{here}/news/": "page"}
        assert marked(client, f"{here}/news/premiere/") == {f"{here}/news/": "true"}
        assert marked(client, f"{here}/news/") == {f"{here}/news/": "page"}
        assert marked(client, f"{here}/repertoire/cinderella/") == {f"{here}/repertoire/": "true"}
        assert marked(client, f"{here}/") == {}
        assert marked(client, f"{here}/search/") == {}
