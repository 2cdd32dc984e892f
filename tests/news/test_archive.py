"""A list of any number of posts: the same posts in the same order as if all of them were sorted and counted."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.archive import Archive
from news.counting import count_posts
from news.models import MonthOfPosts, Post
from tests.bench.posts import copy_posts, create_posts
from tests.factories import create_post, create_rubric, days_from_now, moment

LAST_PARTS = [slice(first, first + 3) for first in range(0, 15, 3)]


def keys(posts):
    return [post.pk for post in posts]


def counted():
    return dict(MonthOfPosts.objects.filter(posts__gt=0).values_list("month", "posts"))


@pytest.fixture
def posts(db):
    """Of every kind that the order and the count must know, several at one moment among them."""
    rubric, other = create_rubric(), create_rubric()
    for month in (3, 4, 5):
        for _ in range(3):
            create_post(publish_at=moment(2025, month, 10), rubric=rubric)
        create_post(publish_at=moment(2025, month, 20), rubric=other)
    create_post(publish_at=moment(2025, 4, 1), pinned_until=days_from_now(1), rubric=rubric)
    create_post(publish_at=moment(2025, 3, 1), pinned_until=days_from_now(-1), rubric=rubric)
    create_post(publish_at=moment(2025, 4, 2), unpublish_at=days_from_now(1), rubric=rubric)
    create_post(publish_at=moment(2025, 4, 3), unpublish_at=moment(2025, 6, 1), rubric=rubric)
    create_post(publish_at=days_from_now(3), rubric=rubric)
    create_post(publish_at=moment(2025, 4, 4), status="draft", rubric=rubric)
    return rubric


@pytest.mark.parametrize("part", LAST_PARTS, ids=lambda part: f"from {part.start}")
def test_each_page_shows_what_sorting_all_posts_would_show(posts, part):
    assert keys(Archive()[part]) == keys(Post.objects.published().latest_first()[part])
    of_rubric = Post.objects.published().filter(rubric=posts).latest_first()
    assert keys(Archive(rubric=posts)[part]) == keys(of_rubric[part])
    assert keys(Archive(year=2025, month=4)[part]) == keys(
        Post.objects.published().in_month(2025, 4).latest_first()[part]
    )


def test_it_counts_what_visitors_may_see(posts):
    assert len(Archive()) == Post.objects.published().count() == 15
    assert len(Archive(rubric=posts)) == Post.objects.published().filter(rubric=posts).count() == 12
    assert len(Archive(year=2025, month=4)) == 6
    assert len(Archive(year=2024)) == 0


def test_the_newest_are_those_of_the_first_page(posts):
    assert keys(Post.objects.published().newest(4)) == keys(Archive()[:4])


def test_the_database_counts_whatever_door_a_post_comes_through(db):
    rubric = create_rubric()
    first, second = (
        create_post(publish_at=moment(2025, 1, 5), rubric=rubric),
        create_post(publish_at=moment(2025, 2, 5)),
    )
    january, february, march = (moment(2025, month, 1).date() for month in (1, 2, 3))
    assert counted() == {january: 1, february: 1}

    Post.objects.update(publish_at=moment(2025, 3, 5), rubric=rubric)
    assert counted() == {march: 2}

    Post.objects.filter(pk=first.pk).update(status="withdrawn")
    assert counted() == {march: 1}

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM news_post WHERE id = %s", [second.pk])
    assert counted() == {}

    create_posts(3, words=5)
    copy_posts(1)
    assert sum(counted().values()) == 6


def test_counted_anew_it_is_the_same_and_in_other_clocks_another(db):
    create_post(publish_at=moment(2025, 1, 1, 0, 30))
    before = counted()

    with connection.cursor() as cursor:
        count_posts(cursor.execute, zone="UTC")
    assert counted() == {moment(2024, 12, 1).date(): 1}

    call_command("count_posts")
    assert counted() == before == {moment(2025, 1, 1).date(): 1}


def test_a_rubric_without_posts_can_be_deleted(db):
    post = create_post()
    post.delete()
    post.rubric.delete()

    assert len(Archive()) == 0


def test_the_last_page_passes_over_no_more_than_one_month(db):
    for month in range(1, 9):
        for day in (3, 4):
            create_post(publish_at=moment(2025, month, day))
    with CaptureQueriesContext(connection) as queries:
        shown = Archive()[14:16]

    assert keys(shown) == keys(Post.objects.latest_first()[14:16])
    assert [query["sql"] for query in queries if "OFFSET" in query["sql"]] == []
    assert len(queries) == 4


def plan(queryset):
    return queryset.explain()


def test_over_many_posts_indexes_serve_lists_and_moments(db):
    """What every list and every change of content asks, at any number of posts."""
    create_posts(50, words=5)
    copy_posts(480)
    rubric = Post.objects.first().rubric
    newest = Post.objects.published().for_list().order_by("-publish_at", "-pk")[:10]

    assert "post_published" in plan(newest)
    assert "post_of_rubric" in plan(
        newest.model.objects.published().filter(rubric=rubric).order_by("-publish_at", "-pk")[:10]
    )
    for moments, index in zip(Post.moments(), ["publish_at", "post_ends", "post_pinned"], strict=True):
        assert "Seq Scan" not in plan(moments), index
    assert "Seq Scan" not in plan(Archive().with_moments(days_from_now(0)))
    assert "Seq Scan" not in plan(Post.objects.pinned())
    assert "Sort" not in plan(newest)
