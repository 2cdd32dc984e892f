"""Every link of the filled site leads somewhere, in both languages."""

from django.core.management import call_command
from django.test import Client
from django.utils import translation

from tests.crawl import visit_all

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
