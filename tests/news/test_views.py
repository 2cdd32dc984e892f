import pytest

from tests.factories import (
    create_attachment,
    create_edition,
    create_partner,
    create_performance,
    create_post,
    create_post_photo,
    create_production,
    create_rubric,
    create_theatre,
    moment,
    picture,
)
from tests.pages import assert_valid, html_of
from tests.queries import queries_for

from .pages import titles_on

# What it costs


@pytest.fixture
def many(db):
    """Makes posts with all they may have."""
    create_theatre()
    rubric = create_rubric(slug="all")

    def make(count):
        for number in range(count):
            post = create_post(
                rubric=rubric,
                partner=create_partner(),
                publish_at=moment(2025, 5, 1, minute=number % 60),
                productions=[create_production()],
                performances=[create_performance()],
                editions=[create_edition()],
            )
            create_post_photo(post=post)
            create_attachment(post=post)
        return post

    return make


@pytest.mark.parametrize("address", ["/ru/news/", "/ru/news/rubric/all/", "/ru/news/2025/", "/ru/news/2025/05/"])
def test_a_list_costs_as_much_for_fifty_posts_as_for_ten(client, many, address):
    many(10)
    few = queries_for(client, address)
    many(40)

    assert len(titles_on(client.get(address))) == 10
    assert queries_for(client, address) == few <= 9


def test_a_post_costs_as_much_with_fifty_photos_files_and_plays_as_with_one(client, many):
    post = many(1)
    few = queries_for(client, post.get_absolute_url())
    many(5)
    for _ in range(49):
        create_post_photo(post=post)
        create_attachment(post=post)
        post.productions.add(create_production())
        post.performances.add(create_performance(production=post.productions.first()))

    assert queries_for(client, post.get_absolute_url()) == few <= 9


# The HTML


def test_the_pages_are_valid_html(client, many):
    post = many(12)
    post.body_ru = "<h2>Когда</h2><p>В субботу & воскресенье</p>"
    post.image = picture()
    post.image_alt_ru = "Занавес & «сцена»"
    post.save()

    for path in ("/ru/news/", "/uk/news/?page=2", "/ru/news/2025/05/", post.get_absolute_url()):
        assert_valid(client.get(path))


def test_an_editors_words_are_text_and_no_html(client, db):
    post = create_post(title_ru="<b>Жирный</b> & «кавычки»", lead_ru="<script>alert(1)</script>")

    for path in ("/ru/news/", post.get_absolute_url(), "/ru/"):
        html = html_of(client.get(path))
        assert "<b>Жирный" not in html
        assert "<script>alert" not in html
