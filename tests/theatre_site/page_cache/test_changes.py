"""The database notes every change of the content by itself, with the commit."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from news.models import Post
from tests.factories import create_editor, create_post
from theatre_site.models import ContentChange, Preference
from theatre_site.models.content_change import LATELY
from theatre_site.page_cache.triggers import KEPT_NOTES, content_tables

pytestmark = pytest.mark.django_db(transaction=True)


def generation():
    return ContentChange.objects.generation()


def notes():
    return ContentChange.objects.all()


def changed_by(work):
    before = generation()
    work()
    return generation() != before


def test_every_table_of_content_is_watched():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'content_changed'")
        watched = sorted(table for (table,) in cursor.fetchall())

    assert watched == content_tables(apps)


@pytest.mark.parametrize(
    "door",
    [
        lambda post: post.save(),
        lambda post: Post.objects.filter(pk=post.pk).update(slug="elsewhere"),
        lambda post: Post.objects.bulk_update([post], ["slug"]),
        lambda post: Post.objects.bulk_create([Post(title_ru="Новое", slug="new", rubric=post.rubric)]),
        lambda post: post.editions.clear() or create_post(),
        lambda post: post.delete(),
        lambda post: connection.cursor().execute("UPDATE news_post SET slug = 'by-hand'"),
        lambda post: connection.cursor().execute("TRUNCATE news_post CASCADE"),
    ],
    ids=["save", "update", "bulk update", "bulk create", "relation", "delete", "by hand", "truncate"],
)
def test_whatever_the_door(door):
    post = create_post()

    assert changed_by(lambda: door(post))


def test_what_visitors_do_not_see_changes_nothing():
    editor = create_editor()

    def work():
        User.objects.filter(pk=editor.pk).update(last_login=timezone.now())
        Session.objects.create(session_key="a", session_data="b", expire_date=timezone.now())
        Preference.objects.update_or_create(user=editor, defaults={"language": "uk"})

    assert not changed_by(work)


def test_a_change_that_was_taken_back_is_none():
    def work():
        with transaction.atomic():
            create_post()
            transaction.set_rollback(True)

    assert not changed_by(work)


def test_a_save_is_one_change_however_much_it_writes():
    create_post()
    before = notes().count()
    with transaction.atomic():
        for _ in range(3):
            create_post()

    assert notes().count() - before in {0, 1}  # one note of more than KEPT_NOTES takes the place of another


def test_few_notes_are_kept_and_the_newest_is_there():
    post = create_post()
    seen = set()
    for _ in range(KEPT_NOTES + 20):
        post.save()
        seen.add(generation())

    assert len(seen) == KEPT_NOTES + 20
    assert notes().count() == KEPT_NOTES + 1


def test_two_editors_who_save_at_once_do_not_wait_for_one_another_and_both_are_seen(other_connection):
    """Whoever began first may end last: both are noted, in whichever order they end."""
    first, second = create_post(), create_post()
    before = generation()
    with transaction.atomic():
        Post.objects.filter(pk=first.pk).update(slug="first")
        with other_connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '3s'")
            cursor.execute("UPDATE news_post SET slug = 'second' WHERE id = %s", [second.pk])
        after_the_second = generation_seen_by(other_connection)
    after_both = generation()

    assert len({before, after_the_second, after_both}) == 3


@pytest.fixture
def other_connection():
    other = connection.copy()
    yield other
    other.close()


def generation_seen_by(other):
    with other.cursor() as cursor:
        cursor.execute(LATELY)
        return cursor.fetchone()[0]


def test_a_number_that_comes_a_second_time_is_still_a_change():
    """After a restore into another server its transactions begin to count anew."""
    post = create_post()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            (mine,) = cursor.fetchone()
        ContentChange.objects.create(xid=mine, at="2020-01-01T00:00:00Z")
        post.save()

    assert notes().get(xid=mine).at.year == timezone.now().year
