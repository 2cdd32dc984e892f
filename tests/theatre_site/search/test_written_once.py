"""The SQL of a search is written once for all words and all times, and finds the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.clock import at
from tests.factories import create_company, create_edition, create_participant, create_post, days_from_now
from tests.pages import find, links_of
from tests.queries import queries_for
from theatre_site.parts import Parts, shared
from theatre_site.search import asking
from theatre_site.views import SEARCHED

from .pages import PERSON, one_of_each_kind, search, titles

__all__ = ["at"]

SEARCHES = [
    {"query": "бонифация"},
    {"query": "новость"},
    {"query": "бонифаций театр"},
    {"query": "каникулы бонифация в театре"},
    {"query": "бонифаций-путешественник"},
    {"query": "боніфацій", "language": "uk"},
    {"query": "бонифаций", "year": 2026},
    {"query": "бонифаций", "kind": "news"},
    {"query": "бонифаций", "kind": "people", "year": 2026},
    {"query": "бонифацай"},
    {"query": "бнифаций нигде"},
    {"query": "нигде"},
    {"query": "'\\:*&|!"},
]


def found(client, searches):
    return [search(client, **each).content for each in searches]


@pytest.mark.parametrize("searches", [SEARCHES, SEARCHES[::-1]])
def test_a_search_finds_the_same_whatever_was_searched_before(client, db, at, monkeypatch, searches):
    one_of_each_kind()
    alone = []
    for each in searches:
        monkeypatch.setattr(asking, "kept", {})
        alone += found(client, [each])

    monkeypatch.setattr(asking, "kept", {})
    assert found(client, searches + searches) == alone + alone


def test_a_search_finds_the_same_whatever_was_searched_in_the_same_era(client, db, at):
    one_of_each_kind()
    both = SEARCHES + [{**each, "language": "uk"} for each in SEARCHES]
    alone = found(client, both)

    with shared(Parts("era", 0)):
        assert found(client, both + both[::-1]) == alone + alone[::-1]


def test_what_was_shown_in_this_era_is_not_read_again(client, db):
    one_of_each_kind()
    with shared(Parts("era", 0)):
        for address in ["/ru/search/?q=бонифация", "/uk/search/?q=боніфація"]:
            assert queries_for(client, address) > 1
            assert queries_for(client, address) == 1  # which rows there are
        create_post(title_ru="Бонифаций второй")
        assert queries_for(client, "/ru/search/?q=бонифаций") == 2  # and what the new one says


def test_what_time_alone_has_changed_is_found_with_the_same_sql(client, db, at):
    one_of_each_kind()
    noon = timezone.now() + timedelta(hours=2)
    create_post(title_ru="Бонифаций первый", publish_at=noon)
    create_post(title_ru="Бонифаций второй", publish_at=days_from_now(-1), unpublish_at=noon)
    shown = titles(search(client, "бонифаций", kind="news"))
    assert "Бонифаций второй" in shown
    assert "Бонифаций первый" not in shown

    at("2026-11-18 12:00")
    shown = titles(search(client, "бонифаций", kind="news"))
    assert "Бонифаций первый" in shown
    assert "Бонифаций второй" not in shown


def test_other_words_are_asked_with_the_same_sql(client, db, monkeypatch):
    one_of_each_kind()
    written = []
    monkeypatch.setattr(asking, "kept", {})
    monkeypatch.setattr(asking, "written", lambda *asked, write=asking.written: written.append(1) or write(*asked))

    search(client, "бонифаций")
    assert len(written) == 2 * len(SEARCHED)  # what there is, and its texts
    search(client, "Бонифацием")
    search(client, "Бонифацием", kind="people")
    assert len(written) == 2 * len(SEARCHED)
    search(client, "бонифаций театр")
    assert len(written) == 3 * len(SEARCHED)


def test_whoever_has_just_saved_something_finds_it(client, db):
    assert b'class="hit"' not in search(client, "бонифаций").content
    one_of_each_kind()
    assert search(client, "бонифаций").content.count(b'class="hit"') == 10


def test_a_company_leads_to_an_edition_that_was_published_since_the_site_was_opened(client, db, at):
    at("2099-05-01 12:00")
    edition = create_edition(publish_at=timezone.now() - timedelta(days=1))
    participant = create_participant(edition=edition, company=create_company(**PERSON))

    [hit] = find(search(client, "бонифаций", kind="companies"), "li.hit")
    assert links_of(hit) == [f"/ru/festival/{edition.year}/participants/#participant-{participant.pk}"]
