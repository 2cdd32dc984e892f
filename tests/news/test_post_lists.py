"""Lists of posts: by rubric, month and page."""

import pytest

from tests.factories import (
    create_edition,
    create_performance,
    create_post,
    create_production,
    create_rubric,
    days_from_now,
    moment,
)
from tests.pages import elements_of, links_of, said, words_in

from .hidden_posts import create_hidden_posts
from .pages import titles_on


def archive_on(page):
    """[(address, “May 2 posts”), …] of the archive."""
    (nav,) = elements_of(page, "nav", **{"aria-labelledby": "archive"})
    return [(item.find("a").get("href"), words_in(item)) for item in nav.iter("li")]


# Lists


def test_the_list_shows_public_posts_the_pinned_one_first(client, db):
    create_hidden_posts()
    create_post(title_ru="Вчера", title_uk="Учора", publish_at=days_from_now(-1))
    create_post(title_ru="Давно", title_uk="Давно", publish_at=days_from_now(-400))
    create_post(
        title_ru="Закреплён", title_uk="Закріплено", publish_at=days_from_now(-9), pinned_until=days_from_now(1)
    )

    assert titles_on(client.get("/ru/news/")) == ["Закреплён", "Вчера", "Давно"]
    assert titles_on(client.get("/uk/news/")) == ["Закріплено", "Учора", "Давно"]


def test_the_home_page_shows_public_posts_only(client, db):
    create_hidden_posts()
    create_post(title_ru="Видимый")

    assert titles_on(client.get("/ru/")) == ["Видимый"]


def test_the_page_of_a_production_a_date_and_a_festival_shows_its_public_posts_only(client, db):
    production, edition = create_production(), create_edition()
    performance = create_performance(production=production)
    about = {"productions": [production], "performances": [performance], "editions": [edition]}
    create_hidden_posts(**about)
    create_post(title_ru="О чужом", productions=[create_production()])
    create_post(title_ru="О нём", **about)

    pages = [client.get(thing.get_absolute_url()) for thing in (production, performance, edition)]
    assert [titles_on(page) for page in pages] == [["О нём"]] * 3


def test_a_rubric_has_a_page_of_its_own(client, db):
    rubric = create_rubric(slug="press", name_ru="Пресса о нас", name_uk="Преса про нас")
    create_rubric(slug="empty", name_ru="Пустая")
    create_hidden_posts(rubric=rubric)
    create_post(rubric=rubric, title_ru="В газете")
    create_post(title_ru="Другая рубрика")
    page = client.get("/ru/news/rubric/press/")

    assert titles_on(page) == ["В газете"]
    assert [words_in(each) for each in elements_of(page, "h1")] == ["Пресса о нас"]
    assert [words_in(each) for each in elements_of(client.get("/uk/news/rubric/press/"), "h1")] == ["Преса про нас"]
    assert titles_on(client.get("/ru/news/rubric/empty/")) == []
    assert client.get("/ru/news/rubric/none/").status_code == 404


def test_the_list_links_to_every_rubric_and_the_open_one_is_marked(client, db):
    for order, slug in enumerate(["news", "press"]):
        create_rubric(slug=slug, name_ru=slug, order=order)
    page = client.get("/ru/news/rubric/press/")
    (nav,) = elements_of(page, "nav", **{"aria-label": said("Rubrics", "ru")})

    assert [(link.get("href"), link.get("aria-current")) for link in nav.iter("a")] == [
        ("/ru/news/", None),
        ("/ru/news/rubric/news/", None),
        ("/ru/news/rubric/press/", "true"),
    ]


# The archive


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ["Март 2 новости", "Февраль 5 новостей", "Май 1 новость"]),
        ("uk", ["Березень 2 новини", "Лютий 5 новин", "Травень 1 новина"]),
    ],
)
def test_the_archive_lists_months_with_their_number_of_posts(client, db, language, words):
    days = [moment(2024, 5, 1), *(moment(2025, 2, day) for day in range(1, 6)), moment(2025, 3, 1), moment(2025, 3, 31)]
    for publish_at in days:
        create_post(publish_at=publish_at)
    create_post(publish_at=moment(2023, 1, 1), status="draft")
    create_post(publish_at=moment(2025, 3, 1), status="review")
    addresses = [f"/{language}/news/{month}/" for month in ("2025/03", "2025/02", "2024/05")]

    assert archive_on(client.get(f"/{language}/news/")) == list(zip(addresses, words, strict=True))


def test_a_year_and_a_month_have_their_posts(client, db):
    create_post(title_ru="Май", publish_at=moment(2025, 5, 31, 23, 59))
    create_post(title_ru="Июнь", publish_at=moment(2025, 6, 1))
    create_post(title_ru="Май год назад", publish_at=moment(2024, 5, 10))
    create_post(title_ru="Черновик", publish_at=moment(2025, 5, 10), status="draft")

    assert titles_on(client.get("/ru/news/2025/")) == ["Июнь", "Май"]
    assert titles_on(client.get("/ru/news/2025/05/")) == ["Май"]


@pytest.mark.parametrize("address", ["2025/06/", "2023/", "2025/13/", "2025/5/", "2025/00/", "20255/"])
def test_a_month_or_year_without_posts_is_not_there(client, db, address):
    create_post(publish_at=moment(2025, 5, 1))
    create_post(publish_at=moment(2025, 6, 1), status="draft")

    assert client.get("/ru/news/2025/05/").status_code == 200
    assert client.get(f"/ru/news/{address}").status_code == 404


# Pages of a list


@pytest.fixture
def thirty_five_posts(db):
    rubric = create_rubric(slug="all")
    return [create_post(rubric=rubric, title_ru=f"№{n}", publish_at=days_from_now(-n)) for n in range(1, 36)]


def test_a_list_has_numbered_pages_with_addresses_of_their_own(client, thirty_five_posts):
    first, second, last = (client.get("/ru/news/", {"page": number} if number > 1 else {}) for number in (1, 2, 4))

    assert titles_on(first) == [f"№{n}" for n in range(1, 11)]
    assert titles_on(second) == [f"№{n}" for n in range(11, 21)]
    assert titles_on(last) == [f"№{n}" for n in range(31, 36)]
    (nav,) = elements_of(second, "nav", class_="pgs")
    assert [link.get("href") for link in nav.iter("a")] == ["?page=1", "?page=1", "?page=3", "?page=4", "?page=3"]
    assert [words_in(span) for span in nav.iter("span") if span.get("aria-current") == "page"] == [
        f"{said('Page', 'ru')} 2"
    ]


def test_a_rubric_and_a_year_have_pages_too(client, thirty_five_posts):
    year = thirty_five_posts[-1].publish_at.year
    count = sum(post.publish_at.year == year for post in thirty_five_posts)

    assert titles_on(client.get("/ru/news/rubric/all/?page=2")) == [f"№{n}" for n in range(11, 21)]
    assert len(titles_on(client.get(f"/ru/news/{year}/"))) == min(count, 10)


@pytest.mark.parametrize(
    "number", ["0", "-1", "5", "9999999", "9" * 30, "abc", "", "1.5", "2x", "%00", "02", "%2B2", "+2", "1_0", "%D9%A2"]
)
@pytest.mark.parametrize("path", ["/ru/news/", "/uk/news/rubric/all/"])
def test_a_page_that_is_not_there_is_a_404(client, thirty_five_posts, path, number):
    assert client.get(f"{path}?page={number}").status_code == 404


def test_the_second_page_keeps_its_number_when_the_language_is_switched(client, thirty_five_posts):
    page = client.get("/ru/news/?page=2")

    assert "http://testserver/uk/news/?page=2" in links_of(page)
    (canonical,) = elements_of(page, "link", rel="canonical")
    assert canonical.get("href") == "http://testserver/ru/news/?page=2"


def test_the_first_page_has_one_address(client, thirty_five_posts):
    canonicals = [
        elements_of(client.get(address), "link", rel="canonical")[0].get("href")
        for address in ("/ru/news/", "/ru/news/?page=1", "/ru/news/?utm_source=x")
    ]

    assert canonicals == ["http://testserver/ru/news/"] * 3


def test_a_short_list_has_no_page_numbers(client, db):
    create_post()

    assert elements_of(client.get("/ru/news/"), "nav", class_="pgs") == []
