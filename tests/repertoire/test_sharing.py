import pytest
from django.utils import translation

from repertoire.models import Performance
from repertoire.sharing import picture_of_performance, picture_of_production
from tests.factories import create_performance, create_production, moment, picture
from theatre_site.sharing import art_of


def of_performance(language="ru", **fields):
    created = create_performance(starts_at=moment(2026, 11, 21, 15), **fields)
    with translation.override(language):
        return picture_of_performance(Performance.objects.public().get(pk=created.pk))


def test_the_picture_of_a_production_is_that_of_its_poster(db):
    production = create_production(
        slug="rev", genre_ru="Комедия", age_rating=12, poster_motif="masks", poster_palette=2, poster_variant=5
    )
    with translation.override("ru"):
        picture = picture_of_production(production)

    assert (picture.title, picture.voice, picture.above, picture.age_mark, picture.state) == (
        "Ревизор",
        "adults",
        ("Комедия", "Взрослым"),
        "12+",
        "",
    )
    assert picture.art == art_of("rev", "adults", motif="masks", palette=2, variant=5)
    assert picture.photo == ""
    assert picture.address == "/ru/repertoire/rev/picture.png"


def test_a_production_with_a_photo_has_the_photo(db):
    production = create_production(photo=picture())

    assert picture_of_production(production).photo == production.photo.name


@pytest.mark.parametrize(
    ("language", "when"),
    [("ru", ("Суббота, 21 ноября 2026", "15:00")), ("uk", ("Субота, 21 листопада 2026", "15:00"))],
)
def test_the_picture_of_a_date_says_when_in_the_language_of_the_page(db, language, when):
    assert of_performance(language).above == when


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({}, ""),
        ({"state": "cancelled"}, "Отменён"),
        ({"state": "postponed"}, "Отложен"),
        ({"state": "rescheduled", "moved_from": moment(2026, 11, 14, 15)}, "Перенесён"),
    ],
)
def test_a_date_that_is_off_says_so_on_its_picture(db, state, words):
    assert of_performance(**state).state == words


def test_a_guest_show_has_a_drawing_of_its_own(db):
    picture = of_performance(production=None, title_ru="Маска", audience="children")

    assert (picture.title, picture.voice) == ("Маска", "children")
    assert picture.art == art_of(int(picture.key.removeprefix("performance-")), "children")


def test_a_play_to_be_announced_says_so(db):
    assert of_performance(production=None).title == "Спектакль будет объявлен"


def test_a_picture_costs_few_queries(client, db, django_assert_num_queries):
    performance = create_performance()
    with django_assert_num_queries(2):
        client.get(f"/ru/performances/{performance.pk}/picture.png")
