"""Banners on the home page (E25)."""

import pytest
from django.core.exceptions import ValidationError

from tests.admin_forms import admin_url, submit
from tests.factories import NOT_PUBLIC, create_banner, create_member_of, picture
from tests.pages import assert_valid, elements_of, find, html_of, links_of, text_of, texts_of, words_in
from theatre_site import staff
from theatre_site.appearance import COOKIE
from theatre_site.models import Banner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def titles(page):
    return [words_in(heading) for banner in find(page, "article.banner") for heading in banner.iter("h2")]


def test_without_banners_the_home_page_is_as_it_was(client):
    assert "banner" not in html_of(client.get("/ru/")).replace('rel="stylesheet"', "")


def test_the_first_three_stand_in_the_editors_order(client):
    for title, order in [("Вторая", 2), ("Первая", 1), ("Четвёртая", 4), ("Третья", 3)]:
        create_banner(title_ru=title, order=order)

    assert titles(client.get("/ru/")) == ["Первая", "Вторая", "Третья"]


@pytest.mark.parametrize("fields", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_a_banner_comes_and_goes_by_itself(client, fields):
    create_banner(**fields)
    shown = create_banner(title_ru="Видна")

    assert titles(client.get("/ru/")) == ["Видна"]
    assert [*Banner.objects.shown()] == [shown]


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("/ru/afisha/", ["/uk/afisha/"]),
        ("/uk/afisha/", ["/uk/afisha/"]),
        ("https://tickets.example/a", ["https://tickets.example/a"]),
        ("", []),
    ],
)
def test_a_link_leads_to_the_page_in_the_visitors_language(client, link, leads_to):
    create_banner(link=link)

    [banner] = find(client.get("/uk/"), "article.banner")

    assert links_of(banner) == leads_to


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "afisha", "ftp://a.example"])
def test_other_links_are_refused(link):
    banner = create_banner(link=link)
    with pytest.raises(ValidationError) as refused:
        banner.full_clean()

    assert [*refused.value.message_dict] == ["link"]


def test_a_picture_waits_until_it_is_scrolled_to_and_says_its_size(client):
    create_banner(photo=picture(size=(1200, 800)), photo_alt_ru="Ёлка в фойе", photo_alt_uk="Ялинка у фойє")

    [image] = [each for banner in find(client.get("/ru/"), "article.banner") for each in banner.iter("img")]

    assert (image.get("alt"), image.get("loading"), image.get("width"), image.get("height")) == (
        *("Ёлка в фойе", "lazy", "960", "640"),
    )


def test_a_picture_with_a_child_needs_the_parents_consent(client):
    create_banner(photo=picture(), photo_is_decorative=True, photo_shows_children=True)

    page = client.get("/ru/")

    assert len(find(page, "article.banner")) == 1
    assert "/media/" not in html_of(find(page, "article.banner")[0])


def test_a_picture_is_described_or_decorative():
    with pytest.raises(ValidationError) as refused:
        create_banner(photo=picture()).full_clean()

    assert [*refused.value.message_dict] == ["photo_alt_ru", "photo_alt_uk"]


def test_a_title_that_is_not_translated_says_so(client):
    create_banner(title_uk="")

    [banner] = find(client.get("/uk/"), "article.banner")

    assert [heading.get("lang") for heading in banner.iter("h2")] == ["ru"]
    assert "російською мовою" in words_in(banner)


def test_a_hostile_title_is_only_a_title(client):
    create_banner(title_ru='<img src=x onerror="alert(1)">', text_ru="<script>alert(1)</script>")

    page = client.get("/ru/")

    [banner] = find(page, "article.banner")
    assert ["".join(heading.itertext()) for heading in banner.iter("h2")] == ['<img src=x onerror="alert(1)">']
    assert [each.tag for each in banner.iter() if each.tag in {"img", "script"}] == []


def test_the_page_with_banners_is_valid(client):
    create_banner(photo=picture(), photo_is_decorative=True)
    create_banner(link="")

    assert_valid(client.get("/ru/"))


def test_the_version_for_the_visually_impaired_says_what_a_picture_shows(client):
    create_banner(photo=picture(), photo_alt_ru="Ёлка в фойе", photo_alt_uk="Ялинка у фойє")
    client.cookies[COOKIE] = "150.white.normal.normal.off"

    [banner] = find(client.get("/ru/"), "article.banner")

    assert "Ёлка в фойе" in words_in(banner)
    assert [*banner.iter("img")] == []


# The office


def test_the_list_says_which_have_no_room(admin_client):
    for number in range(4):
        create_banner(order=number)
    create_banner(status="draft", order=0)

    page = admin_client.get(admin_url(Banner, "changelist"))

    assert sorted(text_of(cell) for cell in elements_of(page, "td", class_="field-has_room")) == [
        *("-", "виден", "виден", "виден", "не поместился"),
    ]


def test_the_order_is_written_in_the_list(client):
    client.force_login(create_member_of(staff.CHIEF_EDITOR))
    first, second = create_banner(order=1), create_banner(order=2)
    data = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "_save": "1"}
    data |= {"form-0-id": first.pk, "form-0-order": 2, "form-1-id": second.pk, "form-1-order": 1}

    client.post(admin_url(Banner, "changelist"), data)

    assert [*Banner.objects.shown()] == [second, first]


def test_the_chief_editor_writes_a_banner(client):
    client.force_login(create_member_of(staff.CHIEF_EDITOR))

    page = submit(client, admin_url(Banner, "add"), title_ru="Премьера", title_uk="Премʼєра", link="/ru/afisha/")

    assert page.redirect_chain
    assert [(banner.title_ru, banner.is_public) for banner in Banner.objects.all()] == [("Премьера", False)]


def test_texts_of_a_list_are_named(client):
    create_banner(text_ru="Две недели каждый день.")

    assert texts_of(client.get("/ru/"), "div.banner__w") == ["Новый сезон Две недели каждый день."]
