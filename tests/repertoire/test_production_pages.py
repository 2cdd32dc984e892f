from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    create_credit,
    create_performance,
    create_person,
    create_post,
    create_production,
    create_season,
    moment,
)
from tests.pages import address, find, links_of, said, text_of, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

SATURDAY, SUNDAY = moment(2026, 11, 21, 15), moment(2026, 11, 22, 11)


# One production


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_page_of_a_production_lists_all_its_coming_dates(client, language):
    production = create_production()
    create_performance(starts_at=moment(2026, 11, 14, 15), production=production)
    create_performance(starts_at=SUNDAY)
    dates = [create_performance(starts_at=moment(2026, 12, day, 15), production=production) for day in range(1, 32)]

    [listed] = find(client.get(address(production, language)), "ol.dates")

    assert [link for link in links_of(listed) if "/performances/" in link] == [
        address(performance, language) for performance in dates
    ]
    assert [client.get(address(performance, language)).status_code for performance in dates[:2]] == [200, 200]


def test_an_archived_production_says_so(client):
    production = create_production(is_archived=True)

    page = client.get(address(production, "ru"))

    assert said("This production is no longer played.", "ru") in text_of(page)
    assert texts_of(page, "span.st--old") == [said("Archive", "ru")]


def test_the_team_and_the_cast_stand_with_their_roles(client):
    production = create_production()
    director, actor = create_person(name_ru="Анна Петренко"), create_person(name_ru="Иван Коваль")
    hidden = create_person(name_ru="Пётр Новак", status="draft")
    create_credit(production=production, person=director, kind="team", role_ru="режиссёр", order=1)
    create_credit(production=production, person=hidden, kind="team", role_ru="художник", order=2)
    create_credit(production=production, person=actor, kind="cast", role_ru="Хлестаков")
    create_credit(role_ru="композитор")

    team, cast = find(client.get(address(production, "ru")), "dl.team")

    assert (texts_of(team, "dt"), texts_of(team, "dd")) == (["режиссёр", "художник"], ["Анна Петренко", "Пётр Новак"])
    assert (texts_of(cast, "dt"), texts_of(cast, "dd")) == (["Хлестаков"], ["Иван Коваль"])
    assert links_of(team) + links_of(cast) == [address(director, "ru"), address(actor, "ru")]


def test_the_page_of_a_person_lists_the_public_credits(client):
    person = create_person()
    production = create_production(title_ru="Ревизор")
    create_credit(person=person, production=production, role_ru="режиссёр")
    create_credit(person=person, production=create_production(status="draft"), role_ru="художник")

    [credits] = find(client.get(address(person, "ru")), "dl.team")

    assert texts_of(credits, "dt") == ["режиссёр"]
    assert links_of(credits) == [address(production, "ru")]


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("about", ["productions", "performances"])
def test_a_page_shows_the_published_posts_about_it(client, about, language):
    performance = create_performance()
    thing = performance.production if about == "productions" else performance
    post = create_post(**{about: [thing]})
    create_post(**{about: [thing]}, status="draft")
    create_post(**{about: [thing]}, publish_at=moment(2026, 11, 18, 10, 1))
    create_post()

    [news] = find(client.get(address(thing, language)), "ul.news")

    assert links_of(news) == [address(post, language)]


@pytest.mark.parametrize(("state", "stated", "none"), [("stated", 1, 0), ("none", 0, 1), ("", 0, 0)])
@pytest.mark.parametrize("page", ["production", "performance"])
def test_what_to_know_beforehand_is_stated_or_nothing_or_not_declared(client, state, stated, none, page):
    production = create_production(content_note_state=state, content_note_ru="Громкие выстрелы")
    pages = {"production": production, "performance": create_performance(production=production)}

    words = text_of(client.get(address(pages[page], "ru")))

    assert words.count("Громкие выстрелы") == stated
    assert words.count(said("There is nothing in it to warn of.", "ru")) == none


def test_what_to_know_says_its_language(client):
    production = create_production(content_note_state="stated", content_note_ru="Громкие выстрелы")

    [note] = find(client.get(address(create_performance(production=production), "uk")), "p.note")

    assert text_of(note) == f"{said('Please note:', 'uk')} Громкие выстрелы (російською мовою)"
    assert [text_of(each) for each in find(note, "span") if each.get("lang") == "ru"] == ["Громкие выстрелы"]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"content_note_state": "stated"}, {"content_note_ru"}),
        ({"content_note_state": "stated", "content_note_uk": "Гучні постріли"}, set()),
        ({"content_note_state": "none"}, set()),
        ({"content_note_state": "none", "content_note_ru": "Дым"}, {"content_note_state"}),
        ({"content_note_ru": "Дым"}, {"content_note_state"}),
        ({}, set()),
    ],
)
def test_the_note_and_its_state_belong_together(fields, wrong):
    production = create_production(**fields)

    try:
        production.full_clean()
        found = set()
    except ValidationError as refused:
        found = set(refused.message_dict)

    assert found == wrong


# When it was played before


@pytest.mark.parametrize(
    ("language", "headings", "day"),
    [
        ("ru", ["44-й театральный сезон", "2025", "43-й театральный сезон"], "7 ноября 2026"),
        ("uk", ["44-й театральний сезон", "2025", "43-й театральний сезон"], "7 листопада 2026"),
    ],
)
def test_past_dates_stand_by_season_the_newest_first(client, language, headings, day):
    create_season(number=43, starts_on=date(2024, 9, 1), ends_on=date(2025, 6, 30))
    create_season(number=44, starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30))
    production = create_production()
    days = [(2025, 6, 30, 23), (2025, 7, 19, 15), (2026, 10, 24, 15), (2026, 11, 7, 15)]
    past = [create_performance(production=production, starts_at=moment(*each)) for each in days]
    create_performance(production=production)
    create_performance(starts_at=moment(2026, 11, 7, 11))

    [section] = find(client.get(address(production, language)), "details")

    assert texts_of(section, "h3") == headings
    assert links_of(section) == [address(performance, language) for performance in reversed(past)]
    assert texts_of(section, "time")[0] == day
    assert client.get(links_of(section)[0]).status_code == 200


@pytest.mark.parametrize(
    ("dates", "is_archived", "folded", "is_open"),
    [(1, False, False, False), (8, False, False, False), (9, False, True, False), (9, True, True, True)],
)
def test_a_long_past_is_folded_unless_it_is_all_there_is(client, dates, is_archived, folded, is_open):
    production = create_production(is_archived=is_archived)
    for day in range(1, dates + 1):
        create_performance(production=production, starts_at=moment(2026, 10, day, 15))

    page = client.get(address(production, "ru"))
    details = find(page, "details")

    assert (len(details), [each.get("open") is not None for each in details]) == (folded, [is_open] * folded)
    assert len(links_of(find(page, "ul.past__l")[0])) == dates


def test_a_past_date_keeps_its_state(client):
    production = create_production()
    create_performance(production=production, starts_at=moment(2026, 11, 7, 15), state="cancelled")
    create_performance(production=production, starts_at=moment(2026, 11, 1, 15), remark="premiere", sale="sold_out")

    dates = find(client.get(address(production, "ru")), "ul.past__l")[0]

    assert [texts_of(each, "span.st") for each in dates] == [["Отменён"], ["Премьера"]]


def test_a_play_that_was_never_played_has_no_past(client):
    production = create_production()
    create_performance(production=production)

    assert said("Played before", "ru") not in text_of(client.get(address(production, "ru")))


@pytest.mark.parametrize(
    ("language_on_stage", "in_words"),
    [("uk", "in Ukrainian"), ("ru", "in Russian"), ("both", "in Ukrainian and Russian")],
)
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_language_on_stage_is_not_the_language_of_the_page(client, language_on_stage, in_words, language):
    production = create_production(language=language_on_stage)
    performance = create_performance(production=production)
    words = said("Performed %(language)s", language) % {"language": said(in_words, language)}

    assert words in texts_of(client.get(address(production, language)), "p.hint")
    assert words in texts_of(client.get(address(performance, language)), "p.hint")


def test_a_missing_translation_is_shown_in_the_other_language_and_marked(client):
    production = create_production(title_ru="", title_uk="Ревізор", genre_ru="комедия", genre_uk="комедія")
    performance = create_performance(production=production, starts_at=SATURDAY)

    titles = [
        find(client.get(path), selector)[0]
        for path, selector in [
            ("/ru/afisha/", "h3.row__t"),
            ("/ru/repertoire/", "h3"),
            (address(production, "ru"), "h1"),
            (address(performance, "ru"), "h1"),
        ]
    ]

    assert [(text_of(title), title.get("lang")) for title in titles] == [("Ревізор", "uk")] * 4
    assert find(client.get(address(production, "uk")), "h1")[0].get("lang") is None
    for shown in (production, performance):
        assert "На украинском языке" in texts_of(client.get(address(shown, "ru")), "p.hint")
        assert "Українською мовою" not in texts_of(client.get(address(shown, "uk")), "p.hint")


# The repertoire


def test_the_shelves_of_the_repertoire(client):
    fields = {"tale": {"audience": "children"}, "play": {}, "new": {"premiere_on": date(2026, 11, 1)}}
    shelved = {name: create_production(title_ru=name, **more) for name, more in fields.items()}
    create_production(title_ru="old", is_archived=True, premiere_on=date(2026, 10, 1))
    create_production(title_ru="secret", status="draft", premiere_on=date(2026, 11, 1))
    create_production(title_ru="secret", status="draft", is_archived=True)

    def titles(path):
        return [text_of(find(card, "h3")[0]) for card in find(client.get(path), "li.card")]

    assert len(shelved) == 3
    assert {
        path: titles(f"/ru/repertoire/{path}") for path in ("", "premieres/", "adults/", "children/", "archive/")
    } == {
        "": ["tale", "new", "play"],
        "premieres/": ["new"],
        "adults/": ["new", "play"],
        "children/": ["tale"],
        "archive/": ["old"],
    }
