"""When what is published appears."""

from django.utils import timezone

from news.models import Post
from tests.admin_forms import errors_of, messages_of
from tests.factories import (
    create_post,
    days_from_now,
    moment,
)
from theatre_site import staff
from theatre_site.publishing import PUBLISH, WITHDRAW

from .steps import log_of, press, see_as


def test_what_was_begun_lately_appears_when_it_is_published_and_not_when_it_was_begun(client, db, at):
    post = create_post(status="review", publish_at=days_from_now(-3))
    see_as(client, staff.CHIEF_EDITOR)

    press(client, post, PUBLISH)

    assert Post.objects.get().publish_at == timezone.now()


def test_a_moment_that_was_chosen_just_now_is_kept(client, db, at):
    post = create_post(status="draft", publish_at=days_from_now(-3))
    see_as(client, staff.CHIEF_EDITOR)

    press(client, post, PUBLISH, publish_at_0="16.11.2026", publish_at_1="09:00:00")

    assert Post.objects.get().publish_at == moment(2026, 11, 16, 9)


def test_a_post_for_the_archive_keeps_its_day(client, db, at):
    post = create_post(status="draft", publish_at=moment(2011, 10, 3))
    see_as(client, staff.CHIEF_EDITOR)

    press(client, post, PUBLISH)

    assert Post.objects.get().publish_at == moment(2011, 10, 3)


def test_what_comes_back_keeps_its_day(client, db, at):
    post = create_post(status="withdrawn", publish_at=days_from_now(-3))
    see_as(client, staff.CHIEF_EDITOR)

    press(client, post, PUBLISH)

    assert Post.objects.get().publish_at == days_from_now(-3)


def test_a_moment_to_come_is_said_in_words_and_logged(client, db, at):
    post = create_post(status="review", title_ru="Премьера")
    see_as(client, staff.CHIEF_EDITOR, username="olena")

    page = press(client, post, PUBLISH, publish_at_0="27.11.2026", publish_at_1="10:00:00")

    post.refresh_from_db()
    assert (post.status, post.is_public, post.is_scheduled) == ("published", False, True)
    assert messages_of(page)[0] == "«Премьера»: появится на сайте 27 ноября, 10:00."
    assert "Опубликовано, появится 27 ноября, 10:00" in [words for who, words in log_of(post)]
    at("2026-11-27 10:00")
    assert client.get(post.get_absolute_url()).status_code == 200


def test_what_is_scheduled_can_be_withdrawn_before(client, db, at):
    post = create_post(publish_at=days_from_now(3))
    see_as(client, staff.CHIEF_EDITOR)

    press(client, post, WITHDRAW)
    at("2026-11-30 10:00")

    assert client.get(post.get_absolute_url()).status_code == 404


def test_what_would_be_gone_already_is_not_published(client, db):
    post = create_post(status="withdrawn", publish_at=days_from_now(-3), unpublish_at=days_from_now(-1))
    see_as(client, staff.CHIEF_EDITOR)

    assert list(errors_of(press(client, post, PUBLISH))) == ["unpublish_at"]
