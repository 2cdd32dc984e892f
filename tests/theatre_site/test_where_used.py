"""Which texts show a file, asked before it is deleted and told after it was replaced."""

import pytest
from django.apps import apps

from news.models import Post
from tests.admin_forms import admin_url, messages_of, submit
from tests.factories import (
    create_attachment,
    create_document,
    create_editor,
    create_jury_member,
    create_page,
    create_partner,
    create_post,
    create_post_photo,
    create_production,
    picture,
)
from tests.pages import elements_of, links_of, text_of
from theatre_site.images import rendition
from theatre_site.models import Page
from theatre_site.richtext import RichTextField
from theatre_site.where_used import places_of


@pytest.fixture
def admin(client, db):
    client.force_login(create_editor())
    return client


def img(url):
    return f'<p><img src="{url}" alt=""></p>'


def used(file):
    return sorted((str(place.row), str(place.field)) for place in places_of([file]))


def test_texts_in_both_languages_and_of_every_app_are_found(db):
    logo = create_partner(logo=picture()).logo
    create_post(title_ru="Новость", body_uk=img(logo.url))
    create_page(title_ru="Правила", body_ru=f'<p><a href="https://tuz.example{logo.url}">логотип</a></p>')
    create_production(title_ru="Ревизор", description_ru=img(rendition(logo, "logo").url))
    create_jury_member(name_ru="Олег Коваль", bio_ru=img(logo.url))
    create_page(title_ru="Другая", body_ru=img("/media/partners/other.png"))

    assert used(logo) == [
        ("Новость", "текст [uk]"),
        ("Олег Коваль", "о человеке [ru]"),
        ("Правила", "текст [ru]"),
        ("Ревизор", "о спектакле [ru]"),
    ]


def test_a_document_to_download_is_found_by_its_cyrillic_name(db):
    attachment = create_attachment()
    name = attachment.file.storage.save("files/Анкета.pdf", attachment.file)
    attachment.file = name
    create_page(title_ru="Правила", body_ru=f'<p><a href="{attachment.file.url}">анкета</a></p>')
    create_page(title_ru="Память", body_ru='<p><a href="/media/files/Анкета.pdf">анкета</a></p>')

    assert [row for row, _field in used(attachment.file)] == ["Память", "Правила"]


def test_every_rich_text_of_the_site_is_asked(db, django_assert_num_queries):
    texts = [
        field
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, RichTextField)
    ]
    logo = create_partner(logo=picture()).logo

    assert len(texts) > 20
    with django_assert_num_queries(len({field.model for field in texts})):
        places_of([logo])


def test_deleting_one_row_names_the_texts_that_show_its_files(admin):
    photo = create_post_photo()
    page = create_page(title_ru="Правила", body_ru=img(photo.image.url))
    answer = admin.get(admin_url(photo.post, "delete"))
    (warning,) = elements_of(answer, "div", class_="where-used")

    assert "Удалятся и файлы." in text_of(warning)
    assert "Страница «Правила»" in text_of(warning)
    assert links_of(warning) == [admin_url(page)]


def test_deleting_selected_rows_names_them_too(admin):
    one, other = create_partner(logo=picture()), create_partner()
    document = create_document(body_uk=img(one.logo.url))
    answer = admin.post(
        admin_url(type(one), "changelist"), {"action": "delete_selected", "_selected_action": [one.pk, other.pk]}
    )
    (warning,) = elements_of(answer, "div", class_="where-used")

    assert links_of(warning) == [admin_url(document.edition)]


def test_what_shows_only_its_own_files_goes_without_a_word(admin):
    post = create_post(image=picture())
    photo = create_post_photo(post=post)
    Post.objects.filter(pk=post.pk).update(body_ru=img(photo.image.url) + img(post.image.url))

    assert elements_of(admin.get(admin_url(post, "delete")), "div", class_="where-used") == []


def test_after_a_picture_was_replaced_the_editor_reads_who_still_shows_the_old_one(admin):
    partner = create_partner(logo=picture())
    page = create_page(title_ru="Партнёры", body_ru=img(partner.logo.url))
    answer = submit(admin, admin_url(partner), logo=picture())
    (warning,) = [message for message in messages_of(answer) if "Прежнего файла" in message]

    assert links_of(warning) == [admin_url(page)]


def test_taking_a_photo_out_of_a_gallery_says_so_too(admin):
    photo = create_post_photo()
    page = create_page(body_ru=img(photo.image.url))
    answer = submit(admin, admin_url(photo.post), **{"postphoto-0-DELETE": "on"})

    assert [links_of(message) for message in messages_of(answer) if "Прежнего файла" in message] == [[admin_url(page)]]


def test_saving_a_form_without_a_new_file_says_nothing(admin):
    partner = create_partner(logo=picture())
    create_page(body_ru=img(partner.logo.url))
    answer = submit(admin, admin_url(partner), name_ru="Другое имя")

    assert [message for message in messages_of(answer) if "файл" in message] == []
    assert Page.objects.count() == 1
