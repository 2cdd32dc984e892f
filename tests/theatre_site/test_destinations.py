import pytest
from django.utils.translation import override

from tests.factories import (
    create_edition,
    create_member_of,
    create_page,
    create_person,
    create_post,
    create_production,
    days_from_now,
)
from theatre_site import staff
from theatre_site.admin.destinations import destinations


def found(words, *, group=staff.NEWS_EDITOR, language="ru"):
    with override("ru"):
        return [(each.kind, each.title, each.url) for each in destinations(create_member_of(group), words, language)]


def test_pages_of_every_kind_are_found_by_words_of_either_language(db):
    create_post(title_ru="Премьера Кота", title_uk="Премʼєра Кота", slug="post")
    create_production(title_ru="Кот в сапогах", title_uk="Кіт у чоботях", slug="kot")
    create_page(title_ru="Где купить кота", slug="page")
    create_edition(name_ru="Кот-2011", name_uk="Кіт-2011", year=2011)
    create_person(name_ru="Иван Кот", slug="ivan")
    create_production(title_ru="Ревизор")

    assert sorted(found("кот")) == [
        ("Новость", "Премьера Кота", "/ru/news/post/"),
        ("Спектакль", "Кот в сапогах", "/ru/repertoire/kot/"),
        ("Страница", "Где купить кота", "/ru/pages/page/"),
        ("Фестиваль", "Кот-2011", "/ru/festival/2011/"),
        ("Человек", "Иван Кот", "/ru/people/ivan/"),
    ]
    assert found("чоботях кіт") == [("Спектакль", "Кот в сапогах", "/ru/repertoire/kot/")]


def test_the_address_is_in_the_language_of_the_text(db):
    create_production(title_ru="Кот в сапогах", title_uk="Кіт у чоботях", slug="kot")

    assert found("кот", language="uk") == [("Спектакль", "Кіт у чоботях", "/uk/repertoire/kot/")]


def test_drafts_say_so_and_are_found_by_those_only_who_may_see_them(db):
    create_post(title_ru="Тайна", status="draft")
    create_post(title_ru="Тайна завтра", publish_at=days_from_now(1))
    create_page(title_ru="Тайна страницы", status="draft")
    seen = destinations(create_member_of(staff.NEWS_EDITOR), "тайна", "ru")

    assert [(each.title, each.is_public) for each in seen] == [("Тайна завтра", False), ("Тайна", False)]
    assert found("тайна", group=staff.BOX_OFFICE) == []


def test_sections_are_found_too(db):
    assert found("афиша") == [("Раздел", "Афиша", "/ru/afisha/")]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://tuz.example/a?b=1", "https://tuz.example/a?b=1"),
        (" www.tuz.example ", "https://www.tuz.example"),
        ("/ru/news/", "/ru/news/"),
        ("kassa@tuz.example", "mailto:kassa@tuz.example"),
        ("+38 (06452) 6-46-01", "tel:+380645264601"),
        ("tel:6-46-01", "tel:64601"),
    ],
)
def test_an_address_is_taken_as_it_was_typed(db, typed, address):
    assert [url for _kind, _title, url in found(typed)] == [address]


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "data:text/html,x", "2011", "кот"])
def test_anything_else_is_searched_for(db, typed):
    assert found(typed) == []


def test_a_search_costs_a_query_a_kind(db, django_assert_max_num_queries):
    for _each in range(3):
        create_post(title_ru="Кот")
    user = create_member_of(staff.NEWS_EDITOR)
    with django_assert_max_num_queries(7):
        list(destinations(user, "кот", "ru"))
