"""A query that is written once is asked anew each time, and finds what is true then."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import SlugField
from django.utils import timezone

from news.models import Post
from repertoire.models import Performance
from tests.clock import at
from tests.factories import create_performance, create_post, create_production, days_from_now
from theatre_site.moments import now
from theatre_site.written_once import Given, WrittenOnce

__all__ = ["at"]


def published():
    return WrittenOnce(lambda: Post.objects.published().order_by("pk"))


def test_it_finds_what_was_saved_since(db):
    query = published()
    assert query.ask() == []

    post = create_post()
    assert query.ask() == [post]
    post.delete()
    assert query.ask() == []


def test_it_finds_what_time_alone_has_changed(db, at):
    query = published()
    noon = timezone.now() + timedelta(hours=2)
    appears = create_post(publish_at=noon)
    goes = create_post(publish_at=days_from_now(-1), unpublish_at=noon)
    assert query.ask() == [goes]

    at("2026-11-18 12:00")
    assert query.ask() == [appears]


def test_what_was_found_before_is_not_touched(db):
    query = published()
    create_post()
    first, second = query.ask(), query.ask()

    assert first == second
    assert first[0] is not second[0]


def test_related_rows_and_computed_columns_come_along(db, django_assert_num_queries):
    create_performance(production=create_production(title_ru="Ревизор"), running_time=90)
    query = WrittenOnce(lambda: Performance.objects.upcoming())
    query.ask()

    with django_assert_num_queries(1):
        (shown,) = query.ask()
        assert shown.production.title_ru == "Ревизор"
        assert shown.ends_at - shown.starts_at == timedelta(minutes=90)


def test_it_is_written_once(db):
    made = []
    query = WrittenOnce(lambda: made.append(1) or Post.objects.published())

    assert [query.ask() for _time in range(3)] == [[], [], []]
    assert made == [1]


def test_what_differs_from_time_to_time_is_filled_in(db):
    first, second = create_post(slug="first"), create_post(slug="second")
    query = WrittenOnce(lambda: Post.objects.filter(slug=Given("slug", SlugField()), publish_at__lte=now()))

    assert query.ask(slug="first") == [first]
    assert query.ask(slug="second") == [second]
    assert query.ask(slug="third") == []


def test_what_can_find_nothing_is_not_asked(db, django_assert_num_queries):
    query = WrittenOnce(lambda: Post.objects.filter(pk__in=[]))

    with django_assert_num_queries(0):
        assert query.ask() == []


def test_a_moment_that_would_grow_old_is_refused(db):
    with pytest.raises(TypeError, match=r"theatre_site\.moments"):
        WrittenOnce(lambda: Post.objects.filter(publish_at__lte=timezone.now())).ask()
    assert WrittenOnce(lambda: Post.objects.filter(publish_at__lte=now())).ask() == []


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection():
    post = create_post()
    query = published()
    query.ask()

    def ask_elsewhere():
        try:
            return query.ask(), connection.connection
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        found, other = pool.submit(ask_elsewhere).result()
    assert found == [post]
    assert other is not connection.connection
