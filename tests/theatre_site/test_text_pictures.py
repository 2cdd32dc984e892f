"""Pictures in texts: where they are shown, and how those go that no text shows."""

import pytest

from tests.admin_forms import admin_url, messages_of
from tests.factories import create_editor, create_page, create_text_picture
from tests.pages import links_of, text_of
from theatre_site.models import TextPicture
from theatre_site.where_used import places_of


@pytest.fixture
def admin(client, db):
    client.force_login(create_editor())
    return client


def used_on_a_page():
    row = create_text_picture()
    return row, create_page(body_ru=f'<figure><img src="{row.image.url}" alt="Зал"></figure>')


def test_the_form_says_which_texts_show_it(admin):
    row, page = used_on_a_page()

    assert [place.row for place in places_of([row.image])] == [page]
    form = admin.get(admin_url(row))

    assert admin_url(page) in links_of(form)
    assert "Страница «Как прийти в театр»: Текст [ru]" in text_of(form)
    assert "[ru] [ru]" not in text_of(form)
    assert "Её нет ни в одном тексте." in text_of(admin.get(admin_url(create_text_picture())))


def test_those_that_no_text_shows_can_be_deleted_together(admin):
    row, _page = used_on_a_page()
    unused = create_text_picture()
    answer = admin.post(
        admin_url(TextPicture, "changelist"),
        {"action": "delete_unused", "_selected_action": [row.pk, unused.pk]},
        follow=True,
    )

    assert messages_of(answer) == ["1 картинка удалена."]
    assert list(TextPicture.objects.all()) == [row]


def test_none_is_added_without_a_text(admin):
    assert admin.get(admin_url(TextPicture, "add")).status_code == 403
