"""A festival with everything, and its pages."""

from datetime import date

from tests.factories import (
    create_award,
    create_document,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_programme_item,
    days_from_now,
    pdf,
)
from tests.pages import find

LANGUAGES = ["ru", "uk"]

SECTIONS = ["regulations", "programme", "participants", "results", "press", "photos"]


def tabs_on(page):
    return [link.get("href") for nav in find(page, "nav.tabs") for link in nav.iter("a")]


def create_full_edition(**fields):
    """With something in every section."""
    edition = create_edition(**{"results_at": days_from_now(-1), **fields})
    create_document(edition=edition, approved_on=date(edition.year, 3, 1), pdf_uk=pdf(), pdf_ru=pdf())
    create_document(edition=edition, kind="press", title_ru="Пресс-релиз", title_uk="Прес-реліз", contact_ru="Пресса")
    participant = create_participant(edition=edition)
    create_programme_item(edition=edition)
    create_programme_item(edition=edition, kind="show", participant=participant, title_ru="", title_uk="")
    create_award(nomination=create_nomination(edition=edition), participant=participant)
    create_edition_photo(edition=edition, alt_ru="Сцена")
    create_edition_video(edition=edition)
    create_jury_member(edition=edition)
    create_edition_partner(edition=edition)
    return edition
