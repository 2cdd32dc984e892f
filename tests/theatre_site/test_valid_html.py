"""Every kind of page, filled with the theatre's own content, is HTML that a browser need not mend."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from festivals.models import Edition
from news.models import Post, Rubric
from repertoire.models import Performance, Person, Production
from tests.pages import assert_valid
from theatre_site.models import Page

FIXED = [
    "home",
    "box_office",
    "news:posts",
    "festivals:festival",
    "repertoire:whats_on",
    "repertoire:whats_on_for_children",
    "repertoire:productions",
    "repertoire:premieres",
    "repertoire:archive",
]


def addresses():
    yield from map(reverse, FIXED)
    for model in (Post, Rubric, Production, Page, Person):
        yield from (row.get_absolute_url() for row in model.objects.all()[:8])
    yield from (shown.get_absolute_url() for shown in Performance.objects.upcoming()[:8])
    today = timezone.localdate()
    yield reverse("repertoire:month", args=[today.year, today.month])
    yield reverse("repertoire:week", args=today.isocalendar()[:2])
    for edition in Edition.objects.with_sections():
        yield edition.get_absolute_url()
        yield from (address for word, label, address in edition.sections)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_filled_site_is_valid_html(client, db, language):
    call_command("load_sample", verbosity=0)
    with translation.override(language):
        pages = {address: client.get(address) for address in addresses()}

    assert {address: page.status_code for address, page in pages.items()} == dict.fromkeys(pages, 200)
    for page in pages.values():
        assert_valid(page)


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_an_empty_site_is_valid_html(client, db, language):
    with translation.override(language):
        for name in FIXED:
            assert_valid(client.get(reverse(name)))
        assert_valid(client.get(f"/{language}/no-such-page/"))
