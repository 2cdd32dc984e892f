"""Who changed what and when, and the way back to a former version."""

import reversion
from django.core.files.storage import default_storage
from reversion.models import Version

from news.models import Post
from tests.admin_forms import admin_url, errors_of, form_data, submit
from tests.factories import (
    create_attachment,
    create_opening_hours,
    create_page,
    create_post,
    create_post_photo,
    create_production,
    create_rubric,
    create_theatre,
    picture,
)
from tests.pages import elements_of, links_of, text_of, words_in
from theatre_site import staff
from theatre_site.models import Page, Theatre


def differences(page):
    """[("Название [ru]", "убрано: … добавлено: …"), …] as the page shows them."""
    return [
        (" ".join(words_in(term).split()), " ".join(words_in(row.find("dd")).split()))
        for row in elements_of(page, "div", class_="difference")
        for term in [row.find("dt")]
    ]


def versions_of(row):
    return list(Version.objects.get_for_object(row))


def history(row):
    return admin_url(row) + "../history/"


def restore_page(client, row, version):
    return client.get(f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/history/{version.pk}/")


def restore(client, row, version, **changes):
    address = f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/history/{version.pk}/"
    newest = versions_of(row)[0].pk
    return client.post(address, {"newest": newest, **changes}, follow=True)


def test_the_history_says_who_when_and_which_words(editor):
    post = create_post(title_ru="Открылся сезон", body_uk="<p>Зала була повна.</p>")
    submit(editor, admin_url(post), title_ru="Открылся новый сезон", body_uk="<p>Зала була <b>порожня</b>.</p>")
    page = editor.get(admin_url(post, "history"))

    assert differences(page) == [
        ("Название [ru]", "Открылся добавлено: новый сезон"),
        ("Текст [uk]", "Зала була убрано: повна добавлено: порожня."),
    ]
    assert [text_of(element) for element in elements_of(page, "span", class_="history__who")] == ["Ольга Шевченко", ""]


def test_a_row_that_came_in_by_another_door_has_a_before(editor):
    post = create_post(title_ru="До")
    submit(editor, admin_url(post), title_ru="После")

    assert [version.field_dict["title_ru"] for version in versions_of(post)] == ["После", "До"]


def test_the_history_tells_of_the_rows_of_the_form(editor):
    photo = create_post_photo(caption_ru="Сцена")
    submit(editor, admin_url(photo.post), **{"postphoto-0-caption_ru": "Сцена театра"})
    submit(editor, admin_url(photo.post), **{"postphoto-0-DELETE": "on"})
    page = editor.get(admin_url(photo.post, "history"))

    assert [label for label, _words in differences(page)] == [
        "Фотография «Сцена» убрано",
        "Фотография «Сцена» Подпись [ru]",
    ]


def test_a_former_version_asks_and_comes_back_as_a_new_one(editor):
    post = create_post(title_ru="Первый", lead_ru="Начало")
    submit(editor, admin_url(post), title_ru="Второй")
    newer, older = versions_of(post)

    assert differences(restore_page(editor, post, older)) == [("Название [ru]", "убрано: Второй добавлено: Первый")]
    answer = restore(editor, post, older)
    assert Post.objects.get().title_ru == "Первый"
    assert [version.field_dict["title_ru"] for version in versions_of(post)] == ["Первый", "Второй", "Первый"]
    assert answer.redirect_chain == [(admin_url(post), 302)]


def test_rows_of_the_form_come_and_go_with_their_version(editor, commits):
    photo = create_post_photo(caption_ru="Сцена")
    post = photo.post
    with commits():
        submit(editor, admin_url(post), **{"postphoto-0-DELETE": "on"})
    assert not default_storage.exists(photo.image.name)
    create_post_photo(post=post, caption_ru="Зал")
    submit(editor, admin_url(post), title_ru="С другим фото")
    with commits():
        restore(editor, post, versions_of(post)[-1])

    (back,) = post.photos.all()
    assert (back.caption_ru, back.image.name) == ("Сцена", photo.image.name)
    assert default_storage.exists(photo.image.name)


def test_a_replaced_picture_comes_back_with_its_version(editor, commits):
    post = create_post(image=picture(), image_is_decorative=True)
    with commits():
        submit(editor, admin_url(post), image=picture(color="#fff"))
    assert not default_storage.exists(post.image.name)
    with commits():
        restore(editor, post, versions_of(post)[-1])

    back = Post.objects.get()
    assert (back.image.name, back.image_width) == (post.image.name, 60)
    assert default_storage.exists(post.image.name)


def test_a_version_that_needs_mending_keeps_its_pictures_until_it_is_saved(editor, commits):
    post = create_post(slug="first", image=picture(), image_is_decorative=True)
    photo = create_post_photo(post=post)
    address = admin_url(post)
    with commits():
        submit(editor, address, slug="second", **{"image-clear": "on", "postphoto-0-DELETE": "on"})
    create_post(slug="first")
    with commits():
        asked = restore(editor, post, versions_of(post)[-1])
    assert list(errors_of(asked)) == ["slug"]
    with commits():
        editor.post(address, {**form_data(asked, form_id="post_form"), "slug": "third", "_save": "1"})

    post.refresh_from_db()
    assert (post.slug, post.photos.get().image.name) == ("third", photo.image.name)
    assert default_storage.exists(post.image.name)


def test_a_picture_that_left_the_bin_is_named_and_the_rest_comes_back(editor, commits, settings, tmp_path):
    post = create_post(title_ru="Первый", image=picture(), image_is_decorative=True)
    with commits():
        submit(editor, admin_url(post), image=picture(), title_ru="Второй")
    settings.BIN_ROOT = tmp_path / "empty"
    now = Post.objects.get()
    page = restore_page(editor, post, versions_of(post)[-1])
    restore(editor, post, versions_of(post)[-1])

    assert len(elements_of(page, "p", class_="history__lost")) == 1
    back = Post.objects.get()
    assert (back.title_ru, back.image.name) == ("Первый", now.image.name)


def test_what_was_hidden_in_an_old_version_is_cleaned_on_its_way_back(editor):
    post = create_post(body_ru="<p>Чисто</p>")
    submit(editor, admin_url(post), body_ru="<p>Иначе</p>")
    old = versions_of(post)[-1]
    old.serialized_data = old.serialized_data.replace("Чисто", "Чисто<script>alert(1)</script>")
    old.save()
    restore(editor, post, old)

    assert Post.objects.get().body_ru == "<p>Чисто</p>"


def test_what_cannot_be_as_it_was_gets_a_sentence_beside_its_field(editor):
    post = create_post(slug="taken", title_ru="Первый")
    submit(editor, admin_url(post), slug="free", title_ru="Второй")
    create_post(slug="taken")
    answer = restore(editor, post, versions_of(post)[-1])

    assert list(errors_of(answer)) == ["slug"]
    assert elements_of(answer, "form", id="post_form")[0].get("action") == admin_url(post)
    assert Post.objects.get(slug="free").title_ru == "Второй"


def test_the_words_come_back_and_the_publication_stays_as_it_is(editor):
    post = create_post(title_ru="Первый", status="published")
    submit(editor, admin_url(post), title_ru="Второй")
    Post.objects.update(status="withdrawn")
    restore(editor, post, versions_of(post)[-1])

    back = Post.objects.get()
    assert (back.title_ru, back.status) == ("Первый", "withdrawn")


def test_who_may_only_look_sees_the_history_and_brings_nothing_back(member):
    editor = member(staff.NEWS_EDITOR)
    production = create_production(title_ru="Ревизор")
    with_history = create_page()
    assert editor.get(admin_url(with_history, "history")).status_code == 403

    page = editor.get(admin_url(production, "history"))
    assert page.status_code == 200
    assert [link for link in links_of(page) if "/history/" in link] == []


def test_nobody_brings_back_what_they_may_not_change(member, editor):
    page = create_page(title_ru="Первая")
    chief = member(staff.CHIEF_EDITOR)
    submit(chief, admin_url(page), title_ru="Вторая")
    old = versions_of(page)[-1]
    member(staff.NEWS_EDITOR)

    assert restore_page(chief, page, old).status_code == 403
    assert restore(chief, page, old).status_code == 403
    assert Page.objects.get().title_ru == "Вторая"


def test_a_page_that_asked_before_somebody_else_saved_asks_again(editor):
    post = create_post(title_ru="Первый")
    submit(editor, admin_url(post), title_ru="Второй")
    newest, old = versions_of(post)
    submit(editor, admin_url(post), title_ru="Третий")
    answer = restore(editor, post, old, newest=newest.pk)

    assert (answer.status_code, Post.objects.get().title_ru) == (409, "Третий")
    assert differences(answer) == [("Название [ru]", "убрано: Третий добавлено: Первый")]


def test_the_hours_of_the_box_office_come_back_with_the_theatre(member):
    create_theatre()
    hours = create_opening_hours()
    theatre = Theatre.objects.get()
    chief = member(staff.CHIEF_EDITOR)
    submit(chief, admin_url(theatre), **{"openinghours-0-DELETE": "on"})
    restore(chief, theatre, versions_of(theatre)[-1])

    (back,) = theatre.opening_hours.all()
    assert (back.weekday, back.opens) == (hours.weekday, hours.opens)


def test_a_document_comes_back_under_its_own_name_and_size(editor, commits):
    attachment = create_attachment()
    with commits():
        submit(editor, admin_url(attachment.post), **{"attachment-0-DELETE": "on"})
    with commits():
        restore(editor, attachment.post, versions_of(attachment.post)[-1])

    (back,) = attachment.post.attachments.all()
    assert (back.file.name, back.size) == (attachment.file.name, attachment.size)


def test_a_long_history_costs_no_more_queries_than_a_short_one(editor, django_assert_max_num_queries):
    post = create_post_photo().post
    for number in range(31):
        post.title_ru, post.rubric = f"Номер {number}", create_rubric()
        with reversion.create_revision():
            post.save()
    with django_assert_max_num_queries(35):
        page = editor.get(admin_url(post, "history"))
    assert len(elements_of(page, "li", class_="history__version")) == 20

    with django_assert_max_num_queries(35):
        older = editor.get(admin_url(post, "history") + "?page=2")
    assert len(elements_of(older, "li", class_="history__version")) == 11


def test_what_only_the_editor_program_has_laid_out_anew_is_no_change(editor):
    post = create_post(title_ru="Первый", body_ru="<p>Зал.</p><ul><li>Сцена</li></ul>")
    laid_out = "<p>Зал.</p>\r\n\r\n<ul>\r\n\t<li>Сцена</li>\r\n</ul>\r\n"
    submit(editor, admin_url(post), title_ru="Второй", body_ru=laid_out)

    assert [label for label, _words in differences(editor.get(admin_url(post, "history")))] == ["Название [ru]"]


def test_a_form_sent_once_more_leaves_the_picture_that_came_back(editor, commits):
    post = create_post(slug="first", image=picture(), image_is_decorative=True)
    address = admin_url(post)
    with commits():
        submit(editor, address, slug="second", **{"image-clear": "on"})
    create_post(slug="first")
    with commits():
        asked = restore(editor, post, versions_of(post)[-1])
        sent = form_data(asked, form_id="post_form")
        editor.post(address, {**sent, "slug": "third", "_save": "1"})
    with commits():
        again = editor.post(address, {**sent, "slug": "first", "_save": "1"})

    post.refresh_from_db()
    assert list(errors_of(again)) == ["slug", "__all__"]
    assert default_storage.exists(post.image.name)
