"""Actions of the list."""

from news.models import Post
from tests.admin_forms import admin_url, messages_of
from tests.factories import (
    create_post,
)
from tests.pages import elements_of, text_of
from theatre_site import staff

from .steps import log_of, see_as, status_of


def run_action(client, name, *rows):
    data = {"action": name, "_selected_action": [row.pk for row in rows]}
    return client.post(admin_url(type(rows[0]), "changelist"), data, follow=True)


def actions_of(client):
    create_post(status="draft")
    page = client.get(admin_url(Post, "changelist"))
    [select] = elements_of(page, "select", name="action")
    return [option.get("value") for option in select.iter("option") if option.get("value")]


def test_the_list_offers_what_somebody_may(client, db):
    assert actions_of(see_as(client, staff.NEWS_EDITOR)) == ["delete_selected", "send_selected"]
    assert actions_of(see_as(client, staff.CHIEF_EDITOR)) == [
        "delete_selected",
        "send_selected",
        "publish_selected",
        "withdraw_selected",
    ]


def test_many_are_published_at_once_and_the_others_stay_with_a_reason(client, db):
    draft, review, out = create_post(status="draft"), create_post(status="review"), create_post(title_ru="Старая")
    empty = create_post(status="draft", title_ru="Пустая", lead_ru="", lead_uk="")
    see_as(client, staff.CHIEF_EDITOR, username="olena")

    page = run_action(client, "publish_selected", draft, review, out, empty)

    done, left = messages_of(page)
    assert [status_of(row) for row in (draft, review, out, empty)] == ["published", "published", "published", "draft"]
    assert done == "Опубликовано: 2 текста."
    assert "Старая: состояние «Опубликовано»" in text_of(left)
    assert "Пустая: Есть что читать: Нет ни вступления, ни текста, ни на одном языке." in text_of(left)
    assert [log_of(row) for row in (draft, out)] == [[("olena", "Опубликовано")], []]


def test_many_are_sent_for_review_and_withdrawn(client, db):
    draft, out = create_post(status="draft"), create_post()
    see_as(client, staff.CHIEF_EDITOR)

    run_action(client, "send_selected", draft)
    run_action(client, "withdraw_selected", out)

    assert (status_of(draft), status_of(out)) == ("review", "withdrawn")


def test_actions_of_others_cannot_be_forged(client, db):
    draft, out = create_post(status="draft"), create_post()
    see_as(client, staff.NEWS_EDITOR)

    run_action(client, "publish_selected", draft)
    run_action(client, "withdraw_selected", out)
    run_action(client, "send_selected", out)

    assert (status_of(draft), status_of(out)) == ("draft", "published")
