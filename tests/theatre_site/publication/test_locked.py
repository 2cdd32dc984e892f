"""What is published is changed by those only who may publish."""

import pytest
from django.contrib.auth.models import Permission

from news.models import Post
from tests.admin_forms import admin_url, form_data, submit
from tests.factories import (
    create_member_of,
    create_page,
    create_post,
    days_from_now,
)
from tests.pages import elements_of, text_of
from theatre_site import staff
from theatre_site.publishing import PUBLISH, WITHDRAW

from .steps import see_as, status_of


def test_what_is_published_opens_to_be_read_and_says_whom_to_ask(client, db):
    create_member_of(staff.CHIEF_EDITOR, first_name="Олена", last_name="Коваль")
    post = create_post(title_ru="Премьера")
    see_as(client, staff.NEWS_EDITOR)

    page = client.get(admin_url(post))

    sentence = "«Премьера» уже опубликовано, поэтому здесь можно только читать. Изменить может: Олена Коваль."
    assert text_of(elements_of(page, "p", class_="publication__locked")[0]) == sentence
    assert elements_of(page, "input", id="id_title_ru") == []
    assert elements_of(page, "input", type="submit") == []


@pytest.mark.parametrize("fields", [{}, {"publish_at": days_from_now(2)}], ids=["public", "scheduled"])
def test_it_can_be_neither_changed_nor_deleted_by_hand_made_requests(client, db, fields):
    post = create_post(title_ru="Премьера", **fields)
    see_as(client, staff.NEWS_EDITOR)
    draft = create_post(status="draft", rubric=post.rubric)
    data = form_data(client.get(admin_url(draft)), form_id="post_form")

    assert client.post(admin_url(post), {**data, "title_ru": "Другое"}).status_code == 403
    assert client.post(admin_url(post, "delete"), {"post": "yes"}).status_code == 403
    client.post(
        admin_url(Post, "changelist"), {"action": "delete_selected", "_selected_action": [post.pk], "post": "yes"}
    )
    assert Post.objects.get(pk=post.pk).title_ru == "Премьера"


@pytest.mark.parametrize("status", ["review", "published", "withdrawn"])
def test_state_and_moments_cannot_be_forged(client, db, status):
    post = create_post(status="draft")
    begins = post.publish_at
    see_as(client, staff.NEWS_EDITOR)
    forged = {
        "status": status,
        "publish_at_0": "01.01.2001",
        "publish_at_1": "10:00:00",
        "unpublish_at_0": "01.01.2031",
        "unpublish_at_1": "10:00:00",
    }

    submit(client, admin_url(post), **forged)

    post.refresh_from_db()
    assert (post.status, post.publish_at, post.unpublish_at) == ("draft", begins, None)


@pytest.mark.parametrize("step", [PUBLISH, WITHDRAW], ids=lambda step: step.name)
def test_the_button_of_others_cannot_be_forged(client, db, step):
    post = create_post(status="draft")
    see_as(client, staff.NEWS_EDITOR)
    data = form_data(client.get(admin_url(post)), form_id="post_form")

    assert client.post(admin_url(post), {**data, step.button: "1"}).status_code == 403
    assert client.post(admin_url(Post, "add"), {**data, step.button: "1"}).status_code == 403
    assert (status_of(post), Post.objects.count()) == ("draft", 1)


def test_a_list_with_fields_changes_nothing_that_is_locked(client, db):
    page = create_page(menu_order=1)
    user = create_member_of()
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_page", "change_page"]))
    client.force_login(user)
    data = form_data(client.get(admin_url(type(page), "changelist")), form_id="changelist-form")

    answer = client.post(admin_url(type(page), "changelist"), {**data, "form-0-menu_order": "7", "_save": "1"})

    page.refresh_from_db()
    assert (answer.status_code, page.menu_order) == (403, 1)
