"""A form that is sent back says at its top what is wrong, aloud and with a way to each field (K8)."""

import pytest
from django.utils import translation

from news.models import Post
from tests.admin_forms import admin_url, form_data, submit
from tests.factories import create_member_of, create_post, create_theatre
from tests.pages import elements_of, find, words_in
from theatre_site import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(create_member_of(staff.CHIEF_EDITOR))
    return client


def summary(page):
    [box] = elements_of(page, "div", class_="error-summary")
    assert box.get("role") == "alert"
    return {link.get("href"): words_in(item) for item in box.iter("li") for link in item.iter("a")}


def test_every_error_is_named_with_a_way_to_its_field(editor):
    page = submit(editor, admin_url(Post, "add"), title_ru="", title_uk="", rubric="")

    said = summary(page)
    assert set(said) == {"#id_title_ru", "#id_rubric"}
    assert said["#id_rubric"] == "Рубрика: Обязательное поле."
    for address in said:
        [field] = [each for tag in ("input", "select") for each in elements_of(page, tag, id=address[1:])]
        assert f"{address[1:]}_error" in field.get("aria-describedby", "").split()


def test_an_error_in_a_row_says_in_which_one(editor):
    post = create_post()
    data = form_data(editor.get(admin_url(post)), form_id="post_form")
    row = {"attachment-TOTAL_FORMS": "1", "attachment-0-title_ru": "", "attachment-0-order": "0"}
    page = editor.post(admin_url(post), {**data, **row, "attachment-0-title_uk": "Афіша"})

    assert summary(page) == {"#id_attachment-0-file": "Вложение 1, Файл: Обязательное поле."}


def test_what_is_wrong_with_a_row_as_a_whole_is_said_too(editor):
    theatre = create_theatre()
    data = form_data(editor.get(admin_url(theatre)), form_id="theatre_form")
    row = {"openinghours-0-opens": "15:00", "openinghours-0-closes": "10:00"}
    page = editor.post(admin_url(theatre), {**data, **row})

    [said] = summary(page).values()
    assert said.startswith("Часы работы 1: ")


def test_a_form_without_errors_has_no_summary(editor):
    assert find(editor.get(admin_url(create_post())), "div.error-summary") == []


def test_it_is_said_in_the_language_of_the_desk(editor):
    editor.cookies["django_language"] = "uk"
    page = submit(editor, admin_url(Post, "add"), title_ru="", title_uk="", rubric="")
    with translation.override("uk"):
        assert "Що виправити" in page.content.decode()
