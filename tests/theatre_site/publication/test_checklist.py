"""What a text still lacks before it is published: most is a warning, some is forbidden."""

import pytest

from tests.admin_forms import admin_url, errors_of, messages_of, submit
from tests.factories import (
    create_credit,
    create_page,
    create_person,
    create_post,
    create_production,
    picture,
)
from tests.pages import elements_of, links_of, text_of
from theatre_site import staff
from theatre_site.publishing import PUBLISH, SEND

from .steps import READABLE, each_maker, press, see_as, status_of


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
