"""{% picture %}: every picture of ours goes through it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from tests.factories import create_post, create_post_photo, picture
from tests.pages import elements_of


def shown(tag, **context):
    with translation.override("ru"):
        html = Template("{% load pictures %}" + tag).render(Context(context))
    found = elements_of(html, "img")
    return found[0].attrib if found else None


def test_a_picture_says_its_size_and_offers_smaller_ones(db):
    post = create_post(image=picture(size=(1500, 1000)), image_alt_ru="Занавес", image_alt_uk="Завіса")
    found = shown("{% picture post.image 'article' alt=post.image_alt_text first=True %}", post=post)
    addresses = [part.strip().split(" ") for part in found["srcset"].split(",")]

    assert [width for _address, width in addresses] == ["480w", "960w", "1440w"]
    assert found["src"] == addresses[0][0]
    assert (found["width"], found["height"], found["alt"]) == ("1440", "960", "Занавес")
    assert "44rem" in found["sizes"]
    assert (found.get("loading"), found["decoding"]) == (None, "async")


def test_what_is_below_waits_and_a_small_picture_has_one_size(db):
    post = create_post(image=picture(size=(300, 200)))
    found = shown("{% picture post.image 'article' %}", post=post)

    assert (found["loading"], found["alt"], found["width"]) == ("lazy", "", "300")
    assert found.keys().isdisjoint({"srcset", "sizes", "lang"})


def test_words_in_the_other_language_say_so(db):
    photo = create_post_photo(alt_ru="", alt_uk="Зала")

    assert shown("{% picture photo.image 'thumbnail' alt=photo.alt_text %}", photo=photo)["lang"] == "uk"


def test_where_there_is_no_picture_there_is_nothing(db):
    assert shown("{% picture post.image 'article' %}", post=create_post()) is None
    assert shown("{% picture nothing 'article' %}") is None


@pytest.mark.parametrize("attribute", ["<img", '.url }}" width'])
def test_no_public_template_writes_a_picture_by_hand(attribute):
    folder = settings.BASE_DIR / "templates"
    guilty = [
        str(Path(path).relative_to(folder))
        for path in folder.rglob("*.html")
        if attribute in path.read_text() and "admin" not in path.parts
    ]

    assert set(guilty) <= {"includes/picture.html"}
