"""The page of results, as visitors get it."""

import re
import runpy
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.conf import settings

from tests.factories import (
    NOT_PUBLIC,
    create_award,
    create_company,
    create_document,
    create_edition,
    create_nomination,
    create_page,
    create_participant,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_rubric,
    create_theatre,
    days_from_now,
    moment,
    next_saturday,
    next_sunday,
)
from tests.pages import address, assert_valid, elements_of, find, links_of, main_of, said, text_of, texts_of
from tests.queries import queries_for
from theatre_site import views

NAMES = {"title_ru": "Бонифаций", "title_uk": "Боніфацій"}
PERSON = {"name_ru": "Бонифаций", "name_uk": "Боніфацій"}


def search(client, query, language="ru", **narrowed):
    return client.get(f"/{language}/search/", {"q": query, **narrowed})


def titles(page):
    return [text_of(link) for hit in find(page, "li.hit") for link in find(hit, "a")]


def one_of_each_kind():
    """{name of the kind: a row that has the word “Бонифаций”}"""
    edition = create_edition(about_ru="<p>Бонифаций</p>", results_at=days_from_now(-1))
    company = create_company(**PERSON)
    participant = create_participant(edition=edition, company=company)
    create_award(nomination=create_nomination(edition=edition), person_ru="Бонифаций")
    play = create_production(**NAMES)
    return {
        "productions": play,
        "dates": create_performance(production=play),
        "people": create_person(**PERSON),
        "news": create_post(**NAMES),
        "festivals": edition,
        "documents": create_document(edition=edition, title_ru="Бонифаций"),
        "participants": participant,
        "companies": company,
        "awards": edition,
        "pages": create_page(**NAMES),
    }


# What is found


def test_everything_is_found_on_one_page_grouped_by_kind(client, db):
    one_of_each_kind()
    page = search(client, "бонифация")

    labels = ["Productions", "Dates", "People", "News", "Festivals", "Documents"]
    labels += ["Participants of festivals", "Companies", "Awards", "Pages"]
    groups = find(page, "section.found")
    assert [text_of(find(group, "h2")[0]) for group in groups] == [said(label, "ru") for label in labels]
    assert [len(find(group, "li.hit")) for group in groups] == [1] * 10


def test_every_result_leads_to_its_page(client, db):
    rows = one_of_each_kind()
    page = search(client, "бонифация")
    found = [links_of(hit)[0] for hit in find(page, "li.hit")]

    participants = f"/ru/festival/{rows['festivals'].year}/participants/#participant-{rows['participants'].pk}"
    assert found == [
        *(address(rows[kind], "ru") for kind in ("productions", "dates", "people", "news", "festivals")),
        f"/ru/festival/{rows['festivals'].year}/regulations/",
        participants,
        participants,
        f"/ru/festival/{rows['festivals'].year}/results/",
        address(rows["pages"], "ru"),
    ]
    assert {client.get(link).status_code for link in found} == {200}
    assert f'id="participant-{rows["participants"].pk}"' in client.get(participants).content.decode()


@pytest.mark.parametrize("hidden", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_what_is_not_public_is_never_found(client, db, at, hidden):
    edition = create_edition(name_ru="Бонифаций", results_at=moment(2026, 11, 1), **hidden)
    participant = create_participant(edition=edition, show_ru="Бонифаций", company=create_company(**PERSON))
    create_award(nomination=create_nomination(edition=edition, title_ru="Бонифаций"), participant=participant)
    create_document(edition=edition, title_ru="Бонифаций")
    create_performance(production=create_production(**NAMES, **hidden))
    for create, names in ((create_person, PERSON), (create_post, NAMES), (create_page, NAMES)):
        create(**names, **hidden)

    assert titles(search(client, "бонифаций")) == []


def test_results_are_found_when_their_moment_has_come(client, db, at):
    edition = create_edition(results_at=moment(2026, 11, 18, 10, 1), results_note_ru="<p>Бонифаций</p>")
    create_award(nomination=create_nomination(edition=edition), person_ru="Бонифаций")
    before = titles(search(client, "бонифаций"))
    at("2026-11-18 10:01")

    assert before == []
    assert titles(search(client, "бонифаций")) == ["Бонифаций"]


@pytest.mark.parametrize("state", ["submitted", "rejected", "withdrawn"])
def test_who_has_applied_in_vain_is_never_found(client, db, state):
    create_participant(state=state, show_ru="Бонифаций", company=create_company(**PERSON))

    assert titles(search(client, "бонифаций")) == []


def test_participants_are_not_found_before_they_are_listed(client, db):
    edition = create_edition(lists_participants=False)
    create_participant(edition=edition, show_ru="Бонифаций", company=create_company(**PERSON))

    assert titles(search(client, "бонифаций")) == []


def test_all_words_must_be_there_wherever_they_stand(client, db):
    both = create_post(title_ru="Бонифаций", lead_ru="О каникулах льва")
    create_post(title_ru="Бонифаций", lead_ru="", slug="other")

    page = search(client, "каникулы бонифация")
    assert [links_of(hit)[0] for hit in find(page, "li.hit")] == [address(both, "ru")]


def test_a_part_of_the_words_is_shown_if_nothing_has_all(client, db):
    create_post(title_ru="Бонифаций")
    page = search(client, "когда приедет бонифаций")

    expected = said("No page has all the words «%(typed)s», but some have a part of them.", "ru")
    assert titles(page) == ["Бонифаций"]
    assert expected % {"typed": "когда приедет бонифаций"} in text_of(page)


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


def create_posts(number, **fields):
    rubric = create_rubric()
    return [create_post(**NAMES, rubric=rubric, slug=f"found-{n}", **fields) for n in range(number)]


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
    assert len(titles(page)) == 1 + 5
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


# Nothing found, nothing asked


def test_nothing_found_leads_to_the_weekend_and_the_telephone(client, db):
    create_theatre()
    create_performance(starts_at=next_saturday())
    tale = create_production(title_ru="Теремок", audience="children")
    create_performance(starts_at=next_sunday(), production=tale)
    page = search(client, "абракадабра")

    assert page.status_code == 200
    assert said("Nothing found for «%(typed)s»", "ru") % {"typed": "абракадабра"} in text_of(page)
    assert texts_of(find(page, "ul.weekend")[0], "h3") == ["Ревизор", "Теремок"]
    assert "tel:+380645264601" in links_of(main_of(page))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Write what to look for: a play, a name, a day."),
        ("   ", "Write what to look for: a play, a name, a day."),
        ("\\", "Write at least one word or number."),
        ("?! … <->", "Write at least one word or number."),
        ("\x00", "Write what to look for: a play, a name, a day."),
    ],
)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_query_that_cannot_be_looked_for_is_explained(client, db, query, words, language):
    page = search(client, query, language)
    (field,) = elements_of(page, "input", id="q")
    (summary,) = elements_of(page, "div", role="alert")

    assert page.status_code == 400
    assert field.get("aria-invalid") == "true"
    assert text_of(elements_of(page, "p", id=field.get("aria-describedby"))[0]) == said(words, language)
    assert said(words, language) in text_of(summary)
    assert links_of(summary) == ["#q"]


def test_a_query_that_is_too_long_is_kept_and_explained(client, db):
    query = "театр " * 1700
    page = search(client, query)

    assert page.status_code == 400
    assert elements_of(page, "input", id="q")[0].get("value") == query
    assert "100" in text_of(elements_of(page, "div", role="alert")[0])


@pytest.mark.parametrize(
    "query",
    [
        "театр\x00зал",
        "a & b | !c <-> d:*",
        "'; DROP TABLE news_post; --",
        "' OR 1=1 --",
        "\\' театр",
        "%%%s {} %(x)s",
        "🎭 театр",
        "ﷺ Ⅷ ½ İ ß",
        "а" * 100,
        "а-б-в-г-д-е-ё-ж-з",
        "б " * 49,
        "ё" * 24 + " " + "ъ" * 24,
        "\u202eтеатр\u200b",
    ],
)
def test_strange_queries_get_a_sane_page(client, db, query):
    create_post(**NAMES)

    assert search(client, query).status_code == 200


def test_whatever_fits_into_the_field_reaches_the_page(client, db):
    """A longer address never comes as far as Django: gunicorn answers it in English."""
    [field] = elements_of(client.get("/ru/search/"), "input", id="q")
    request_line = f"GET /ru/search/?q={quote('ж' * int(field.get('maxlength')))} HTTP/1.1"

    assert len(request_line) <= runpy.run_path(settings.BASE_DIR / "deploy" / "gunicorn.conf.py")["limit_request_line"]


@pytest.mark.parametrize("copied", ["Бони\u00adфаций", "Бони\u200bфаций", "\ufeffБонифаций\u2060"])
def test_letters_that_nobody_sees_keep_no_word_from_being_found(client, db, copied):
    create_post(**NAMES)

    assert titles(search(client, copied)) == ["Бонифаций"]


@pytest.mark.parametrize("query", ["\x00", "бони\x00фаций"])
def test_a_letter_that_html_does_not_know_is_not_shown_again(client, db, query):
    page = search(client, query)

    assert "\x00" not in page.content.decode()
    assert_valid(page)


@pytest.mark.parametrize("raw", ["q=%ED%A0%80", "q=%FF%FE", "q=%00", "q", "q=&q=&kind=", "q=" + "%D1%8F" * 10_000])
def test_strange_addresses_get_a_sane_page(client, db, raw):
    assert client.get(f"/ru/search/?{raw}").status_code in {200, 400}


def test_the_empty_page_says_what_can_be_found(client, db):
    page = client.get("/ru/search/")

    assert page.status_code == 200
    assert elements_of(page, "div", role="alert") == []
    assert "спектакли и показы" in text_of(main_of(page))


# On every page


@pytest.mark.parametrize("path", ["", "afisha/", "news/", "search/", "no-such-page/"])
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_page_has_the_field_in_its_header(client, db, path, language):
    page = client.get(f"/{language}/{path}")
    (header,) = elements_of(page, "header", class_="top") or elements_of(page, "header")
    (form,) = elements_of(header, "form", role="search")
    (field,) = elements_of(form, "input")

    assert (form.get("action"), form.get("method")) == (f"/{language}/search/", "get")
    assert field.get("name") == "q"
    assert [text_of(label) for label in elements_of(form, "label", for_=field.get("id"))] == [
        said("What to look for", language)
    ]
    assert len(re.findall(r'id="site-q"', page.content.decode())) == 1


def test_the_version_for_the_visually_impaired_has_the_field_open(client, db):
    client.cookies["vision"] = "150.white.normal.normal.off"
    page = client.get("/ru/")

    assert len(elements_of(page, "form", role="search")) == 1
    assert elements_of(page, "details", class_="seek") == []


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
