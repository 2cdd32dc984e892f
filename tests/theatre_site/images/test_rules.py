"""What must be said about a picture, and who may see it, on every surface."""

import pytest

from news.models import PostPhoto
from tests.factories import (
    create_credit,
    create_edition,
    create_edition_photo,
    create_jury_member,
    create_person,
    create_post,
    create_post_photo,
    create_production,
    create_production_photo,
    picture,
)
from tests.pages import elements_of, html_of
from tests.rules import invalid_fields

CONSENT = [(False, False, True), (False, True, True), (True, False, False), (True, True, True)]


def test_a_gallery_photo_is_described_in_both_languages_or_decorative(db):
    photo = create_post_photo(alt_ru="", alt_uk=" ")
    assert invalid_fields(photo) == {"alt_ru", "alt_uk"}

    photo.alt_ru = "Сцена"
    assert invalid_fields(photo) == {"alt_uk"}

    photo.is_decorative = True
    photo.full_clean()
    assert photo.alt_text == ""


@pytest.mark.parametrize(("shows_children", "has_consent", "is_public"), CONSENT)
def test_children_are_shown_only_if_their_parents_agree(db, shows_children, has_consent, is_public):
    ticks = {"shows_children": shows_children, "has_consent": has_consent}
    photo = create_post_photo(**ticks)
    post = create_post(image=picture(), **{f"image_{name}": tick for name, tick in ticks.items()})
    production = create_production(photo=picture(), **{f"photo_{name}": tick for name, tick in ticks.items()})

    portraits = [
        create(photo=picture(), **{f"photo_{name}": tick for name, tick in ticks.items()})
        for create in [create_person, create_jury_member]
    ]

    assert PostPhoto.objects.public().exists() == photo.is_public == is_public
    assert [each.public_photo is not None for each in portraits] == [is_public, is_public]
    assert (post.public_image is not None, production.public_photo is not None) == (is_public, is_public)
    assert (production.poster_photo is not None) == is_public


def test_without_consent_no_page_has_the_address_of_a_picture(client, db):
    hidden = {"shows_children": True}
    post = create_post(image=picture(), image_alt_ru="Дети", image_shows_children=True)
    production = create_production(photo=picture(), photo_shows_children=True)
    edition = create_edition(year=2013)
    portrait = {"photo": picture(), "photo_shows_children": True}
    person = create_person(**portrait)
    create_credit(production=production, person=person)
    member = create_jury_member(edition=edition, **portrait)
    create_edition_photo(edition=edition)
    photos = [
        create_post_photo(post=post, **hidden),
        create_production_photo(production=production, **hidden),
        create_edition_photo(edition=edition, **hidden),
    ]
    secret = [each.image.name.rpartition("/")[2][:16] for each in [*photos, post]]
    secret += [each.photo.name.rpartition("/")[2][:16] for each in [production, person, member]]
    pages = [
        "/ru/",
        "/ru/news/",
        post.get_absolute_url(),
        "/ru/repertoire/",
        production.get_absolute_url(),
        person.get_absolute_url(),
        "/ru/festival/2013/",
        "/ru/festival/2013/photos/",
    ]

    found = [(path, name) for path in pages for name in secret if name in html_of(client.get(path))]
    assert found == []
    assert len(elements_of(client.get("/ru/festival/2013/photos/"), "dialog")) == 1
