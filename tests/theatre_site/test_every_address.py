"""Every link of the filled site leads somewhere, in both languages."""

import re
from collections import Counter

from django.core.management import call_command
from django.test import Client
from django.utils import translation

LINK = re.compile(r'href="([^"#]+)')
# The calendar goes on for ever; these months and weeks stand for all.
ENDLESS = re.compile(r"/afisha/\d{4}/(w?)\d\d/$")
MOST_OF_A_KIND = 8
# Files, and the switch to the version for the visually impaired, which leads back to the page itself.
NO_PAGE = re.compile(r"/static/|/media/|/\w\w/vision/")


PUBLIC_PAGES = {
    "home",
    "box_office",
    "accessibility",
    "search",
    "page",
    *(f"news:{name}" for name in ("posts", "year", "month", "rubric", "post")),
    *(f"festivals:{name}" for name in ("festival", "edition", "regulations", "programme", "participants", "results")),
    "festivals:press",
    *(f"repertoire:{name}" for name in ("whats_on", "whats_on_for_adults", "whats_on_for_children", "month", "week")),
    *(f"repertoire:{name}" for name in ("productions", "premieres", "archive", "production", "performance", "person")),
}


def visit_all(client, start):
    """{address: response} of all pages that can be reached from here by following links."""
    found, ahead, endless = {}, [start], Counter()
    while ahead:
        address = ahead.pop()
        if address in found:
            continue
        if calendar := ENDLESS.search(address):
            endless[calendar[1]] += 1
            if endless[calendar[1]] > MOST_OF_A_KIND:
                continue
        found[address] = response = client.get(address)
        links = (link.removeprefix("http://testserver") for link in LINK.findall(response.content.decode()))
        ahead += [link for link in links if link.startswith("/") and not NO_PAGE.match(link)]
    return found


def kinds_of_pages(found, language):
    with translation.override(language):
        return {page.resolver_match.view_name for address, page in found.items() if address.startswith(f"/{language}/")}


def test_every_link_answers_and_every_kind_of_page_is_linked_in_both_languages(db):
    call_command("load_sample", verbosity=0)
    found = visit_all(Client(raise_request_exception=False), "/")
    broken = {address: page.status_code for address, page in found.items() if page.status_code != 200}
    kinds = {language: kinds_of_pages(found, language) for language in ("ru", "uk")}

    assert broken == {}
    assert PUBLIC_PAGES - kinds["ru"] == set()
    assert PUBLIC_PAGES - kinds["uk"] == set()
