"""Typography is mended when a form of the admin is saved."""

import pytest

from tests.admin_forms import admin_url, submit
from tests.factories import create_edition, create_editor, create_jury_member, create_post, create_theatre
from tests.pages import elements_of
from theatre_site.models import Theatre

TYPED = {"title_ru": '"Ревизор" - снова', "title_uk": "Прем'єра", "body_ru": '<p>"Да" - нет...</p>'}
MENDED = ("«Ревизор» — снова", "Премʼєра", "<p>«Да» — нет…</p>")


@pytest.fixture
def admin(client, db):
    client.force_login(create_editor())
    return client


def texts(post):
    post.refresh_from_db()
    return post.title_ru, post.title_uk, post.body_ru


def test_titles_and_texts_are_mended_by_the_rules_of_their_language(admin):
    post = create_post(slug="a--b")
    submit(admin, admin_url(post), **TYPED, source="Газета 'п'я'")

    assert texts(post) == MENDED
    assert (post.slug, post.source) == ("a--b", "Газета 'п'я'")


def test_the_tick_leaves_them_alone_for_once(admin):
    post = create_post()
    submit(admin, admin_url(post), **TYPED, keep_typography="on")

    assert texts(post) == tuple(TYPED.values())


def test_a_text_that_was_not_changed_stays_as_it_was_left(admin):
    post = create_post(**TYPED)
    submit(admin, admin_url(post), lead_ru="Другой лид")

    assert texts(post) == tuple(TYPED.values())


def test_the_theatre_may_switch_it_off_for_good(admin):
    create_theatre(sets_typography=False)
    post = create_post()
    submit(admin, admin_url(post), **TYPED)

    assert texts(post) == tuple(TYPED.values())


def test_the_rows_of_a_form_obey_its_tick(admin):
    member = create_jury_member(edition=create_edition())
    for tick, name in ({}, "Олег «Коваль»"), ({"keep_typography": "on"}, 'Олег "Ковальчук"'):
        submit(
            admin,
            admin_url(member.edition),
            **{"jurymember-0-name_ru": name.replace("«", '"').replace("»", '"'), **tick},
        )
        member.refresh_from_db()
        assert member.name_ru == name


def test_the_tick_stands_once_on_each_form_with_texts(admin):
    for row in (create_post(), create_edition(), create_theatre()):
        assert len(elements_of(admin.get(admin_url(row)), "input", name="keep_typography")) == 1
    assert Theatre.objects.sets_type()
