"""One post, as visitors get it."""

from datetime import date

import pytest
from django.utils import timezone

from tests.factories import (
    create_attachment,
    create_edition,
    create_partner,
    create_performance,
    create_post,
    create_post_photo,
    create_production,
    create_rubric,
    days_from_now,
    moment,
    picture,
)
from tests.pages import address, assert_valid, elements_of, find, links_of, main_of, said, text_of, texts_of, words_in

from .hidden_posts import create_hidden_posts
from .pages import titles_on

# One post


def test_a_post_shows_all_it_has(client, db):
    rubric = create_rubric(slug="news")
    post = create_post(
        rubric=rubric,
        title_ru="Премьера",
        lead_ru="Коротко о главном.",
        body_ru="<p>Подробный рассказ.</p>",
        image=picture("main.png", size=(60, 40)),
        image_alt_ru="Занавес",
        image_caption_ru="Перед началом",
        publish_at=moment(2025, 11, 22, 12),
    )
    create_post_photo(post=post, image=picture("second.png"), alt_ru="Зал", caption_ru="Аншлаг", author="О. Коваль")
    attachment = create_attachment(post=post, title_ru="Анкета")
    page = client.get(post.get_absolute_url())
    images = [(image.get("alt"), image.get("width"), image.get("height")) for image in elements_of(page, "img")]
    text = text_of(main_of(page))

    assert images == [("Занавес", "60", "40"), ("Зал", "400", "267"), ("Зал", "60", "40")]
    for words in ("Премьера", "22 ноября 2025", "Коротко о главном.", "Подробный рассказ.", "Перед началом", "Аншлаг"):
        assert words in text
    assert f"Анкета PDF, {attachment.size} байт" in text
    assert {attachment.file.url, "/ru/news/rubric/news/", f"#photo-{post.photos.get().pk}"} <= set(links_of(page))


def test_a_post_without_pictures_and_files_has_no_empty_places(client, db):
    page = client.get(create_post().get_absolute_url())

    assert elements_of(page, "img") == []
    assert said("Files", "ru") not in [words_in(heading) for heading in elements_of(page, "h2")]


def test_a_post_and_what_it_is_about_link_to_each_other(client, db):
    production = create_production()
    performance = create_performance(production=production)
    edition, other_edition = create_edition(), create_edition()
    post = create_post(productions=[production], performances=[performance], editions=[edition])
    page = main_of(client.get(post.get_absolute_url()))

    for thing in (production, performance, edition):
        assert thing.get_absolute_url() in links_of(page)
        assert post.get_absolute_url() in links_of(main_of(client.get(thing.get_absolute_url())))
    assert other_edition.get_absolute_url() not in links_of(page)


def test_a_post_keeps_silent_about_what_is_not_public(client, db):
    things = [
        create_production(status="draft"),
        create_performance(production=create_production(publish_at=days_from_now(1))),
        create_edition(unpublish_at=days_from_now(-0.5)),
    ]
    post = create_post(productions=things[:1], performances=things[1:2], editions=things[2:])
    page = client.get(post.get_absolute_url())

    assert not {thing.get_absolute_url() for thing in things} & set(links_of(page))
    assert said("What it is about", "ru") not in text_of(page)


def test_other_news_are_public_and_do_not_repeat_the_post(client, db):
    create_hidden_posts()
    post = create_post(title_ru="Эта")
    create_post(title_ru="Другая")

    assert titles_on(client.get(post.get_absolute_url())) == ["Другая"]


def test_press_about_us_names_its_source(client, db):
    post = create_post(source="Газета", source_url="https://paper.example/1", source_date=moment(2025, 5, 3).date())
    page = client.get(post.get_absolute_url())

    assert "Газета 3 мая 2025" in text_of(main_of(page))
    assert elements_of(page, "a", href="https://paper.example/1")[0].get("rel") == "noopener"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Читать оригинал на paper.example (другой сайт)"),
        ("uk", "Читати оригінал на paper.example (інший сайт)"),
    ],
)
@pytest.mark.parametrize("where", ["post", "rubric"])
def test_the_way_to_the_original_says_that_it_leads_to_another_site(client, db, language, words, where):
    post = create_post(source="Газета", source_url="https://www.paper.example/1", source_date=date(2025, 5, 3))
    page = client.get(address(post if where == "post" else post.rubric, language))
    [link] = elements_of(page, "a", href="https://www.paper.example/1")

    assert text_of(link) == words
    assert link.get("rel") == "noopener"
    assert_valid(page)


def test_in_the_rubric_the_outlet_comes_first_and_elsewhere_it_is_news(client, db):
    post = create_post(source="Газета", source_date=date(2025, 5, 3), title_ru="О премьере")
    create_post(rubric=post.rubric, title_ru="Просто новость", publish_at=days_from_now(-2))
    press, plain = find(client.get(address(post.rubric, "ru")), "li.nitem")

    assert text_of(press).startswith("Газета О премьере 3 мая 2025")
    assert text_of(plain).startswith("Просто новость")
    for path in ("/ru/", "/ru/news/"):
        assert find(client.get(path), "li.press") == []
        assert "О премьере" in text_of(client.get(path))


def test_press_without_an_address_has_no_way_out(client, db):
    post = create_post(source="Газета")

    assert find(client.get(address(post, "ru")), "a.ext") + find(client.get(address(post.rubric, "ru")), "a.ext") == []
    assert "Газета" in texts_of(client.get(address(post, "ru")), "p.source")


# Old news


@pytest.mark.parametrize(("days", "is_old"), [(729, False), (731, True)])
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_an_old_post_says_that_it_comes_from_the_archive(client, db, language, days, is_old):
    post = create_post(publish_at=days_from_now(-days))
    label = said("Archive", language)
    archive = f"/{language}/news/{timezone.localtime(post.publish_at):%Y}/"
    lists = [f"/{language}/news/", address(post.rubric, language), archive]

    listed = [texts_of(find(client.get(path), "li.nitem")[0], "span.st--old") for path in lists]
    assert listed == [[label] * is_old] * 3
    page = client.get(address(post, language))
    assert [label] * is_old == texts_of(find(page, "header.phead")[0], "span.st--old")
    assert [links_of(note) for note in find(page, "p.note")] == [[f"/{language}/afisha/"]] * is_old
    assert texts_of(find(client.get(archive), "div.phead")[0], "span.st--old") == [label] * is_old


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Новость из архива: 3 мая 2013."), ("uk", "Новина з архіву: 3 травня 2013.")]
)
def test_an_old_post_says_from_when_it_is(client, db, language, words):
    post = create_post(publish_at=moment(2013, 5, 3))

    assert texts_of(client.get(address(post, language)), "p.note")[0].startswith(words)


def test_the_source_of_a_partners_article_is_paid_for_too(client, db):
    post = create_post(partner=create_partner(), source="Газета", source_url="https://paper.example/1")
    [source] = elements_of(client.get(post.get_absolute_url()), "a", href="https://paper.example/1")

    assert source.get("rel") == "sponsored noopener"


@pytest.mark.parametrize(("language", "label"), [("ru", "Материал партнёра"), ("uk", "Матеріал партнера")])
def test_a_partners_article_says_so_and_its_links_are_paid_for(client, db, language, label):
    text = '<p>Читайте на <a href="https://artmisto.example/jobs">artMisto</a></p>'
    partner = create_partner(url="https://artmisto.example/")
    post = create_post(partner=partner, body_ru=text, body_uk=text)
    page, listed = client.get(address(post, language)), client.get(f"/{language}/news/")
    outward = [link for link in elements_of(page, "a") if "artmisto" in link.get("href")]

    assert f"{label}: {getattr(partner, f'name_{language}')}" in text_of(main_of(page))
    assert label in text_of(main_of(listed))
    assert [(link.get("href"), link.get("rel")) for link in outward] == [
        ("https://artmisto.example/", "sponsored noopener"),
        ("https://artmisto.example/jobs", "sponsored noopener"),
    ]


def test_a_post_of_our_own_is_no_partners_material(client, db):
    page = client.get(create_post(body_ru='<p><a href="https://x.example/">x</a></p>').get_absolute_url())

    assert "Материал партнёра" not in text_of(page)
    assert [link.get("rel") for link in elements_of(page, "a", href="https://x.example/")] == ["noopener"]
