"""Files from editors are judged by their content, never by their name."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import create_attachment, create_document, create_partner, create_post_photo, pdf, picture
from tests.uploads import PROGRAM, SVG, file
from theatre_site import attachments
from theatre_site.attachments import validate_attachment


def reason_against(upload):
    with translation.override("ru"), pytest.raises(ValidationError) as error:
        validate_attachment(upload)
    return error.value.messages[0].replace("\u00a0", " ")


def test_a_file_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST_FILE", 10)

    assert reason_against(pdf()) == "Этот файл занимает 15 байт; загрузить можно не больше 10 байт."


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
        file("form.pdf", PROGRAM),
        file("form.pdf", b"<html>%PDF-"),
        file("form.pdf", b""),
        picture("form.pdf"),
        pdf("a.docx"),
    ],
    ids=["program", "web page", "empty", "picture", "pdf as docx"],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(upload):
    assert reason_against(upload) == "Содержимое файла не соответствует его имени."


@pytest.mark.parametrize("name", ["form.exe", "form.html", "form.svg", "form", "form.pdf.exe"])
def test_other_kinds_of_files_are_refused(name):
    assert reason_against(file(name, b"%PDF-1.4")).startswith("Приложите документ (PDF, ")


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
    attachment.file = file("form.pdf", PROGRAM)
    partner.logo = file("logo.svg", SVG)
    document.pdf_uk = picture("plan.png")

    assert [errors_of(row) for row in (photo, attachment, partner, document)] == [
        {"image"},
        {"file"},
        {"logo"},
        {"pdf_uk"},
    ]


def test_a_form_can_be_saved_again_though_its_file_is_lost(db):
    """A file that was taken once is not judged again, and a row whose picture is lost can still be mended."""
    partner, attachment = create_partner(logo=picture()), create_attachment()
    for kept in (partner.logo, attachment.file):
        kept.storage.delete(kept.name)

    for row in (partner, attachment):
        type(row).objects.get().full_clean()
    type(partner).objects.get().save()
