"""What a user of a group may import and export."""

import pytest

from festivals.resources import ParticipantResource, ProgrammeItemResource
from news.models import Post, Rubric
from news.resources import PostResource
from tests.exchange import counts, csv_file, export, import_file, refusals
from tests.factories import (
    create_editor,
    create_member_of,
    create_post,
    create_rubric,
)
from theatre_site import staff


def post_with_status(slug, status, title="А"):
    return csv_file(["slug", "title_ru", "rubric", "status"], [slug, title, "Новости", status])


@pytest.fixture
def news_editor(db):
    create_rubric(name_ru="Новости")
    return create_member_of(staff.NEWS_EDITOR)


def test_who_may_not_publish_imports_drafts_only(news_editor):
    refused = import_file(PostResource, post_with_status("a", "Опубликовано"), news_editor)
    written = import_file(PostResource, post_with_status("b", "На проверке"), news_editor)

    assert refusals(refused) == [(2, "статус", "Публиковать вам нельзя. Поставьте «На проверке».")]
    assert (counts(written), list(Post.objects.values_list("slug", "status"))) == ((1, 0, 0), [("b", "review")])


@pytest.mark.parametrize("status", ["Опубликовано", "Снято с публикации"])
def test_who_may_not_publish_does_not_touch_what_is_published(news_editor, status):
    create_post(slug="a", title_ru="Старое", rubric=Rubric.objects.get())

    outcome = import_file(PostResource, post_with_status("a", status, title="Новое"), news_editor)

    words = "Это уже опубликовано. Изменить может только тот, кто вправе публиковать."
    assert refusals(outcome) == [(2, "статус", words)]
    assert Post.objects.get().title_ru == "Старое"


def test_who_may_not_publish_may_leave_what_is_published_as_it_is(news_editor):
    create_post()

    assert counts(import_file(PostResource, export(PostResource, news_editor), news_editor)) == (0, 0, 1)


def test_who_may_publish_imports_what_is_published(db):
    create_rubric(name_ru="Новости")

    import_file(PostResource, post_with_status("a", "Опубликовано"), create_member_of(staff.CHIEF_EDITOR))

    assert Post.objects.get().status == "published"


@pytest.mark.parametrize("resource", [ParticipantResource, ProgrammeItemResource])
def test_internal_notes_go_out_only_to_those_who_may_change_them(db, resource):
    looks = create_editor(is_superuser=False)
    assert "note" in [column.attribute for column in resource(create_member_of(staff.FESTIVAL_ORGANISER)).columns()]
    assert "note" not in [column.attribute for column in resource(looks).columns()]
