"""The page of results, as visitors get it."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from tests.factories import (
    create_performance,
    create_person,
    create_post,
    create_production,
    create_rubric,
    days_from_now,
    moment,
)
from tests.pages import address, assert_valid, elements_of, find, links_of, main_of, said, text_of
from tests.queries import queries_for
from theatre_site import views
from theatre_site.search.searching import BEST_OF_A_KIND

from .pages import NAMES, PERSON, create_posts, one_of_each_kind, search, titles

# How it stands there


def test_titles_come_before_texts_and_what_is_ahead_before_the_archive(client, db):
    rubric = create_rubric()
    old = create_post(**NAMES, rubric=rubric, publish_at=days_from_now(-1000), slug="old")
    body = create_post(title_ru="О разном", lead_ru="", body_ru="<p>Бонифаций</p>", rubric=rubric, slug="body")
    title = create_post(**NAMES, rubric=rubric, slug="title")

    found = [links_of(hit)[0] for hit in find(search(client, "бонифаций"), "li.hit")]
    assert found == [address(post, "ru") for post in (title, body, old)]


def test_dates_ahead_come_soonest_first_and_past_ones_after_them(client, db):
    play = create_production(**NAMES)
    days = [create_performance(production=play, starts_at=days_from_now(days)) for days in (9, 2, -30, -3)]

    found = [links_of(hit)[0] for hit in find(search(client, "бонифаций", kind="dates"), "li.hit")]
    assert found == [address(days[number], "ru") for number in (1, 0, 3, 2)]


def test_plays_that_are_no_longer_played_come_last(client, db):
    create_production(**NAMES | {"title_ru": "Бонифаций прежний"}, is_archived=True)
    create_production(title_ru="Каникулы льва", lead_ru="О Бонифации")

    assert titles(search(client, "бонифаций", kind="productions")) == ["Каникулы льва", "Бонифаций прежний"]


@pytest.mark.parametrize("fields", [{"state": "cancelled"}, {"state": "postponed"}, {"sale": "sold_out"}])
def test_a_date_says_its_state(client, db, fields):
    shown = create_performance(**fields)
    (hit,) = find(search(client, "ревизор", kind="dates"), "li.hit")
    ((_kind, words),) = shown.badges

    assert [text_of(badge) for badge in find(hit, "b.st")] == [said(words, "ru")]


def test_found_words_are_marked_and_a_text_is_never_markup(client, db):
    create_post(title_ru="<i>Бонифаций</i>", lead_ru="<script>alert(1)</script> к Бонифацию", body_ru="")
    html = main_of(search(client, "бонифаций"))

    assert "&lt;i&gt;<mark>Бонифаций</mark>&lt;/i&gt;" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; к" in html
    assert "<mark>Бонифацию</mark>" in html
    assert "<script>alert" not in html


def test_a_word_is_marked_however_its_letters_are_composed(client, db):
    taken_apart = {"title_ru": "Бонифаций", "lead_ru": "", "body_ru": "<p>Йогурт Бонифацию</p>"}
    create_post(**{name: normalize("NFD", text) for name, text in taken_apart.items()})
    html = main_of(search(client, "бонифаций"))

    assert "<mark>Бонифаций</mark>" in html
    assert "<mark>Бонифацию</mark>" in html


def test_a_query_is_never_markup(client, db):
    html = search(client, '"><script>alert(1)</script>').content.decode()

    assert "<script>alert" not in html


def test_what_is_there_in_the_other_language_only_is_shown_with_its_language(client, db):
    create_post(title_ru="", title_uk="Боніфацій", lead_ru="", lead_uk="Лев їде додому")
    (hit,) = find(search(client, "боніфація"), "li.hit")

    assert "на украинском" in text_of(hit)
    assert [element.get("lang") for element in (*find(hit, "h3"), *find(hit, "p")[1:])] == ["uk", "uk"]


def test_a_word_of_the_other_language_finds_and_the_page_keeps_its_own(client, db):
    create_production(title_ru="Лесная песня", title_uk="Лісова пісня")

    assert titles(search(client, "лісовою піснею", kind="productions")) == ["Лесная песня"]
    assert titles(search(client, "лесной песней", "uk", kind="productions")) == ["Лісова пісня"]


# Narrowed, page by page


def test_kinds_and_years_are_plain_links_with_addresses_of_their_own(client, db):
    create_posts(6)
    of_2012 = create_post(**NAMES, slug="of-2012", publish_at=moment(2012, 5, 1))
    create_person(**PERSON)
    page = search(client, "бонифаций")
    links = links_of(find(page, "nav.narrow")[0])
    query = "q=%D0%B1%D0%BE%D0%BD%D0%B8%D1%84%D0%B0%D1%86%D0%B8%D0%B9"
    this_year = days_from_now(-1).year

    assert links == [
        f"?{query}",
        f"?{query}&kind=people",
        f"?{query}&kind=news",
        f"?{query}",
        f"?{query}&year={this_year}",
        f"?{query}&year=2012",
    ]
    assert len(titles(page)) == 1 + BEST_OF_A_KIND
    assert f"?{query}&kind=news" in links_of(find(page, "section.found")[1])
    narrowed = search(client, "бонифаций", kind="news", year="2012")
    assert [links_of(hit)[0] for hit in find(narrowed, "li.hit")] == [address(of_2012, "ru")]


def test_one_kind_comes_page_by_page_with_the_query_kept(client, db):
    create_posts(25)
    first, third = (search(client, "бонифаций", kind="news", page=number) for number in ("1", "3"))

    assert (len(titles(first)), len(titles(third))) == (10, 5)
    ahead = [link for link in links_of(find(first, "nav.pgs")[0]) if link.endswith("page=2")]
    assert "kind=news" in ahead[0]
    assert search(client, "бонифаций", kind="news", page="4").status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"kind": "users"}, {"year": "20"}, {"year": "двадцать"}, {"kind": "news", "page": "0"}]
)
def test_what_nobody_offered_is_not_there(client, db, wrong):
    create_posts(1)

    assert search(client, "бонифаций", **wrong).status_code == 404


def test_a_word_that_stands_everywhere_says_that_there_is_more(client, db, monkeypatch):
    monkeypatch.setattr(views, "SEARCHED", [replace(kind, most=3) for kind in views.SEARCHED])
    create_posts(2)
    more = said("There is more than is shown, the newest first. Add a word to come closer.", "ru")
    few = text_of(search(client, "бонифаций"))
    create_post(**NAMES)
    create_post(**NAMES)
    many = search(client, "бонифаций")

    assert more not in few
    assert more in text_of(many)
    assert len(titles(many)) == 3


def test_what_else_stands_in_the_address_stays_what_it_is(client, db):
    create_posts(1)
    page = search(client, "бонифаций", **{"a&kind": "b=c"})

    everything = links_of(find(page, "nav.narrow")[0])[0]
    assert everything.endswith("&a%26kind=b%3Dc")


def test_nothing_in_one_kind_leads_to_all(client, db):
    create_posts(1)
    page = search(client, "бонифаций", kind="people")

    assert links_of(find(page, "nav.narrow")[0])[0] in links_of(main_of(page))
    assert said("Look everywhere", "ru") in text_of(main_of(page))


def test_the_other_language_keeps_the_query(client, db):
    create_posts(1)
    page = search(client, "бонифаций", kind="news")
    (other,) = [link for link in links_of(page) if link.startswith("http://testserver/uk/search/")][:1]

    assert titles(client.get(other)) == ["Боніфацій"]


def test_search_engines_stay_away(client, db):
    create_posts(1)

    for page in (client.get("/ru/search/"), search(client, "бонифаций"), search(client, "")):
        assert [meta.get("content") for meta in elements_of(page, "meta", name="robots")] == ["noindex"]
        assert elements_of(page, "link", rel="canonical") == []


@pytest.mark.parametrize("query", ["бонифация", "бонефаций", "абракадабра", "когда приедет бонифаций", "?", ""])
def test_pages_are_valid(client, db, query):
    one_of_each_kind()

    assert_valid(search(client, query))


# What it costs


def test_many_results_cost_as_many_queries_as_one_and_never_more_than_twelve(client, committed):
    with committed():
        one_of_each_kind()
    few = queries_for(client, "/ru/search/?q=бонифаций")
    with committed():
        create_posts(12)
        for _ in range(7):
            create_performance(production=create_production(**NAMES, slug=f"play-{_}"))

    assert queries_for(client, "/ru/search/?q=бонифаций") == few
    for query in ("бонифаций", "бонефаций", "бонефацый", "когда бонифаций", "пгде бонефаций абракадабра", "zzzz"):
        assert queries_for(client, f"/ru/search/?q={query}") <= 12
