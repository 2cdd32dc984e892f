"""What search engines and messengers read: title, description and picture of every kind of page."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from festivals.models import Edition
from news.models import Post
from repertoire.models import Performance, Person, Production
from tests.factories import (
    create_document,
    create_edition,
    create_page,
    create_performance,
    create_post,
    create_production,
    create_theatre,
    moment,
)
from tests.pages import address, elements_of
from theatre_site.models import Page

SITE = "http://testserver"
LANGUAGES = ["ru", "uk"]
FIXED = [
    "home",
    "box_office",
    "news:posts",
    "festivals:festival",
    "repertoire:whats_on",
    "repertoire:whats_on_for_adults",
    "repertoire:whats_on_for_children",
    "repertoire:productions",
    "repertoire:premieres",
    "repertoire:archive",
]
OVERRIDABLE = {"production": create_production, "post": create_post, "edition": create_edition, "page": create_page}


def title_of(page):
    (title,) = elements_of(page, "title")
    return title.text


def description_of(page):
    (description,) = elements_of(page, "meta", name="description")
    return description.get("content")


def friends_see(page):
    """{"og:title": …}; a property that stands there twice has a list."""
    found = {}
    for meta in elements_of(page, "meta"):
        if name := meta.get("property"):
            found.setdefault(name, []).append(meta.get("content"))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def addresses():
    yield from map(reverse, FIXED)
    for model in (Post, Production, Page, Person):
        yield from (row.get_absolute_url() for row in model.objects.published()[:4])
    yield from (shown.get_absolute_url() for shown in Performance.objects.upcoming()[:4])
    today = timezone.localdate()
    yield reverse("repertoire:month", args=[today.year, today.month])
    yield reverse("repertoire:week", args=today.isocalendar()[:2])
    yield reverse("news:year", args=[Post.objects.published().first().publish_at.year])
    for edition in Edition.objects.with_sections():
        yield edition.get_absolute_url()
        yield from (address for word, label, address in edition.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_tells_search_engines_and_friends_what_it_is(client, db, language):
    call_command("load_sample", verbosity=0)
    with translation.override(language):
        pages = {where: client.get(where) for where in addresses()}
    town = {"ru": "Макеевка", "uk": "Макіївка"}[language]

    assert len({title_of(page) for page in pages.values()}) == len(pages)
    for where, page in pages.items():
        seen = friends_see(page)

        assert town in title_of(page), where
        assert 30 <= len(description_of(page)) <= 160, where
        assert not re.search(r"[<>&]|  |^\W|\s[.,]", description_of(page).lstrip("«")), where
        assert (seen["og:title"], seen["og:description"]) == (title_of(page), description_of(page))
        assert {name for name, value in seen.items() if not value} == set()
        assert seen["og:image"].startswith(f"{SITE}/{language}/")


def test_a_production_is_named_with_its_facts(client, db):
    create_theatre()
    production = create_production(
        genre_ru="Комедия", author_ru="по пьесе Гоголя", age_rating=12, lead_ru="Чиновники ждут ревизора."
    )
    page = client.get(address(production, "ru"))

    assert title_of(page) == "Ревизор, спектакль для взрослых · ТЮЗ, Северодонецк"
    assert description_of(page) == (
        "«Ревизор». Комедия по пьесе Гоголя, 12+. ТЮЗ, Северодонецк. Чиновники ждут ревизора."
    )


def test_a_date_is_named_with_play_day_hour_theatre_town_and_state(client, db):
    create_theatre()
    performance = create_performance(starts_at=moment(2026, 11, 21, 15), state="cancelled")
    page = client.get(address(performance, "uk"))

    assert title_of(page) == "Ревізор, 21 листопада 2026, 15:00 · ТЮГ, Сєвєродонецьк"
    assert description_of(page) == (
        "«Ревізор»: субота, 21 листопада 2026, 15:00. Скасовано. Театр юного глядача, Сєвєродонецьк"
    )


@pytest.mark.parametrize("kind", OVERRIDABLE)
def test_an_editors_own_words_go_before_ours_and_only_in_their_language(client, db, kind):
    create_theatre()
    thing = OVERRIDABLE[kind](search_title_ru="Лучшее в <городе>", search_description_ru="Приходите & смотрите")
    russian, ukrainian = (client.get(address(thing, language)) for language in LANGUAGES)

    assert title_of(russian) == friends_see(russian)["og:title"] == "Лучшее в <городе>"
    assert description_of(russian) == friends_see(russian)["og:description"] == "Приходите & смотрите"
    assert "Лучшее" not in title_of(ukrainian)
    assert "Приходите" not in description_of(ukrainian)


def test_the_words_for_an_edition_are_not_those_for_its_documents(client, db):
    edition = create_edition(search_title_ru="Наш фестиваль")
    create_document(edition=edition)

    assert title_of(client.get(f"{address(edition, 'ru')}regulations/")).startswith("Положение о фестивале · ")


def test_a_long_description_ends_at_a_word(client, db):
    page = client.get(address(create_post(lead_ru="Говорят, что театр " * 20), "ru"))

    assert 150 < len(description_of(page)) <= 160
    assert re.search(r"(Говорят,|что|театр)…$", description_of(page))


def test_friends_see_the_picture_with_its_size_and_words(client, db):
    create_theatre()
    production = create_production(age_rating=6)
    seen = friends_see(client.get(address(production, "ru")))
    picture = client.get(seen["og:image"].removeprefix(SITE))

    assert re.fullmatch(rf"{SITE}/ru/repertoire/{production.slug}/picture\.png\?v=[0-9a-f]{{16}}", seen["og:image"])
    assert picture["Cache-Control"] == "public, max-age=31536000"
    assert (seen["og:image:width"], seen["og:image:height"], seen["og:image:type"]) == ("1200", "630", "image/png")
    assert seen["og:image:alt"] == "Взрослым. Ревизор. 6+. Театр юного зрителя, Северодонецк"


def test_a_changed_poster_has_another_address(client, db):
    production = create_production(poster_motif="bear")
    before = friends_see(client.get(address(production, "ru")))["og:image"]
    production.poster_motif = "cat"
    production.save()
    after = friends_see(client.get(address(production, "ru")))["og:image"]

    assert before != after
    assert before.partition("?")[0] == after.partition("?")[0]


def test_friends_are_told_the_language_and_where_else_it_is_to_be_read(client, db):
    both = friends_see(client.get(address(create_production(), "uk")))
    in_russian = friends_see(client.get(address(create_production(title_uk=""), "ru")))

    assert (both["og:locale"], both["og:locale:alternate"]) == ("uk_UA", "ru_RU")
    assert (in_russian["og:locale"], in_russian.get("og:locale:alternate")) == ("ru_RU", None)


def test_the_address_for_friends_is_the_canonical_one(client, db):
    production = create_production(title_uk="")

    assert friends_see(client.get(f"{address(production, 'uk')}?utm_source=x"))["og:url"] == (
        f"{SITE}{address(production, 'ru')}"
    )


def test_a_post_is_an_article(client, db):
    assert friends_see(client.get(address(create_post(), "ru")))["og:type"] == "article"
    assert friends_see(client.get(address(create_production(), "ru")))["og:type"] == "website"


def test_the_card_is_large(client, db):
    (card,) = elements_of(client.get("/ru/"), "meta", name="twitter:card")

    assert card.get("content") == "summary_large_image"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_has_nothing_for_friends(db, language):
    client = Client(enforce_csrf_checks=True)
    lost, refused = client.get(f"/{language}/no-such-page/"), client.post(f"/{language}/")

    assert (lost.status_code, friends_see(lost)) == (404, {})
    assert (refused.status_code, friends_see(refused)) == (403, {})
