from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from festivals.models import EditionVideo
from tests.factories import (
    create_edition_video,
    create_post,
    create_post_video,
    create_production,
    create_production_video,
)
from tests.pages import elements_of, programs_of, said, text_of
from theatre_site.videos import NO_VIDEO, validate_video

YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0"
VIMEO = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", YOUTUBE),
        ("https://www.youtube.com/watch?app=desktop&v=abcdefghijk&t=10s", YOUTUBE),
        ("http://youtube.com/watch?v=abcdefghijk", YOUTUBE),
        ("https://m.youtube.com/watch?v=abcdefghijk", YOUTUBE),
        ("https://youtu.be/abcdefghijk?si=xyz", YOUTUBE),
        ("https://www.youtube.com/shorts/abcdefghijk", YOUTUBE),
        ("https://www.youtube.com/live/abcdefghijk", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/abcdefghijk", YOUTUBE),
        ("https://vimeo.com/76979871", VIMEO),
        ("https://vimeo.com/76979871/a1b2c3?share=copy", VIMEO),
        ("https://player.vimeo.com/video/76979871", VIMEO),
    ],
)
def test_addresses_as_people_copy_them_are_understood(url, player):
    validate_video(url)

    assert EditionVideo(url=url).player == player


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/watch?v=abcdefghijk",
        "https://youtube.com.example.org/watch?v=abcdefghijk",
        "https://youtube.com@example.org/watch?v=abcdefghijk",
        "https://example.org/?https://youtu.be/abcdefghijk",
        "https://www.youtube.com/@theatre",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=abcdefghijk%22onload",
        "https://vimeo.com/theatre",
        "https://rutube.ru/video/1/",
        "javascript:alert(1)//https://youtu.be/abcdefghijk",
    ],
)
def test_everything_else_is_refused_with_a_sentence(url):
    with pytest.raises(ValidationError) as error:
        validate_video(url)

    assert error.value.message == NO_VIDEO
    assert said(NO_VIDEO, "uk") == (
        "Це не адреса відео на YouTube або Vimeo. Відкрийте там відео й скопіюйте адресу його сторінки."
    )


@pytest.mark.parametrize(
    ("seconds", "ru", "uk"),
    [
        (134, "2 минуты 14 секунд", "2 хвилини 14 секунд"),
        (61, "1 минута 1 секунда", "1 хвилина 1 секунда"),
        (300, "5 минут", "5 хвилин"),
        (33, "33 секунды", "33 секунди"),
        (3720, "62 минуты", "62 хвилини"),
        (0, "", ""),
    ],
)
def test_a_length_is_said_in_words(seconds, ru, uk):
    video = EditionVideo(length=timedelta(seconds=seconds))
    for language, words in (("ru", ru), ("uk", uk)):
        with translation.override(language):
            assert video.length_in_words == words


def test_posts_and_productions_have_videos_too(client, db):
    post, production = create_post(), create_production()
    create_post_video(post=post, title_ru="О премьере")
    create_production_video(production=production, title_ru="Отрывок")

    for thing, title in ((post, "О премьере"), (production, "Отрывок")):
        page = client.get(thing.get_absolute_url())
        (link,) = elements_of(page, "a", class_="video")
        assert link.attrib["href"] == "https://www.youtube.com/watch?v=abcdefghijk"
        assert link.attrib["data-player"] == YOUTUBE
        assert text_of(link).strip() == f"Смотреть видео: {title}"
        assert elements_of(page, "iframe") == []


def test_an_address_from_before_there_were_rules_is_still_a_link(client, db):
    post = create_post()
    create_post_video(post=post, url="https://old.example/video")
    page = client.get(post.get_absolute_url())
    (link,) = elements_of(page, "a", class_="video")

    assert (link.attrib["href"], "data-player" in link.attrib) == ("https://old.example/video", False)
    assert "Откроется на другом сайте." in text_of(page)


def test_a_page_without_videos_and_photos_loads_no_script(client, db):
    create_edition_video()
    assert programs_of(client.get(create_post().get_absolute_url())) == []
