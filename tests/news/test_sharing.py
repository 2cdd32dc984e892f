from django.utils import translation

from news.sharing import MOTIFS, picture_of_post
from tests.factories import create_post, moment, picture
from theatre_site.posters import MOTIFS as ALL_MOTIFS


def test_the_picture_of_a_post_has_its_title_and_its_day(db):
    post = create_post(slug="sezon", publish_at=moment(2026, 9, 5, 0, 30))
    with translation.override("uk"):
        shared = picture_of_post(post)

    assert (shared.title, shared.above, shared.photo) == ("Відкрився сезон", ("5 вересня 2026",), "")
    assert shared.address == "/uk/news/sezon/picture.png"


def test_the_main_picture_of_a_post_stands_on_it(db):
    post = create_post(image=picture(), image_alt_ru="Зал")

    assert picture_of_post(post).photo == post.image.name


def test_a_post_without_a_picture_has_a_drawing_of_the_theatre():
    assert set(MOTIFS) <= set(ALL_MOTIFS)
