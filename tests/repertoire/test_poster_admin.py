"""The poster in the form of a production."""

import re
from xml.etree import ElementTree

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.admin_forms import admin_url, form_data, submit
from tests.factories import create_editor, create_production, picture
from tests.pages import elements_of, words_in
from theatre_site.images import rendition
from theatre_site.posters import poster_svg

NEW = reverse("admin:repertoire_production_new_poster")
FACTS = {"title_ru": "Кот в сапогах", "slug": "kot", "audience": "children", "poster_motif": "cat"}
FIELDS = [
    "title_ru",
    "title_uk",
    "slug",
    "audience",
    "age_rating",
    "poster_motif",
    "poster_palette",
    "poster_variant",
    "poster_title_on_top",
]


@pytest.fixture
def desk(client, db):
    client.force_login(create_editor())
    return client


def of(production):
    return reverse("admin:repertoire_production_poster", args=[production.pk])


def drawn(page):
    """The poster, as bytes of SVG."""
    return re.search(r'poster-panel__poster">(<svg.*?</svg>)</div>', page.content.decode(), re.DOTALL)[1]


def steps(page):
    """{what a button says: (field, value)}"""
    return {
        words_in(button): (button.get("data-field"), button.get("data-value"))
        for button in elements_of(page, "button", class_="button")
    }


def thumbnails(page):
    return [button for button in elements_of(page, "button") if button.get("aria-pressed")]


def test_the_poster_is_drawn_from_what_is_not_saved_yet(desk):
    page = desk.get(NEW, {**FACTS, "poster_palette": "2", "poster_title_on_top": "true", "age_rating": "6"})

    assert drawn(page) == poster_svg(
        "Кот в сапогах", "kot", "children", motif="cat", palette=2, title_on_top=True, age_mark="6+", standalone=True
    )


def test_an_empty_form_has_a_poster_already(desk):
    assert drawn(desk.get(NEW)) == poster_svg("", "new", "adults", standalone=True)


def test_a_title_in_one_language_only_is_enough(desk):
    page = desk.get(NEW, {"title_uk": "Кіт", "slug": "kit"}, headers={"accept-language": "ru"})

    assert "КІТ" in drawn(page)


def test_each_button_leads_on_from_what_is_seen_now(desk):
    page = desk.get(NEW, {**FACTS, "poster_palette": "5", "poster_variant": "0", "poster_title_on_top": "false"})

    assert steps(page) == {
        "Предыдущий вариант": ("poster_variant", "99"),
        "Другой вариант": ("poster_variant", "1"),
        "Другой рисунок": ("poster_motif", "clock"),
        "Другие краски": ("poster_palette", "0"),
        "Название сверху": ("poster_title_on_top", "true"),
    }


def test_what_chance_has_chosen_is_where_leafing_begins(desk):
    """The first click must change something, also where nothing is chosen yet."""
    facts = {**FACTS, "poster_motif": ""}
    before = desk.get(NEW, facts)
    for field, value in steps(before).values():
        assert drawn(desk.get(NEW, {**facts, field: value})) != drawn(before)


def test_eight_drawings_are_there_to_choose_from_and_the_present_one_is_marked(desk):
    page = desk.get(NEW, {**FACTS, "poster_variant": "10"})
    numbers = [button.get("data-value") for button in thumbnails(page)]

    assert numbers == ["8", "9", "10", "11", "12", "13", "14", "15"]
    assert [button.get("data-value") for button in thumbnails(page) if button.get("aria-pressed") == "true"] == ["10"]
    assert len({ElementTree.tostring(button.find("{*}svg")) for button in thumbnails(page)}) == 8


def test_the_last_drawings_are_fewer(desk):
    page = desk.get(NEW, {**FACTS, "poster_variant": "99"})

    assert [button.get("data-value") for button in thumbnails(page)] == ["96", "97", "98", "99"]
    assert steps(page)["Другой вариант"] == ("poster_variant", "0")


def test_a_photo_stands_in_the_preview_until_it_is_to_be_removed(desk):
    production = create_production(photo=picture())
    with_photo, without = (desk.get(of(production), {**FACTS, **more}) for more in ({}, {"photo-clear": "on"}))

    assert production.poster_photo.url in drawn(with_photo)
    assert sorted(field for field, value in steps(with_photo).values()) == ["poster_palette", "poster_title_on_top"]
    assert thumbnails(with_photo) == []
    assert "<image" not in drawn(without)


def test_a_photo_that_is_not_uploaded_yet_has_its_place(desk):
    page = desk.get(NEW, {**FACTS, "photo-chosen": "on"})

    assert '<image href="data:,"' in drawn(page)
    assert thumbnails(page) == []


@pytest.mark.parametrize(
    ("nonsense", "field"),
    [
        ({"poster_motif": "dragon"}, "рисунок"),
        ({"poster_palette": "6"}, "палитра"),
        ({"poster_variant": "100"}, "вариант рисунка"),
        ({"poster_variant": "many"}, "вариант рисунка"),
        ({"poster_title_on_top": "perhaps"}, "название над рисунком"),
        ({"audience": "pets"}, "для кого"),
        ({"slug": "../x"}, "адрес"),
        ({"title_ru": "Ы" * 151}, "название"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(desk, nonsense, field):
    page = desk.get(NEW, {**FACTS, **nonsense})

    assert page.status_code == 400
    assert page["Content-Type"] == "text/plain; charset=utf-8"
    assert re.fullmatch(rf"Нарисовать плакат нельзя, проверьте поле «{field}»\. .+\.", page.content.decode())


def test_a_title_cannot_smuggle_anything_in(desk):
    page = desk.get(NEW, {**FACTS, "title_ru": "<script>alert(1)</script>", "slug": ""}).content.decode()

    assert "<script" not in page.lower()
    assert "&lt;SCRIPT&gt;" in page


def test_a_production_that_is_not_there_has_no_poster(desk):
    assert desk.get(reverse("admin:repertoire_production_poster", args=[404])).status_code == 404


@pytest.mark.parametrize(("permission", "new", "known"), [("add", 200, 403), ("change", 403, 200), ("view", 403, 403)])
def test_only_who_may_edit_sees_it(client, db, permission, new, known):
    user = get_user_model().objects.create_user("somebody", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename=f"{permission}_production"))
    client.force_login(user)

    assert client.get(NEW, FACTS).status_code == new
    assert client.get(of(create_production(status="draft")), FACTS).status_code == known


def test_visitors_are_sent_to_log_in(client, db):
    assert client.get(NEW).status_code == 302


def test_without_javascript_the_saved_poster_is_shown_and_the_fields_are_ordinary(desk):
    production = create_production(slug="rev", poster_motif="masks", poster_variant=3)
    page = desk.get(admin_url(production))

    assert drawn(page) == poster_svg(production.title, "rev", "adults", motif="masks", variant=3, standalone=True)
    assert set(FIELDS) <= set(form_data(page, form_id="production_form"))


def test_the_choice_is_kept(desk):
    production = create_production()
    submit(desk, admin_url(production), poster_motif="bear", poster_variant="7", poster_title_on_top="false")
    production.refresh_from_db()

    assert (production.poster_motif, production.poster_variant, production.poster_title_on_top) == ("bear", 7, False)


def test_the_list_shows_each_poster_and_where_there_is_one_the_photo(desk):
    with_photo, drawn_one = create_production(photo=picture()), create_production(slug="rev")
    page = desk.get(admin_url(with_photo, "changelist"))
    [thumbnail] = elements_of(page, "img", class_="thumbnail")

    assert thumbnail.get("src") == rendition(with_photo.photo, "preview").url
    assert poster_svg(drawn_one.title, "rev", "adults", standalone=True) in page.content.decode()
    assert len(elements_of(page, "span", class_="thumbnail thumbnail--poster")) == 1
