"""From draft to published at the press of a button: which there are, what is said and logged."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext

from news.models import Post
from tests.admin_forms import admin_url, errors_of, form_data, messages_of, submit
from tests.factories import (
    create_member_of,
    create_person,
    create_post,
    create_rubric,
)
from tests.pages import elements_of
from tests.queries import queries_for
from theatre_site import staff
from theatre_site.publishing import PUBLISH, SEND, STEPS, TAKE_BACK, WITHDRAW

from .steps import FROM, READABLE, WRITER, buttons_of, create_writable, each_maker, log_of, press, see_as, status_of

# Which buttons there are


@each_maker
@pytest.mark.parametrize("status", FROM)
def test_each_state_has_its_buttons(client, db, create, status):
    row = create(status=status)
    see_as(client, staff.CHIEF_EDITOR)

    assert buttons_of(client.get(admin_url(row))) == [step.button for step in FROM[status]]


@pytest.mark.parametrize("status", FROM)
def test_who_may_not_publish_has_those_that_lead_to_review_and_back(client, db, status):
    post = create_post(status=status)
    see_as(client, staff.NEWS_EDITOR)

    assert buttons_of(client.get(admin_url(post))) == [step.button for step in FROM[status] if step in WRITER]


def test_who_may_only_look_has_none(client, db):
    user = create_member_of()
    user.user_permissions.add(Permission.objects.get(codename="view_post"))
    client.force_login(user)

    assert buttons_of(client.get(admin_url(create_post(status="draft")))) == []


def test_a_new_text_can_be_sent_or_published_at_once(client, db):
    assert buttons_of(see_as(client, staff.NEWS_EDITOR).get(admin_url(Post, "add"))) == [SEND.button]
    assert buttons_of(see_as(client, staff.CHIEF_EDITOR).get(admin_url(Post, "add"))) == [SEND.button, PUBLISH.button]


def test_in_a_small_window_of_another_form_there_are_none(client, db):
    see_as(client, staff.CHIEF_EDITOR)

    assert buttons_of(client.get(admin_url(create_person(status="draft")), {"_popup": "1"})) == []


def test_enter_in_a_field_saves_and_does_not_publish(client, db):
    """A browser presses the first button of the form."""
    post = create_post(status="draft")
    see_as(client, staff.CHIEF_EDITOR)

    [form] = elements_of(client.get(admin_url(post)), "form", id="post_form")

    assert next(field.get("name") for field in form.iter("input") if field.get("type") == "submit") == "_save"


# What a button does


@each_maker
@pytest.mark.parametrize(("status", "step"), [(status, step) for status, steps in FROM.items() for step in steps])
def test_a_button_saves_the_form_and_goes_the_step(client, db, create, status, step):
    row = create_writable(create, status=status)
    name = "title_ru" if hasattr(row, "title_ru") else "name_ru"
    see_as(client, staff.CHIEF_EDITOR)

    page = press(client, row, step, **{name: "Новое имя"})

    row = type(row).objects.get()
    assert errors_of(page) == {}
    assert (row.status, getattr(row, name)) == (step.leads_to, "Новое имя")
    assert page.redirect_chain == [(admin_url(type(row), "changelist"), 302)]


@pytest.mark.parametrize(
    ("step", "status", "words"),
    [
        (SEND, "draft", "“%(name)s” waits for review."),
        (TAKE_BACK, "review", "“%(name)s” is a draft again."),
        (PUBLISH, "review", "“%(name)s” is on the site now."),
        (WITHDRAW, "published", "“%(name)s” is not on the site any more."),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_office_says_in_words_what_was_done_and_logs_it(client, db, step, status, words):
    post = create_post(status=status, title_ru="Премьера")
    see_as(client, staff.CHIEF_EDITOR, username="olena")

    page = press(client, post, step)

    assert messages_of(page)[0].startswith(gettext(words) % {"name": "Премьера"})
    assert log_of(post) == [("olena", str(step.done))]


def test_what_was_changed_at_the_same_time_is_logged_too(client, db):
    post = create_post(status="draft")
    see_as(client, staff.CHIEF_EDITOR, username="olena")

    press(client, post, PUBLISH, title_ru="Другое")

    step, change = [words for who, words in log_of(post)]
    assert (step, change.partition(" ")[0]) == (str(PUBLISH.done), "Изменено")


def test_a_new_post_is_sent_for_review_at_once(client, db):
    create_member_of(staff.CHIEF_EDITOR, first_name="Олена", last_name="Коваль")
    see_as(client, staff.NEWS_EDITOR, username="nina")

    page = submit(
        client, admin_url(Post, "add"), title_ru="Премьера", rubric=create_rubric().pk, **READABLE, _send_for_review="1"
    )

    post = Post.objects.get()
    assert (post.status, post.slug) == ("review", "premera")
    assert messages_of(page) == ["«Премьера»: отправлено на проверку. Опубликовать может: Олена Коваль."]
    assert sorted(log_of(post)) == [("nina", "Добавлено."), ("nina", "Отправлено на проверку")]


def test_a_plain_save_changes_no_state(client, db):
    post = create_post(status="review")
    see_as(client, staff.CHIEF_EDITOR)

    submit(client, admin_url(post), title_ru="Другое")

    assert status_of(post) == "review"


def test_a_button_that_is_pressed_twice_does_it_once(client, db):
    post = create_post(status="draft")
    see_as(client, staff.CHIEF_EDITOR)
    data = {**form_data(client.get(admin_url(post)), form_id="post_form"), PUBLISH.button: "1"}

    for _ in range(2):
        client.post(admin_url(post), data)

    assert status_of(post) == "published"
    assert [words for who, words in log_of(post)].count(str(PUBLISH.done)) == 1


def test_a_step_that_the_state_does_not_allow_any_more_is_refused_and_nothing_typed_is_lost(client, db):
    post = create_post(status="draft")
    see_as(client, staff.CHIEF_EDITOR)
    data = {**form_data(client.get(admin_url(post)), form_id="post_form"), TAKE_BACK.button: "1", "title_ru": "Новое"}
    Post.objects.update(status="published")

    page = client.post(admin_url(post), data)

    assert list(errors_of(page)) == ["__all__"]
    assert [field.get("value") for field in elements_of(page, "input", id="id_title_ru")] == ["Новое"]
    assert status_of(post) == "published"


# What it costs


@each_maker
def test_a_form_costs_few_queries(client, db, create):
    row = create(status="draft")
    see_as(client, staff.CHIEF_EDITOR)
    client.get(admin_url(row))

    assert queries_for(client, admin_url(row)) <= 15


def test_the_table_of_steps_knows_every_state():
    assert {status: [step for step in STEPS if status in step.begins_in] for status in Post.Status} == FROM
