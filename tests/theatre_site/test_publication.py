"""From draft to published at the press of a button: who may, what is said, what is written into the log."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.utils import timezone
from django.utils.translation import gettext

from news.models import Post
from tests.admin_forms import admin_url, errors_of, form_data, messages_of, submit
from tests.factories import (
    create_credit,
    create_edition,
    create_member_of,
    create_page,
    create_person,
    create_post,
    create_production,
    create_rubric,
    days_from_now,
    moment,
    picture,
)
from tests.pages import elements_of, links_of, text_of
from tests.queries import queries_for
from theatre_site import staff
from theatre_site.publishing import PUBLISH, SEND, STEPS, TAKE_BACK, WITHDRAW

MAKERS = [create_post, create_page, create_production, create_person, create_edition]
each_maker = pytest.mark.parametrize("create", MAKERS, ids=["post", "page", "production", "person", "edition"])

CHIEF, WRITER = [SEND, TAKE_BACK, PUBLISH, WITHDRAW], [SEND, TAKE_BACK]
FROM = {
    "draft": [SEND, PUBLISH],
    "review": [TAKE_BACK, PUBLISH],
    "published": [WITHDRAW],
    "withdrawn": [SEND, TAKE_BACK, PUBLISH],
}
READABLE = {"body_ru": "<p>Текст</p>", "body_uk": "<p>Текст</p>"}


def see_as(client, *groups, **names):
    client.force_login(create_member_of(*groups, **names))
    return client


def create_writable(create, **fields):
    """What nothing keeps from being published."""
    return create(**fields, **(READABLE if create is create_page else {}))


def buttons_of(page):
    return list(dict.fromkeys(each.get("name") for each in elements_of(page, "input", class_="step")))


def press(client, row, step, **changes):
    return submit(client, admin_url(row), **{step.button: "1"}, **changes)


def log_of(row):
    return [(entry.user.username, entry.get_change_message()) for entry in LogEntry.objects.filter(object_id=row.pk)]


def status_of(row):
    return type(row).objects.get(pk=row.pk).status


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


# When it appears


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


# What is locked


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


# Many at once


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


# The checklist


def missing_in(client, row):
    page = client.get(admin_url(row))
    return [
        (text_of(each), link) for each in elements_of(page, "li", class_="checklist__item") for link in links_of(each)
    ]


def test_a_post_without_a_translation_and_a_picture_is_told_so(client, db):
    post = create_post(status="draft", title_uk="", lead_uk="", body_ru="<p>Текст</p>")
    see_as(client, staff.NEWS_EDITOR)

    assert missing_in(client, post) == [
        ("Оба языка Ещё нет по-украински: название, вступление и текст.", "#id_title_uk"),
        ("Главная картинка Её нет; в списках будет только заголовок.", "#id_image"),
    ]


def test_a_post_that_has_everything_has_nothing_to_look_at(client, db):
    post = create_post(status="draft", image=picture(), image_is_decorative=True, **READABLE)
    see_as(client, staff.NEWS_EDITOR)

    page = client.get(admin_url(post))

    kinds = [each.get("data-kind") for each in elements_of(page, "li", class_="checklist__item")]
    assert kinds == ["good"] * 7
    assert elements_of(page, "a", class_="publication__missing") == []


def test_a_production_is_asked_for_age_price_length_and_team(client, db):
    production = create_production(status="draft", running_time=None)
    see_as(client, staff.REPERTOIRE_MANAGER)

    assert [link for words, link in missing_in(client, production)] == [
        "#id_lead_ru",
        "#id_description_ru",
        "#id_age_rating",
        "#id_running_time",
        "#id_price_min",
        "#id_content_note_state",
        "#credit-group",
    ]


def test_a_complete_production_has_nothing_to_look_at(client, db):
    production = create_production(
        status="draft",
        lead_ru="О чиновниках",
        lead_uk="Про чиновників",
        description_ru="<p>Текст</p>",
        description_uk="<p>Текст</p>",
        age_rating=12,
        price_min=50,
        price_max=80,
        content_note_state="none",
    )
    create_credit(production=production)
    see_as(client, staff.REPERTOIRE_MANAGER)

    assert missing_in(client, production) == []


@each_maker
def test_each_line_leads_to_something_in_the_form(client, db, create):
    row = create(status="draft", **({"running_time": None} if create is create_production else {}))
    see_as(client, staff.CHIEF_EDITOR)
    page = client.get(admin_url(row))
    known = {element.get("id") for tag in ("input", "select", "textarea", "div") for element in elements_of(page, tag)}

    links = {link for words, link in missing_in(client, row)}

    assert {link.removeprefix("#") for link in links} - known == set()
    assert links


def test_it_warns_and_publishes_all_the_same(client, db):
    post = create_post(status="draft", title_uk="", lead_uk="")
    see_as(client, staff.CHIEF_EDITOR)

    page = press(client, post, PUBLISH)

    assert status_of(post) == "published"
    assert "Оба языка: Ещё нет по-украински: название и вступление." in text_of(messages_of(page)[1])


@pytest.mark.parametrize("create", [create_post, create_production, create_person])
def test_a_child_without_consent_is_never_the_main_picture_of_what_is_public(client, db, create):
    name = "image" if create is create_post else "photo"
    fields = {name: picture(), f"{name}_shows_children": True}
    described = {"image_alt_ru": "Дети", "image_alt_uk": "Діти"} if create is create_post else {}
    row = create(status="draft", **fields, **described)
    see_as(client, staff.CHIEF_EDITOR)

    assert list(errors_of(press(client, row, PUBLISH))) == [f"{name}_has_consent"]
    assert status_of(row) == "draft"
    assert errors_of(press(client, row, PUBLISH, **{f"{name}_has_consent": "on"})) == {}
    assert status_of(row) == "published"


@pytest.mark.parametrize(("create", "field"), [(create_post, "body_ru"), (create_page, "body_ru")])
def test_what_says_nothing_is_not_published(client, db, create, field):
    row = create(status="draft", **({"lead_ru": "", "lead_uk": ""} if create is create_post else {}))
    see_as(client, staff.CHIEF_EDITOR)

    page = press(client, row, PUBLISH)

    assert list(errors_of(page)) == [field]
    assert status_of(row) == "draft"


def test_what_a_newspaper_wrote_needs_no_text_of_ours(client, db):
    post = create_post(status="draft", lead_ru="", lead_uk="", source="Газета")
    see_as(client, staff.CHIEF_EDITOR)

    assert errors_of(press(client, post, PUBLISH)) == {}


def test_what_is_not_ready_can_still_be_saved_and_sent(client, db):
    post = create_post(status="draft", lead_ru="", lead_uk="")
    see_as(client, staff.NEWS_EDITOR)

    assert errors_of(submit(client, admin_url(post))) == {}
    assert errors_of(press(client, post, SEND)) == {}


# What it costs


@each_maker
def test_a_form_costs_few_queries(client, db, create):
    row = create(status="draft")
    see_as(client, staff.CHIEF_EDITOR)
    client.get(admin_url(row))

    assert queries_for(client, admin_url(row)) <= 15


def test_the_table_of_steps_knows_every_state():
    assert {status: [step for step in STEPS if status in step.begins_in] for status in Post.Status} == FROM
