"""The text editor as a field of a form."""

import json

import pytest
from django.utils.translation import override

from news.models import Post
from tests.admin_forms import admin_url, errors_of, messages_of, submit
from tests.factories import create_member_of, create_post, create_text_picture
from tests.pages import elements_of
from theatre_site import staff
from theatre_site.richtext.pictures import sources_elsewhere


@pytest.fixture
def editor(client, db):
    client.force_login(create_member_of(staff.NEWS_EDITOR))
    return client


def config(client):
    (field,) = elements_of(client.get(admin_url(Post, "add")), "textarea", name="body_ru")
    return json.loads(field.get("data-config"))


def test_the_toolbar_makes_only_what_is_kept(editor):
    toolbar = config(editor)["toolbar"]

    assert [button for group in toolbar for button in group] == [
        *["Format", "Bold", "Italic", "NumberedList", "BulletedList", "Blockquote", "Table"],
        *["Link", "Unlink", "Picture", "Video", "PasteText", "RemoveFormat", "Undo", "Redo", "Maximize"],
    ]
    assert config(editor)["format_tags"] == "p;h2;h3;h4"


@pytest.mark.parametrize(("language", "word"), [("ru", "Картинка"), ("uk", "Картинка")])
def test_the_editor_speaks_the_language_of_its_user(editor, language, word):
    editor.cookies["django_language"] = language
    found = config(editor)

    assert (found["language"], found["words"]["picture"]) == (language, word)


def test_the_text_looks_as_on_the_site(editor):
    assert config(editor)["contentsCss"] == ["/static/css/site.css", "/static/css/admin/editor-content.css"]


def test_what_is_written_without_javascript_gets_paragraphs(editor):
    post = create_post(status="draft")
    submit(editor, admin_url(post), body_ru="Первый абзац\r\nего вторая строка\r\n\r\nВторой абзац")
    post.refresh_from_db()

    assert post.body_ru == "<p>Первый абзац<br>его вторая строка</p>\n<p>Второй абзац</p>"


def test_a_picture_must_be_described_or_decorative(editor):
    post = create_post(status="draft")
    url = create_text_picture().image.url
    answer = submit(editor, admin_url(post), body_uk=f'<p>Так</p><img src="{url}">')

    with override("ru"):
        assert list(errors_of(answer)) == ["body_uk"]
    assert "картинка без описания" in errors_of(answer)["body_uk"][0]
    assert errors_of(submit(editor, admin_url(post), body_uk=f'<img src="{url}" alt="">')) == {}


def test_pictures_from_elsewhere_are_not_left_out_without_a_word(editor):
    post = create_post(status="draft")
    dirty = '<p>Да</p><img src="https://other.example/x.png" alt=""><img src="data:image/png;base64,AA">'
    answer = submit(editor, admin_url(post), body_ru=dirty)
    post.refresh_from_db()

    assert post.body_ru == "<p>Да</p>"
    assert [message for message in messages_of(answer) if "(other.example)" in message] == [
        "Картинки с других сайтов в текст не вошли. Вставьте их кнопкой «Картинка». (other.example)"
    ]


def test_our_own_pictures_need_no_warning(editor):
    answer = submit(
        editor, admin_url(create_post()), body_ru=f'<img src="{create_text_picture().image.url}" alt="Зал">'
    )

    assert [message for message in messages_of(answer) if "других сайтов" in message] == []


def test_sources_are_found_however_they_are_written():
    html = "<IMG SRC='https://a.example/x'><img alt=x src=https://b.example/y.png><img src=\"/media/z.png\"><img>"

    assert sources_elsewhere(html) == {"a.example", "b.example"}


def test_line_breaks_of_the_editor_are_no_change(db):
    field = Post._meta.get_field("body_ru").formfield()

    assert not field.has_changed("<p>Да</p>\n<p>Нет</p>", "<p>Да</p>\r\n\r\n<p>Нет</p>\r\n")
    assert field.has_changed("<p>Да</p>", "<p>Нет</p>")
