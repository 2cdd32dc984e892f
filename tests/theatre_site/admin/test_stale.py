"""Two editors, one form: who saves second is stopped, sees what has changed, and loses nothing typed."""

import pytest
from django.test import Client
from django.utils.translation import override

from news.models import Post
from tests.admin_forms import admin_url, form_data, messages_of, submit
from tests.factories import (
    create_edition,
    create_member_of,
    create_partner,
    create_post,
    create_post_photo,
    create_production,
)
from tests.pages import elements_of, text_of, words_in
from theatre_site import staff
from theatre_site.admin.stale import sealed
from theatre_site.models import Partner


@pytest.fixture
def other(db):
    """Somebody else at another desk."""
    client = Client()
    client.force_login(create_member_of(staff.CHIEF_EDITOR, first_name="Иван", last_name="Мороз"))
    return client


def opened(client, row):
    return form_data(client.get(admin_url(row)), form_id=f"{row._meta.model_name}_form")


def save(client, row, data, **changes):
    return client.post(admin_url(row), {**data, **changes})


def clashes(page):
    """{"Название [ru]": ["what stands there", …], …}"""
    (panel,) = elements_of(page, "section", class_="collision")
    return {
        words_in(row.find("dt")).strip(): [" ".join(words_in(each).split()) for each in row.findall("dd")]
        for row in panel.iter("div")
        if row.get("class") == "difference"
    }


def still_typed(page):
    return form_data(page, form_id="post_form")


def test_a_form_that_nobody_else_has_saved_is_saved(editor):
    post = create_post()
    submit(editor, admin_url(post), title_ru="Моё")
    submit(editor, admin_url(post), title_ru="И ещё раз")

    assert Post.objects.get().title_ru == "И ещё раз"


def test_the_second_editor_is_stopped_and_keeps_the_own_words(editor, other):
    post = create_post(title_ru="Было", lead_ru="Начало")
    mine = opened(editor, post)
    submit(other, admin_url(post), title_ru="Чужое", lead_ru="Другое начало")
    page = save(editor, post, mine, title_ru="Моё")

    assert (page.status_code, Post.objects.get().title_ru) == (409, "Чужое")
    assert clashes(page) == {
        "Название [ru]": [
            "Оставить моё убрано: Было добавлено: Моё",
            "Взять чужое убрано: Было добавлено: Чужое",
        ],
        "Вступление [ru]": ["убрано: Начало добавлено: Другое начало Уже стоит в вашей форме."],
    }
    assert "Иван Мороз" in text_of(elements_of(page, "section", class_="collision")[0])
    assert (still_typed(page)["title_ru"], still_typed(page)["lead_ru"]) == ("Моё", "Другое начало")


def test_after_that_the_own_words_can_be_saved_over(editor, other):
    post = create_post(title_ru="Было")
    mine = opened(editor, post)
    submit(other, admin_url(post), title_ru="Чужое", lead_ru="Чужое начало")
    page = save(editor, post, mine, title_ru="Моё")
    answer = save(editor, post, still_typed(page))

    assert answer.status_code == 302
    assert (Post.objects.get().title_ru, Post.objects.get().lead_ru) == ("Моё", "Чужое начало")


def test_theirs_can_be_taken_field_by_field(editor, other):
    post = create_post(title_ru="Было", title_uk="Було")
    mine = opened(editor, post)
    submit(other, admin_url(post), title_ru="Чужое", title_uk="Чуже")
    page = save(editor, post, mine, title_ru="Моё", title_uk="Моє")
    save(editor, post, {**still_typed(page), "_take-title_uk": "theirs"})

    assert (Post.objects.get().title_ru, Post.objects.get().title_uk) == ("Моё", "Чуже")


def test_who_is_overtaken_again_is_stopped_again(editor, other):
    post = create_post(title_ru="Было")
    mine = opened(editor, post)
    submit(other, admin_url(post), title_ru="Чужое")
    page = save(editor, post, mine, title_ru="Моё")
    submit(other, admin_url(post), title_ru="Ещё раз чужое")
    page = save(editor, post, still_typed(page))

    assert (page.status_code, still_typed(page)["title_ru"]) == (409, "Моё")
    assert Post.objects.get().title_ru == "Ещё раз чужое"


def test_the_same_change_by_both_leaves_nothing_to_choose(editor, other):
    post = create_post(title_ru="Было")
    mine = opened(editor, post)
    submit(other, admin_url(post), title_ru="Одно")
    page = save(editor, post, mine, title_ru="Одно")

    assert elements_of(page, "input", name="_take-title_ru") == []
    assert save(editor, post, still_typed(page)).status_code == 302


def test_choices_dates_and_relations_are_compared_too(editor, other):
    post = create_post(status="draft")
    production = create_production(title_ru="Ревизор")
    mine = opened(editor, post)
    changes = {
        "publish_at_0": "01.12.2026",
        "publish_at_1": "12:00",
        "productions": [production.pk],
    }
    submit(other, admin_url(post), **changes)
    page = save(editor, post, mine, title_ru="Моё")

    assert list(clashes(page)) == ["Когда опубликовать", "О спектаклях"]
    save(editor, post, still_typed(page))
    saved = Post.objects.get()
    assert (saved.title_ru, list(saved.productions.all())) == ("Моё", [production])


def test_rows_of_the_form_are_compared_too(editor, other):
    photo = create_post_photo(caption_ru="Сцена", caption_uk="Сцена")
    post = photo.post
    mine = opened(editor, post)
    submit(other, admin_url(post), **{"postphoto-0-caption_ru": "Чужая подпись", "postphoto-0-caption_uk": "Чужий"})
    page = save(editor, post, mine, **{"postphoto-0-caption_ru": "Моя подпись"})

    assert page.status_code == 409
    save(editor, post, {**still_typed(page), "_take-postphoto-0-caption_ru": "theirs"})
    photo.refresh_from_db()
    assert (photo.caption_ru, photo.caption_uk) == ("Чужая подпись", "Чужий")


def test_a_row_that_the_other_deleted_shows_the_words_that_were_typed_in_it(editor, other):
    first, second = create_post_photo(order=1), create_post_photo(order=2, caption_ru="Вторая")
    second.post = post = first.post
    second.save()
    mine = opened(editor, post)
    submit(other, admin_url(post), **{"postphoto-0-DELETE": "on"})
    changes = {"postphoto-0-caption_ru": "Для первой", "postphoto-1-caption_ru": "Для второй"}
    page = save(editor, post, mine, **changes)

    assert page.status_code == 409
    assert "Для первой" in text_of(elements_of(page, "section", class_="collision")[0])
    assert save(editor, post, still_typed(page)).status_code == 302
    assert [photo.caption_ru for photo in post.photos.all()] == ["Для второй"]


def test_a_row_that_the_other_added_stays(editor, other):
    post = create_post()
    mine = opened(editor, post)
    create_post_photo(post=post, caption_ru="Новая")
    page = save(editor, post, mine, title_ru="Моё")

    assert page.status_code == 409
    save(editor, post, still_typed(page))
    assert [photo.caption_ru for photo in post.photos.all()] == ["Новая"]


def test_deleting_a_row_that_the_other_has_changed_asks(editor, other):
    photo = create_post_photo(caption_ru="Было")
    post = photo.post
    mine = opened(editor, post)
    submit(other, admin_url(post), **{"postphoto-0-caption_ru": "Чужое"})
    page = save(editor, post, mine, **{"postphoto-0-DELETE": "on"})
    assert page.status_code == 409

    save(editor, post, {**still_typed(page), "_take-postphoto-0-DELETE": "theirs"})
    assert [photo.caption_ru for photo in post.photos.all()] == ["Чужое"]


def test_what_was_deleted_meanwhile_leaves_the_typed_words_to_copy(editor, other):
    post = create_post()
    mine = opened(editor, post)
    other.post(admin_url(post, "delete"), {"post": "yes"})
    page = save(editor, post, mine, title_ru="Моё название", body_uk="<p>Мій <b>текст</b></p>")

    assert page.status_code == 409
    words = [words_in(element) for element in elements_of(page, "dd", class_="difference__line")]
    assert words[0] == "Моё название"
    assert "Мій текст" in words


def test_the_editor_who_changes_the_language_meanwhile_is_not_stopped(editor):
    post = create_post()
    mine = opened(editor, post)
    with override("uk"):
        editor.cookies["django_language"] = "uk"
        assert save(editor, post, mine, title_ru="Моё").status_code == 302


def test_a_seal_that_is_not_ours_stops_nobody_and_breaks_nothing(editor):
    post = create_post()
    mine = opened(editor, post)

    assert save(editor, post, mine, _opened="nonsense", title_ru="Моё").status_code == 302
    assert save(editor, post, mine, _opened=sealed({})[:-3], title_ru="Моё").status_code == 302


# Lists whose fields are edited in them


@pytest.fixture
def chiefs(member):
    """Two of them, at two desks."""
    other = Client()
    other.force_login(create_member_of(staff.CHIEF_EDITOR))
    return member(staff.CHIEF_EDITOR), other


def opened_list(client, model):
    return form_data(client.get(admin_url(model, "changelist")), form_id="changelist-form")


def save_list(client, model, data, **changes):
    data = {name: value for name, value in data.items() if name not in {"action", "select_across"}}
    return client.post(admin_url(model, "changelist"), {**data, "_save": "1", **changes}, follow=True)


def order_of(data, row):
    """The name under which the list sends the order of this row."""
    (place,) = [name.removesuffix("-id") for name, value in data.items() if (name[-3:], value) == ("-id", str(row.pk))]
    return f"{place}-order"


def test_a_list_saves_only_what_its_editor_has_changed(chiefs):
    mine, other = chiefs
    first, second = create_partner(order=1), create_partner(order=2)
    data, theirs = opened_list(mine, Partner), opened_list(other, Partner)
    save_list(other, Partner, theirs, **{order_of(theirs, first): "7"})
    save_list(mine, Partner, data, **{order_of(data, second): "5"})

    assert dict(Partner.objects.values_list("pk", "order")) == {first.pk: 7, second.pk: 5}


def test_a_field_of_a_list_that_both_have_changed_keeps_theirs_and_says_so(chiefs):
    mine, other = chiefs
    partner = create_partner(name_ru="Банк", order=1)
    data, theirs = opened_list(mine, Partner), opened_list(other, Partner)
    save_list(other, Partner, theirs, **{order_of(theirs, partner): "7"})
    answer = save_list(mine, Partner, data, **{order_of(data, partner): "5"})

    (words,) = messages_of(answer)
    assert Partner.objects.get().order == 7
    assert words == "«Банк», Порядок: кто-то уже сохранил «7»; ваше «5» не сохранено."


def test_a_row_of_a_list_that_was_deleted_meanwhile_holds_up_nothing(chiefs):
    mine, other = chiefs
    gone, kept = create_partner(order=1), create_partner(order=2)
    data = opened_list(mine, Partner)
    other.post(admin_url(gone, "delete"), {"post": "yes"})
    save_list(mine, Partner, data, **{order_of(data, kept): "5"})

    assert Partner.objects.get().order == 5


def test_knowing_what_was_opened_costs_no_queries(member, django_assert_max_num_queries):
    organiser = member(staff.FESTIVAL_ORGANISER)
    edition = create_edition()
    with django_assert_max_num_queries(15):
        organiser.get(admin_url(edition))
