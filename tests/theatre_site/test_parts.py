"""What many pages have in common is made once an era, for pages that may be kept and for no others."""

import pytest
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client

from tests.clock import at
from tests.crawl import visit_all
from tests.factories import create_edition
from tests.queries import queries_for
from theatre_site.parts import LAST, MOST, Parts, part_of_the_era, parts_of_the_era, shared

__all__ = ["at"]

LARGE = "200.white.normal.normal.off"  # letters of the version for the visually impaired


class Maker:
    """Another part each time."""

    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        return self.made


def test_a_part_is_made_once_an_era():
    make, parts = Maker(), Parts("era", 0)

    with shared(parts):
        assert [part_of_the_era("hours", make), part_of_the_era("hours", make)] == [1, 1]
        assert part_of_the_era("menu", make) == 2
    with shared(Parts("another", 0)):
        assert part_of_the_era("hours", make) == 3


def test_of_several_parts_those_are_made_that_are_missing():
    asked = []

    def make(keys):
        asked.append(keys)
        return {key: f"play {key}" for key in keys if key != 9}

    with shared(Parts("era", 0)):
        assert parts_of_the_era("plays", [1, 2, 9], make) == {1: "play 1", 2: "play 2"}
        assert parts_of_the_era("plays", [2, 3], make) == {2: "play 2", 3: "play 3"}
        assert parts_of_the_era("plays", [3, 1], make) == {1: "play 1", 3: "play 3"}
        assert parts_of_the_era("guests", [1], make) == {1: "play 1"}
    assert parts_of_the_era("plays", [1], make) == {1: "play 1"}
    assert asked == [[1, 2, 9], [3], [1], [1]]


def test_whoever_is_shown_what_was_just_saved_gets_every_part_anew():
    make = Maker()
    with shared(Parts("era", 0)):
        part_of_the_era("hours", make)

    assert [part_of_the_era("hours", make), part_of_the_era("hours", make)] == [2, 3]


def test_parts_serve_their_own_era_and_not_for_long():
    parts = Parts("era", 100)

    assert parts.may_serve("era", 100 + LAST - 0.1)
    assert not parts.may_serve("era", 100 + LAST)
    assert not parts.may_serve("next", 100)


def test_the_least_used_parts_go():
    make, parts = Maker(), Parts("era", 0)
    for number in range(MOST + 1):
        parts.get(number, make)

    assert len(parts.made) == MOST
    assert parts.get(0, make) == MOST + 2


def rendered(text, parts, **context):
    template = Template("{% load parts %}{% part 'hours' day %}{{ day }} {{ word }}{% endpart %}")
    with shared(parts):
        return template.render(Context({"word": text, **context}))


def test_the_tag_tells_languages_looks_and_its_values_apart():
    parts = Parts("era", 0)

    assert rendered("first", parts, LANGUAGE_CODE="ru") == " first"
    assert rendered("second", parts, LANGUAGE_CODE="ru") == " first"
    assert rendered("third", parts, LANGUAGE_CODE="uk") == " third"
    assert rendered("fourth", parts, LANGUAGE_CODE="ru", appearance="large") == " fourth"
    assert rendered("fifth", parts, LANGUAGE_CODE="ru", day="Saturday") == "Saturday fifth"


def has_a_date(page):
    """A feed without entries says that it is of this moment."""
    return "atom" not in page["Content-Type"] or b"<entry>" in page.content


def different(pages, **looks):
    """Addresses that answer other than with these pages, if all are asked one after the other in one era."""
    client = Client(raise_request_exception=False)
    client.cookies.load(looks)
    with shared(Parts("era", 0)):
        return [address for address, page in pages.items() if client.get(address).content != page]


def test_a_page_is_the_same_whatever_was_made_before_it(client, db, at):
    call_command("load_sample", verbosity=0)
    found = visit_all(client, "/").items()
    pages = {address: page.content for address, page in found if not page.streaming and has_a_date(page)}
    client.cookies.load({"vision": LARGE})
    large = {address: client.get(address).content for address in pages}

    assert len(pages) > 100
    assert different(pages) == []
    assert different(dict(reversed(pages.items()))) == []
    assert different(large, vision=LARGE) == []


def test_addresses_are_of_the_host_that_was_asked(client, db, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    edition = create_edition()
    with shared(Parts("era", 0)):
        for host, other in [("one.example", "two.example"), ("two.example", "one.example")]:
            page = client.get(edition.get_absolute_url(), headers={"host": host}).content.decode()
            assert f"http://{host}/" in page
            assert f"http://{other}/" not in page


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("/{}/", 1),
        ("/{}/news/", 1),
        ("/{}/afisha/", 1),
        ("/{}/afisha/children/", 1),
        ("/{}/afisha/2026/11/", 1),
        ("/{}/festival/2011/programme/", 1),
    ],
)
def test_what_a_page_shows_is_read_once_for_both_languages(client, db, at, page, most):
    call_command("load_sample", verbosity=0)
    with shared(Parts("era", 0)):
        first = queries_for(client, page.format("ru"))
        assert queries_for(client, page.format("uk")) <= most < first
