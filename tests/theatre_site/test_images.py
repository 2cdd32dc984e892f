"""Pictures and files from editors are judged by their content, never by their name."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from tests.factories import create_attachment, create_document, create_partner, create_post_photo, pdf, picture
from theatre_site import images
from theatre_site.images import validate_attachment, validate_picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\x00" + b"\x00" * 60


def file(name, content):
    return SimpleUploadedFile(name, content)


def cut_off(upload):
    return file(upload.name, upload.read()[: upload.size // 2])


def noise(name, kind):
    """A picture of some size in bytes, so that half of it is half a picture."""
    content = BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(content, kind)
    return file(name, content.getvalue())


def bomb():
    """A few kilobytes that want to be 200 million pixels."""
    content = BytesIO()
    Image.new("1", (20_000, 10_000)).save(content, "PNG")
    return file("bomb.png", content.getvalue())


def reason_against(validate, upload):
    with translation.override("ru"), pytest.raises(ValidationError) as error:
        validate(upload)
    return error.value.messages[0].replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_pictures_that_every_browser_shows_are_taken(kind):
    upload = picture(kind=kind)
    validate_picture(upload)

    assert upload.tell() == 0


def test_a_picture_may_have_the_wrong_name():
    validate_picture(picture(name="photo.jpg", kind="PNG"))


@pytest.mark.parametrize(
    "upload",
    [
        file("photo.jpg", "Просто текст".encode()),
        file("photo.jpg", EXE),
        file("photo.png", SVG),
        file("empty.png", b""),
        cut_off(noise("half.jpg", "JPEG")),
        cut_off(noise("half.png", "PNG")),
        cut_off(noise("half.webp", "WEBP")),
        bomb(),
    ],
    ids=["text", "program", "svg", "empty", "half JPEG", "half PNG", "half WebP", "bomb"],
)
def test_what_is_no_whole_picture_is_refused(upload):
    assert reason_against(validate_picture, upload) == "Это не картинка, или файл повреждён."


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO"])
def test_pictures_that_not_every_browser_shows_are_refused(kind):
    assert reason_against(validate_picture, picture(kind=kind)) == "Загрузите картинку JPEG, PNG, WebP или GIF."


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(images, "MOST_PIXELS", 60 * 40)
    validate_picture(picture(size=(60, 40)))

    with pytest.raises(ValidationError, match="64"):
        validate_picture(picture(size=(60, 41)))


def test_a_picture_of_too_many_bytes_is_refused_with_both_sizes():
    upload = file("photo.png", b"\x00" * (images.LARGEST_PICTURE + 1))

    assert reason_against(validate_picture, upload) == "Этот файл занимает 15,0 МБ; загрузить можно не больше 15,0 МБ."


def test_a_file_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(images, "LARGEST_FILE", 10)

    assert (
        reason_against(validate_attachment, pdf()) == "Этот файл занимает 15 байт; загрузить можно не больше 10 байт."
    )


@pytest.mark.parametrize(
    "upload",
    [
        pdf(),
        pdf("АНКЕТА.PDF"),
        picture("plan.png"),
        picture("plan.jpg", kind="JPEG"),
        file("table.xlsx", b"PK\x03\x04rest"),
        file("letter.rtf", b"{\\rtf1 Text}"),
        file("letter.doc", b"\xd0\xcf\x11\xe0rest"),
    ],
    ids=lambda upload: upload.name,
)
def test_documents_and_pictures_can_be_attached(upload):
    validate_attachment(upload)

    assert upload.tell() == 0


@pytest.mark.parametrize(
    "upload",
    [
        file("form.pdf", EXE),
        file("form.pdf", b"<html>%PDF-"),
        file("form.pdf", b""),
        picture("form.pdf"),
        pdf("a.docx"),
    ],
    ids=["program", "web page", "empty", "picture", "pdf as docx"],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(upload):
    assert reason_against(validate_attachment, upload) == "Содержимое файла не соответствует его имени."


@pytest.mark.parametrize("name", ["form.exe", "form.html", "form.svg", "form", "form.pdf.exe"])
def test_other_kinds_of_files_are_refused(name):
    assert reason_against(validate_attachment, file(name, b"%PDF-1.4")).startswith("Приложите документ (PDF, ")


def errors_of(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return set(error.value.message_dict)


def test_the_fields_of_the_models_check_what_comes_in(db):
    photo, attachment = create_post_photo(), create_attachment()
    partner, document = create_partner(), create_document()
    for row in (photo, attachment, partner, document):
        row.full_clean()

    photo.image = file("photo.jpg", b"text")
    attachment.file = file("form.pdf", EXE)
    partner.logo = file("logo.svg", SVG)
    document.pdf_uk = picture("plan.png")

    assert [errors_of(row) for row in (photo, attachment, partner, document)] == [
        {"image"},
        {"file"},
        {"logo"},
        {"pdf_uk"},
    ]


def test_a_form_can_be_saved_again_though_its_file_is_lost(db):
    """A file that was taken once is not judged again."""
    partner, attachment = create_partner(logo=picture()), create_attachment()
    for kept in (partner.logo, attachment.file):
        kept.storage.delete(kept.name)

    for row in (partner, attachment):
        type(row).objects.get().full_clean()


def test_a_photo_is_called_by_its_caption_its_description_or_its_file(db):
    with translation.override("ru"):
        assert str(create_post_photo(caption_ru="Премьера", alt_ru="Зал")) == "Премьера"
        assert str(create_post_photo(alt_uk="Зала")) == "Зала"
        assert str(create_post_photo(image=picture("scene.png"))).startswith("scene")
