"""An address that nobody has written is made from the title, whatever the door."""

import pytest

from festivals.models import Company
from news.models import Post, Rubric
from repertoire.models import Person, Production
from tests.admin_forms import admin_url, errors_of, submit
from tests.factories import create_company, create_page, create_person, create_post, create_production, create_rubric
from theatre_site.models import Page


@pytest.mark.parametrize("create", [create_post, create_page, create_production])
def test_an_empty_one_is_made_from_the_title_in_the_language_of_the_site(db, create):
    assert create(title_ru="Щедрый вечер", title_uk="Щедрий вечір", slug="").slug == "shchedry-vecher"


@pytest.mark.parametrize("create", [create_person, create_rubric, create_company])
def test_an_empty_one_is_made_from_the_name(db, create):
    assert create(name_ru="Мария Щукина", name_uk="Марія Щукіна", slug="").slug == "mariya-shchukina"


def test_a_title_in_ukrainian_alone_is_written_by_ukrainian_rules(db):
    assert create_post(title_ru="", title_uk="Їжачок і гуси", slug="").slug == "yizhachok-i-husy"


def test_the_default_language_decides_and_not_that_of_the_editor(db, settings):
    settings.LANGUAGE_CODE = "uk"

    assert create_post(title_ru="Ёжик", title_uk="Їжачок", slug="").slug == "yizhachok"


def test_one_that_others_have_gets_a_number(db):
    slugs = [create_post(title_ru="Премьера", slug="").slug for _ in range(3)]

    assert slugs == ["premera", "premera-2", "premera-3"]


def test_it_is_never_empty(db):
    assert [create_post(title_ru="!!!", title_uk="???", slug="").slug for _ in range(2)] == ["post", "post-2"]


def test_it_is_never_the_address_of_another_page(db):
    assert create_post(title_ru="2026", slug="").slug == "2026-2"
    assert create_production(title_ru="Archive", slug="").slug == "archive-2"


def test_a_long_title_is_cut_between_two_words_and_leaves_room_for_a_number(db):
    title = " ".join(["театральный"] * 15)
    first, second = (create_post(title_ru=title, slug="").slug for _ in range(2))

    assert first == "-".join(["teatralny"] * 10)
    assert second == "-".join(["teatralny"] * 9) + "-2"
    assert len(create_page(title_ru="щ" * 100, slug="").slug) == 80


def test_one_that_was_written_stays(db):
    post = create_post(slug="own-words")
    post.title_ru = "Другое"
    post.save()

    assert Post.objects.get().slug == "own-words"


def test_emptied_it_is_made_again_and_its_own_row_is_no_hindrance(db):
    post = create_post(title_ru="Премьера", slug="premera")
    post.slug = ""
    post.save()

    assert post.slug == "premera"


def test_it_is_made_for_many_rows_at_once(db):
    Rubric.objects.bulk_create([Rubric(name_ru="Новости"), Rubric(name_ru="Пресса")])

    assert set(Rubric.objects.values_list("slug", flat=True)) == {"novosti", "pressa"}


@pytest.mark.parametrize("model", [Post, Page, Production, Person, Rubric, Company], ids=lambda model: model.__name__)
def test_the_form_may_leave_it_empty(model, admin_client):
    text = {"title_ru": "Чудо", "name_ru": "Чудо"}
    fields = {"rubric": create_rubric().pk} if model is Post else {"audience": "adults"}

    page = submit(admin_client, admin_url(model, "add"), **text, **fields, slug="")

    assert errors_of(page) == {}
    assert model.objects.filter(slug="chudo").exists()
