"""The recycle bin: what was deleted, by whom, and the way back."""

import pytest
from django.core.files.storage import default_storage

from festivals.models import Participant
from news.models import Post
from repertoire.models import Performance
from tests.admin_forms import admin_url, errors_of, form_data, messages_of, submit
from tests.factories import (
    create_attachment,
    create_company,
    create_edition,
    create_page,
    create_participant,
    create_partner,
    create_performance,
    create_post,
    create_post_photo,
    create_production,
    create_slot,
    next_day,
    picture,
)
from tests.pages import elements_of, links_of, text_of
from theatre_site import staff
from theatre_site.images import rendition
from theatre_site.models import Page, Partner


def delete(client, row):
    return client.post(admin_url(row, "delete"), {"post": "yes"}, follow=True)


def bin_of(client, model):
    return client.get(admin_url(model, "deleted"))


def ways_back(page):
    return [link for link in links_of(page) if "/deleted/" in link and link[-2].isdigit()]


def take_back(client, model):
    (way,) = ways_back(bin_of(client, model))
    return client.post(way, follow=True)


def test_the_bin_says_what_was_deleted_by_whom(editor):
    post = create_post(title_ru="Открылся сезон")
    create_post(title_ru="Другая")
    answer = delete(editor, post)
    page = bin_of(editor, Post)

    assert admin_url(Post, "deleted") in links_of(answer)
    assert [text_of(element) for element in elements_of(page, "h2", class_="history__moment")] == ["Открылся сезон"]
    assert "Ольга Шевченко" in text_of(elements_of(page, "li", class_="history__version")[0])


def test_a_deleted_post_comes_back_with_its_parts_and_its_pictures(editor, commits):
    production = create_production()
    post = create_post(
        title_ru="Сезон", body_uk="<p>Зала.</p>", image=picture(), image_is_decorative=True, productions=[production]
    )
    photo = create_post_photo(post=post, caption_ru="Сцена")
    with commits():
        delete(editor, post)
    assert not default_storage.exists(post.image.name)
    assert not default_storage.exists(photo.image.name)
    with commits():
        answer = take_back(editor, Post)

    back = Post.objects.get()
    assert answer.redirect_chain == [(admin_url(back), 302)]
    assert (back.pk, back.title_ru, back.body_uk) == (post.pk, "Сезон", "<p>Зала.</p>")
    assert [photo.caption_ru for photo in back.photos.all()] == ["Сцена"]
    assert list(back.productions.all()) == [production]
    assert default_storage.exists(back.image.name)
    assert default_storage.exists(rendition(back.image, "article").url.removeprefix("/media/"))
    assert ways_back(bin_of(editor, Post)) == []


def test_deleting_selected_rows_puts_each_into_the_bin(editor):
    posts = [create_post(), create_post()]
    chosen = [post.pk for post in posts]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    answer = editor.post(admin_url(Post, "changelist"), data, follow=True)

    assert Post.objects.count() == 0
    assert "Удалённое можно вернуть из корзины." in " ".join(messages_of(answer))
    assert len(ways_back(bin_of(editor, Post))) == 2


@pytest.mark.parametrize("status", ["draft", "published"])
def test_what_comes_back_is_as_public_as_it_was(editor, status):
    delete(editor, create_post(status=status))
    take_back(editor, Post)
    assert Post.objects.get().status == status


def test_an_address_that_is_taken_now_gets_a_sentence_beside_its_field(editor):
    post = create_post(slug="taken", title_ru="Прежняя")
    delete(editor, post)
    create_post(slug="taken")
    answer = take_back(editor, Post)

    assert list(errors_of(answer)) == ["slug"]
    assert "Прежняя" in answer.content.decode()
    assert Post.objects.count() == 1


def test_what_it_belonged_to_is_missing_and_a_sentence_says_so(editor):
    post = create_post()
    rubric = post.rubric
    delete(editor, post)
    rubric.delete()

    assert list(errors_of(take_back(editor, Post))) == ["rubric"]
    assert Post.objects.count() == 0


def test_a_date_comes_back_to_its_place_in_the_weekly_rhythm(member):
    manager = member(staff.REPERTOIRE_MANAGER)
    slot = create_slot()
    performance = create_performance(slot=slot, slot_day=next_day(6))
    delete(manager, performance)
    take_back(manager, Performance)

    back = Performance.objects.get()
    assert (back.pk, back.slot, back.slot_day) == (performance.pk, slot, performance.slot_day)


def test_a_place_in_the_rhythm_that_is_taken_gets_a_sentence(member):
    manager = member(staff.REPERTOIRE_MANAGER)
    slot = create_slot()
    performance = create_performance(slot=slot, slot_day=next_day(6))
    delete(manager, performance)
    create_performance(slot=slot, slot_day=next_day(6))
    answer = take_back(manager, Performance)

    assert list(errors_of(answer)) == ["starts_at"]
    assert Performance.objects.count() == 1


def test_what_went_with_something_else_lies_in_its_own_bin(member):
    organiser = member(staff.FESTIVAL_ORGANISER)
    edition = create_edition()
    participant = create_participant(edition=edition)
    delete(organiser, edition)

    assert len(ways_back(bin_of(organiser, type(edition)))) == 1
    take_back(organiser, type(edition))
    take_back(organiser, type(participant))
    assert edition.participants.get() == participant


def test_the_bin_calls_things_by_their_names(member):
    organiser = member(staff.FESTIVAL_ORGANISER)
    delete(organiser, create_participant(company=create_company(), show_ru="Колобок"))
    (way,) = ways_back(bin_of(organiser, Participant))

    assert text_of(elements_of(organiser.get(way), "main")[0]).count("Участник «Колобок»") == 1


@pytest.mark.parametrize("create", [create_page, create_partner, create_company])
def test_other_things_come_back_too(member, create):
    chief = member(staff.CHIEF_EDITOR)
    row = create()
    delete(chief, row)
    take_back(chief, type(row))

    assert type(row).objects.get() == row


def test_the_bin_is_open_only_to_those_who_may_add_and_change(member):
    editor = member(staff.NEWS_EDITOR)
    statuses = {model: bin_of(editor, model).status_code for model in (Post, Page, Partner, Performance)}

    assert statuses == {Post: 200, Page: 403, Partner: 403, Performance: 403}
    assert admin_url(Performance, "deleted") not in links_of(editor.get(admin_url(Performance, "changelist")))
    assert admin_url(Post, "deleted") in links_of(editor.get(admin_url(Post, "changelist")))


def test_nobody_takes_back_what_they_may_not_add(editor, member):
    chief = member(staff.CHIEF_EDITOR)
    delete(chief, create_page())
    (way,) = ways_back(bin_of(chief, Page))
    member(staff.NEWS_EDITOR)

    assert (chief.get(way).status_code, chief.post(way).status_code) == (403, 403)
    assert Page.objects.count() == 0


def test_a_version_of_what_is_not_deleted_is_not_in_the_bin(editor):
    delete(editor, create_post())
    (way,) = ways_back(bin_of(editor, Post))
    editor.post(way)

    assert editor.get(way).status_code == 404


def test_a_full_bin_costs_no_more_queries_than_an_empty_one(editor, django_assert_max_num_queries):
    for _number in range(5):
        create_post_photo(post=create_post())
    chosen = list(Post.objects.values_list("pk", flat=True))
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    editor.post(admin_url(Post, "changelist"), data)

    with django_assert_max_num_queries(10):
        assert len(ways_back(bin_of(editor, Post))) == 5


def test_what_came_back_with_a_sentence_is_mended_and_has_its_pictures(editor, commits):
    post = create_post(slug="taken", image=picture(), image_is_decorative=True)
    photo, document = create_post_photo(post=post, caption_ru="Сцена"), create_attachment(post=post)
    with commits():
        delete(editor, post)
    create_post(slug="taken", title_ru="Другая")
    (way,) = ways_back(bin_of(editor, Post))
    with commits():
        asked = editor.post(way)
    assert elements_of(asked, "form", id="post_form")[0].get("action") == way
    with commits():  # nothing was mended yet
        asked = editor.post(way, form_data(asked, form_id="post_form"))
    assert list(errors_of(asked)) == ["slug"]
    assert not default_storage.exists(post.image.name)
    with commits():
        editor.post(way, {**form_data(asked, form_id="post_form"), "slug": "free"})

    back = Post.objects.get(slug="free")
    names = [back.image.name, back.photos.get().image.name, back.attachments.get().file.name]
    assert back.pk == post.pk
    assert names == [post.image.name, photo.image.name, document.file.name]
    assert [default_storage.exists(name) for name in names] == [True, True, True]


def test_nobody_takes_a_file_out_of_the_bin_by_its_name(editor, commits):
    post = create_post(image=picture(), image_is_decorative=True)
    with commits():
        delete(editor, post)
    kept = create_post()
    answer = submit(editor, admin_url(kept), **{"image-from_bin": post.image.name, "image_is_decorative": "on"})

    assert errors_of(answer) == {}
    assert not Post.objects.get().image
