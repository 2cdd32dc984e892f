import tracemalloc

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from PIL import Image

from tests.factories import picture
from tests.uploads import bomb, content_of, file, phone_photo, refused_uploads
from theatre_site.images import checks, validate_picture

REFUSED = refused_uploads()


def reason_against(upload):
    with translation.override("ru"), pytest.raises(ValidationError) as error:
        validate_picture(upload)
    return " ".join(error.value.messages).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "upload",
    [
        picture("photo.jpeg", kind="JPEG"),
        picture("PHOTO.JPG", kind="JPEG"),
        picture("photo.png"),
        picture("photo.webp", kind="WEBP"),
        picture("photo.avif", kind="AVIF"),
        picture("photo.heic", kind="HEIF"),
        picture("name without an ending"),
        phone_photo(size=(403, 302)),
    ],
    ids=lambda upload: upload.name,
)
def test_photos_of_cameras_phones_and_the_web_are_taken(upload):
    validate_picture(upload)

    assert upload.tell() == 0


def test_a_jpeg_with_a_second_picture_in_it_as_phones_write_it_is_a_jpeg():
    photo = Image.new("RGB", (60, 40))
    upload = file("photo.jpg", content_of(photo, "MPO", save_all=True, append_images=[photo]))
    assert Image.open(upload).format == "MPO"

    validate_picture(upload)


@pytest.mark.parametrize("what", REFUSED)
def test_everything_else_is_refused_with_a_sentence(what):
    upload, sentence = REFUSED[what]

    assert reason_against(upload) == sentence


def test_a_bomb_is_refused_from_its_header_alone(monkeypatch):
    def decode(picture):
        raise AssertionError("the bomb was opened")

    monkeypatch.setattr(checks, "decode", decode)
    upload = bomb()
    tracemalloc.start()
    assert "64" in reason_against(upload)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 1_000_000


def test_the_last_pixel_decides(monkeypatch):
    monkeypatch.setattr(checks, "MOST_PIXELS", 60 * 40)
    validate_picture(picture(size=(60, 40)))

    with pytest.raises(ValidationError):
        validate_picture(picture(size=(60, 41)))


def test_a_picture_of_too_many_bytes_is_refused_with_both_sizes():
    upload = file("photo.png", b"\x00" * (checks.LARGEST_PICTURE + 1))

    assert reason_against(upload) == "Этот файл занимает 15,0 МБ; загрузить можно не больше 15,0 МБ."
