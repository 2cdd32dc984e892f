"""What waits for its moment, and what never leaves the office: looked for on every page that visitors can reach."""

import pytest
from django.apps import apps
from django.utils import translation

from festivals.models import Document, Edition
from tests.crawl import visit_all
from tests.factories import (
    create_award,
    create_company,
    create_credit,
    create_document,
    create_edition,
    create_edition_photo,
    create_edition_video,
    create_nomination,
    create_page,
    create_participant,
    create_performance,
    create_post,
    create_programme_item,
    create_theatre,
    moment,
    pdf,
)
from tests.pages import find, html_of, links_of
from theatre_site.images import rendition

BEFORE, AFTER = "2013-10-05 17:59:59", "2013-10-05 18:00"
OPENS = moment(2013, 10, 5, 18)
NEVER_SHOWN = "Never shown to visitors."


@pytest.fixture
def edition(db, at):
    """A festival with something secret in each section, on a site that has a page of every kind."""
    at(BEFORE)
    create_theatre()
    create_page(publish_at=moment(2013, 1, 1))
    edition = create_edition(year=2013, publish_at=moment(2013, 1, 1))
    play = create_credit().production
    participant = create_participant(edition=edition, company=create_company(name_ru="Маска", name_uk="Маска"))
    performance = create_performance(production=play, starts_at=moment(2013, 10, 5, 19))
    create_programme_item(edition=edition, kind="show", participant=participant, performance=performance)
    create_programme_item(edition=edition)
    create_post(productions=[play], performances=[performance], editions=[edition])
    return edition


def results_of(edition):
    edition.results_title_ru = edition.results_title_uk = "Тайные итоги"
    edition.results_at = OPENS
    edition.save()
    nomination = create_nomination(edition=edition, title_ru="Тайный приз", title_uk="Таємний приз")
    create_award(nomination=nomination, participant=edition.participants.get(), for_what_ru="Затаённость")
    create_award(nomination=nomination, person_ru="Тайный победитель", person_uk="Таємний переможець")
    return ["Тайные итоги", "Тайный приз", "Таємний приз", "Тайный победитель", "Таємний переможець", "Затаённость"]


def press_of(edition):
    Edition.objects.update(press_at=OPENS)
    document = create_document(
        edition=edition,
        kind=Document.Kind.PRESS_RELEASE,
        title_ru="Тайный релиз",
        title_uk="Таємний реліз",
        body_ru="<p>Тайные слова</p>",
        body_uk="<p>Таємні слова</p>",
        contact_ru="Тайный телефон",
        pdf_uk=pdf("secret.pdf"),
    )
    assert document.pdf_uk.name != "festival/secret.pdf"
    return ["Тайный релиз", "Таємний реліз", "Тайные слова", "Таємні слова", "Тайный телефон", "press/uk.pdf"]


def photos_of(edition):
    Edition.objects.update(photos_at=OPENS)
    photo = create_edition_photo(edition=edition, alt_ru="Тайный снимок", alt_uk="Таємна світлина")
    create_edition_video(edition=edition, title_ru="Тайное видео", url="https://vimeo.com/12345")
    return ["Тайный снимок", "Таємна світлина", "Тайное видео", "vimeo.com/12345", rendition(photo.image, "large").url]


SECTIONS = [("results", results_of), ("press", press_of), ("photos", photos_of)]


def addresses_of(section):
    paths = [f"{section}/", *(["press/uk.pdf"] if section == "press" else [])]
    return [f"/{language}/festival/2013/{path}" for language in ("ru", "uk") for path in paths]


def everything_said(pages):
    return "\n".join(f"{address}\n{html_of(page)}" for address, page in pages.items() if not page.streaming)


@pytest.mark.parametrize(("section", "fill"), SECTIONS)
def test_a_section_is_nowhere_before_its_moment_and_everywhere_after_it(client, edition, at, section, fill):
    secrets, own = fill(edition), addresses_of(section)
    pages = visit_all(client, "/")
    before = everything_said(pages)

    assert {page.status_code for page in pages.values()} == {200}
    assert len(pages) > 60
    assert [secret for secret in [*secrets, *own] if secret in before] == []
    assert [client.get(address).status_code for address in own] == [404] * len(own)

    at(AFTER)
    pages = visit_all(client, "/")
    after = everything_said(pages)

    assert [secret for secret in secrets if secret not in after] == []
    assert [pages[address].status_code for address in own] == [200] * len(own)


@pytest.mark.parametrize(("section", "fill"), [("results", results_of), ("press", press_of)])
@pytest.mark.parametrize("address", ["/ru/search/?q=тайный", "/uk/search/?q=таємний"])
def test_the_search_finds_a_section_from_its_moment_on(client, edition, at, section, fill, address):
    fill(edition)
    assert find(client.get(address), "li.hit") == []

    at(AFTER)
    found = {link for hit in find(client.get(address), "li.hit") for link in links_of(hit)}
    assert found == {f"{address[:3]}/festival/2013/{section}/"}


@pytest.mark.parametrize(("section", "fill"), SECTIONS)
def test_a_section_of_an_edition_that_was_withdrawn_is_nowhere(client, edition, at, section, fill):
    secrets, own = fill(edition), addresses_of(section)
    at(AFTER)
    Edition.objects.update(status="withdrawn")
    said = everything_said(visit_all(client, "/"))

    assert [secret for secret in secrets if secret in said] == []
    assert [client.get(address).status_code for address in own] == [404] * len(own)


def test_the_picture_for_friends_says_nothing_of_the_results(client, edition, at):
    address = "/ru/festival/2013/picture.png"
    before = b"".join(client.get(address))
    results_of(edition)
    at(AFTER)

    assert b"".join(client.get(address)) == before


def test_a_pdf_is_read_as_such_and_only_where_there_is_one(client, edition):
    press_of(edition)
    Edition.objects.update(press_at=None)
    address = "/ru/festival/2013/press/uk.pdf"
    answer = client.get(address)

    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="press-2013-uk.pdf"',
    )
    assert b"".join(answer) == pdf().read()
    others = ["press/ru.pdf", "press/en.pdf", "regulations/uk.pdf", "programme/uk.pdf", "nothing/uk.pdf"]
    assert [client.get(f"/ru/festival/2013/{path}").status_code for path in others] == [404] * len(others)
    edition.documents.get().pdf_uk.storage.delete(edition.documents.get().pdf_uk.name)
    assert client.get(address).status_code == 404


def in_english(words):
    with translation.override("en"):
        return str(words)


def internal_notes():
    """[(model, name of the field), …]"""
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if in_english(field.help_text) == NEVER_SHOWN
    ]


def test_internal_notes_are_on_no_page(client, edition, at):
    for _section, fill in SECTIONS:
        fill(edition)
    for model, field in internal_notes():
        assert model.objects.update(**{field: "Совершенно секретно"}) > 0
    at(AFTER)
    pages = visit_all(client, "/")

    assert [f"{model.__name__}.{field}" for model, field in internal_notes()] == [
        "Company.note",
        "Participant.note",
        "ProgrammeItem.note",
    ]
    assert "Тайный победитель" in everything_said(pages)
    assert [address for address, page in pages.items() if not page.streaming and "секретно" in html_of(page)] == []
