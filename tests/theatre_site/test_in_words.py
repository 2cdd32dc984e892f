import pytest
from django.utils import translation

from theatre_site.in_words import without_pictures


@pytest.fixture(autouse=True)
def russian():
    with translation.override("ru"):
        yield


def test_a_picture_becomes_its_description():
    assert without_pictures('<p><img src="a.webp" alt="Сцена «Бала»" width="3"></p>') == (
        '<p><span class="in-words">Изображение: Сцена «Бала»</span></p>'
    )


def test_a_description_keeps_its_language():
    assert without_pictures('<img src="a.webp" alt="Вистава" lang="uk">') == (
        '<span class="in-words">Изображение: <span lang="uk">Вистава</span></span>'
    )


def test_a_picture_in_several_formats_is_one_picture():
    picture = '<picture><source srcset="a.avif">\n<img src="a.jpg" alt="Зал"></picture>'

    assert without_pictures(picture) == '<span class="in-words">Изображение: Зал</span>'


def test_decoration_goes_away():
    assert without_pictures('<p><img src="a.webp" alt="">да<img src="b.webp"></p>') == "<p>да</p>"


def test_a_link_is_never_left_without_words():
    assert without_pictures('<a href="a.jpg"><img src="a.webp" alt=""></a>') == '<a href="a.jpg">Изображение</a>'


def test_a_poster_goes_away_with_the_drawing_inside_it():
    poster = '<svg class="po"><svg y="1"><path d="M0 0"/></svg><text>Бал</text></svg>'

    assert without_pictures(f"<p>{poster}да{poster}</p>") == "<p>да</p>"


def test_icons_stay():
    icon = '<svg viewBox="0 0 24 24" class="i" aria-hidden="true"><path d="M0 0"/></svg>'

    assert without_pictures(f'<svg class="eyes"></svg><a href="/">{icon}</a>') == f'<a href="/">{icon}</a>'
