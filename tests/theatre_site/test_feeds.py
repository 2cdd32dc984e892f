"""All feeds, read back with feedparser; what stands in them is in the tests of each app."""

import feedparser
import pytest

from tests.factories import (
    create_edition,
    create_participant,
    create_performance,
    create_post,
    create_production,
    create_programme_item,
    create_rubric,
    create_theatre,
    days_from_now,
)
from tests.pages import elements_of

pytestmark = pytest.mark.django_db

PATHS = ["news/feed/", "news/rubric/press/feed/", "afisha/feed/", "festival/2013/feed/"]


def feed_at(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def titles_at(client, path):
    return [entry.title for entry in feed_at(client, path).entries]


@pytest.fixture
def something_of_everything(db):
    create_theatre()
    rubric = create_rubric(slug="press", name_ru="Пресса о нас", name_uk="Преса про нас")
    edition = create_edition(year=2013)
    create_programme_item(edition=edition)
    create_participant(edition=edition, state="accepted")
    post = create_post(rubric=rubric, lead_ru="Коротко <о> & главном", lead_uk="Стисло")
    post.editions.add(edition)
    create_performance(production=create_production(title_ru="Мёд & <дёготь>", title_uk="Мед & <дьоготь>"))


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("path", PATHS)
def test_a_feed_is_valid_and_all_its_links_are_whole(client, something_of_everything, path, language):
    feed = feed_at(client, f"/{language}/{path}")

    assert (feed.version, feed.feed.language) == ("atom10", language)
    assert feed.feed.author == {"ru": "Театр юного зрителя", "uk": "Театр юного глядача"}[language]
    own = [link.href for link in feed.feed.links if link.rel == "self"]
    assert own == [f"http://testserver/{language}/{path}"]
    assert len(feed.entries) > 0
    for entry in feed.entries:
        assert entry.link.startswith(f"http://testserver/{language}/")
        assert client.get(entry.link.removeprefix("http://testserver")).status_code == 200
        assert entry.updated_parsed is not None
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_words_arrive_as_they_were_written(client, something_of_everything):
    [entry] = feed_at(client, "/ru/news/feed/").entries
    assert entry.summary == "Коротко <о> & главном"
    [entry] = feed_at(client, "/ru/afisha/feed/").entries
    assert entry.title.startswith("Мёд & <дёготь>, суббота, ")


def test_the_facts_of_a_date_are_escaped_once(client, db):
    """The words are text, the feed's summary is HTML: a reader sees what was written, and no tag of it is alive."""
    create_theatre()
    create_performance(production=create_production(genre_uk="п'єса & <b>гра</b>"))
    [entry] = feedparser.parse(client.get("/uk/afisha/feed/").content, sanitize_html=False).entries
    assert entry.summary.split("<br />")[0] == "П&#x27;єса &amp; &lt;b&gt;гра&lt;/b&gt;"


def test_news_have_no_drafts_no_future_and_nothing_withdrawn(client, db):
    create_theatre()
    create_post(title_ru="Есть")
    create_post(title_ru="Черновик", status="draft")
    create_post(title_ru="Завтра", publish_at=days_from_now(1))
    create_post(title_ru="Снято", status="withdrawn")
    create_post(title_ru="Кончилось", publish_at=days_from_now(-9), unpublish_at=days_from_now(-1))
    assert titles_at(client, "/ru/news/feed/") == ["Есть"]


def test_a_rubric_has_its_own_feed_and_an_unknown_one_has_none(client, db):
    create_theatre()
    create_post(rubric=create_rubric(slug="press"), title_ru="О нас")
    create_post(title_ru="Другое")
    assert titles_at(client, "/ru/news/rubric/press/feed/") == ["О нас"]
    assert client.get("/ru/news/rubric/none/feed/").status_code == 404


def test_the_newest_post_is_first_even_if_another_is_pinned(client, db):
    create_theatre()
    create_post(title_ru="Закреплено", publish_at=days_from_now(-5), pinned_until=days_from_now(5))
    create_post(title_ru="Новое", publish_at=days_from_now(-1))
    assert titles_at(client, "/ru/news/feed/") == ["Новое", "Закреплено"]


def test_the_feed_of_whats_on_keeps_the_name_of_a_date_that_changes(client, db):
    create_theatre()
    performance = create_performance()
    [before] = feed_at(client, "/ru/afisha/feed/").entries
    performance.state = "cancelled"
    performance.save()

    [after] = feed_at(client, "/ru/afisha/feed/").entries
    assert after.id == before.id == performance.uid.urn
    assert after.updated_parsed >= before.updated_parsed
    assert ["Отменён" in each.summary for each in (before, after)] == [False, True]


def test_whats_on_has_no_date_of_an_unpublished_play(client, db):
    create_theatre()
    create_performance(production=create_production(status="draft"))
    assert titles_at(client, "/ru/afisha/feed/") == []


def test_the_feed_of_an_edition_tells_of_sections_when_they_appear(client, something_of_everything):
    titles = titles_at(client, "/ru/festival/2013/feed/")
    assert sorted(title.partition(":")[0] for title in titles if ":" in title) == ["Программа", "Участники"]
    assert client.get("/ru/festival/1999/feed/").status_code == 404


def test_a_title_in_the_other_language_says_so(client, db):
    create_theatre()
    create_post(title_uk="")
    assert b'<entry xml:lang="ru">' in client.get("/uk/news/feed/").content


def test_a_letter_that_xml_does_not_know_breaks_nothing(client, db):
    create_theatre(name_ru="Театр\x08", short_name_ru="ТЮЗ\x08")
    edition = create_edition(year=2013, name_ru="ТЮЗ\x0b-2013", title_ru="Четвёртый\x0b")
    rubric = create_rubric(slug="press", name_ru="Пресса\x0b")
    create_post(rubric=rubric, title_ru="Новость\x0b дня", lead_ru="a\x08b").editions.add(edition)
    for path in ["news/feed/", "news/rubric/press/feed/", "festival/2013/feed/"]:
        assert titles_at(client, f"/ru/{path}") == ["Новость дня"]


def test_a_feed_costs_as_much_for_many_as_for_few(client, db, django_assert_max_num_queries):
    create_theatre()
    for _each in range(30):
        create_post()
        create_performance()
    for path, limit in [("news/feed/", 4), ("afisha/feed/", 4)]:
        with django_assert_max_num_queries(limit):
            client.get(f"/ru/{path}")


def test_who_asks_again_gets_nothing_new(client, something_of_everything):
    first = client.get("/ru/news/feed/")
    assert client.get("/ru/news/feed/", headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("path", "feeds"),
    [
        ("/uk/", ["/uk/news/feed/", "/uk/afisha/feed/"]),
        ("/uk/news/rubric/press/", ["/uk/news/feed/", "/uk/afisha/feed/", "/uk/news/rubric/press/feed/"]),
        ("/uk/festival/2013/programme/", ["/uk/news/feed/", "/uk/afisha/feed/", "/uk/festival/2013/feed/"]),
    ],
)
def test_the_head_of_a_page_names_its_feeds(client, something_of_everything, path, feeds):
    found = elements_of(client.get(path), "link", type="application/atom+xml")
    assert [link.get("href") for link in found] == feeds
