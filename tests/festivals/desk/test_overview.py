"""The desk: what is there, who sees it, what is missing and where it is mended."""

import pytest
from django.forms import DateField, TimeField
from django.utils.translation import gettext

from festivals.models import Edition
from tests.admin_forms import admin_url, complaints_of, messages_of
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_partner,
    create_programme_item,
    create_venue,
    moment,
    pdf,
    picture,
)
from tests.festivals.desk.pages import page_address, send
from tests.pages import find, links_of, text_of, texts_of
from tests.queries import queries_for

ABOUT, REGULATIONS, PARTICIPANTS, PROGRAMME, JURY, PARTNERS, RESULTS, PRESS, PHOTOS = range(9)


def section(client, edition, number):
    return find(client.get(page_address(edition, "desk")), "li.desk-section")[number]


def missing(client, edition, number):
    """[“No age mark: Kolobok”, …] of a section."""
    return [text_of(line) for line in find(section(client, edition, number), "ul.desk-missing") for line in line]


def seen(client, edition, number):
    return text_of(find(section(client, edition, number), "span.badge")[0])


def said(*words):
    """English lines in Russian, each with what stands after its colon."""
    return [": ".join([gettext(line.split(": ")[0]), *line.split(": ")[1:]]) for line in words]


def test_an_empty_edition_says_of_every_section_that_it_is_empty(organiser, edition):
    lines = [missing(organiser, edition, number) for number in range(9)]

    assert lines[ABOUT] == said("No words about this edition: форма")
    assert lines[1:] == [said("Nothing here yet")] * 8
    assert [seen(organiser, edition, number) for number in range(9)] == [
        gettext("On the site"),
        *[gettext("Empty")] * 8,
    ]


def test_a_finished_edition_misses_nothing(organiser, edition):
    edition.about_ru = edition.about_uk = "<p>О нём</p>"
    edition.title_ru = edition.title_uk = "Четвёртый фестиваль"
    edition.programme_confirmed, edition.results_at = True, moment(2013, 10, 5, 18)
    edition.save()
    signed = {"edition": edition, "pdf_uk": pdf(), "contact_ru": "Анна", "contact_uk": "Ганна"}
    create_document(**signed, approved_on=edition.starts_on)
    create_document(**signed, kind="press")
    both = {"edition": edition, "age_rating": 6, "running_time": 60}
    participant = create_participant(**both, company=create_company(town_ru="Луганск", town_uk="Луганськ"))
    create_programme_item(
        edition=edition, kind="show", participant=participant, title_ru="", title_uk="", venue=create_venue()
    )
    create_jury_member(edition=edition, role_ru="критик", role_uk="критик")
    create_edition_partner(edition=edition, partner=create_partner(logo=picture()))
    create_award(nomination=create_nomination(edition=edition), participant=participant)
    create_edition_photo(edition=edition)

    assert [missing(organiser, edition, number) for number in range(9)] == [[]] * 9
    assert [seen(organiser, edition, number) for number in range(9)] == [gettext("On the site")] * 9


def test_what_is_missing_leads_to_its_form(organiser, edition):
    participant = create_participant(edition=edition, show_ru="Колобок", show_uk="", running_time=50)

    lines = missing(organiser, edition, PARTICIPANTS)
    links = [
        link for link in links_of(section(organiser, edition, PARTICIPANTS)) if "change" in link and "?" not in link
    ]

    assert lines == said("No age mark: Маска: Колобок", "Not in Ukrainian: Маска: Колобок")
    assert links == [admin_url(participant)] * 2


def test_of_many_rows_the_first_are_named(organiser, edition):
    for number in range(7):
        create_participant(
            edition=edition, show_ru=f"Пьеса {number}", show_uk="П", age_rating=6, running_time=9, order=number
        )
        create_participant(edition=edition, state="submitted", show_ru=f"Заявка {number}", order=10 + number)

    names = ", ".join(f"Маска: Заявка {number}" for number in range(4))
    assert missing(organiser, edition, PARTICIPANTS) == said(f"Not decided yet: {names} и ещё 3")


def test_the_programme_counts_its_warnings(organiser, edition):
    create_participant(edition=edition)
    create_programme_item(edition=edition, title_ru="Открытие", title_uk="", duration=30)

    assert missing(organiser, edition, PROGRAMME) == [
        "1 предупреждение: программа",
        *said(
            "Preliminary until you confirm it: программа",
            "No venue: Открытие",
            "Not in Ukrainian: Открытие",
        ),
    ]


def test_documents_jury_partners_and_photos_say_what_they_lack(organiser, edition):
    create_document(edition=edition, title_uk="")
    create_document(edition=edition, kind="press")
    create_jury_member(edition=edition, name_ru="Олег Коваль", name_uk="", photo=picture(), photo_shows_children=True)
    create_edition_partner(edition=edition, partner=create_partner(name_ru="", name_uk="Дитячий світ"))
    create_edition_photo(edition=edition, alt_uk="")
    create_edition_photo(edition=edition, alt_uk="", is_decorative=True)
    create_edition_photo(edition=edition, shows_children=True)
    create_edition_video(edition=edition)

    assert missing(organiser, edition, REGULATIONS) == said(
        "Not in Ukrainian: форма", "Not said when they were approved: форма", "No signed PDF: форма"
    )
    assert missing(organiser, edition, PRESS) == said("No contact for the press: форма", "No signed PDF: форма")
    assert missing(organiser, edition, JURY) == said(
        "Not said who they are: Олег Коваль",
        "A child in the photo, and no consent: Олег Коваль",
        "Not in Ukrainian: Олег Коваль",
    )
    assert missing(organiser, edition, PARTNERS) == said("No logo: Дитячий світ", "Not in Russian: Дитячий світ")
    assert missing(organiser, edition, PHOTOS) == [
        "1 фото не описано на обоих языках: форма",
        "1 фото с детьми без согласия: скрыто: форма",
    ]
    assert texts_of(section(organiser, edition, PHOTOS), "b.desk-count") == ["4"]


def test_results_without_a_moment_and_undecided_nominations_are_named(organiser, edition):
    create_nomination(edition=edition, title_ru="Режиссура", order=1)
    won = create_nomination(edition=edition, title_ru="Гран-при", title_uk="Гран-прі", order=2)
    create_award(nomination=won, person_ru="Анна Лис")

    assert missing(organiser, edition, RESULTS) == said(
        "Not decided yet: Режиссура", "Not in Ukrainian: Гран-при", "Hidden: no moment is set for them: время показа"
    )[:2] + ["Скрыты: не назначено время: время показа"]
    assert seen(organiser, edition, RESULTS) == gettext("Hidden")


def test_a_section_that_waits_says_for_what(organiser, edition, at):
    at("2013-10-05 12:00")
    create_document(edition=edition, kind="press")
    create_edition_photo(edition=edition)
    create_award(nomination=create_nomination(edition=edition))
    Edition.objects.update(
        publish_at=moment(2013, 1, 1),
        press_at=moment(2013, 10, 6, 9),
        photos_at=moment(2013, 10, 5, 11),
        results_at=moment(2013, 10, 5, 18, 30),
        lists_participants=False,
    )

    assert [seen(organiser, edition, number) for number in (PRESS, PHOTOS, RESULTS, PARTICIPANTS)] == [
        "С 06.10.2013 09:00",
        gettext("On the site"),
        "С 05.10.2013 18:30",
        gettext("Hidden"),
    ]


def test_a_draft_shows_its_sections_only_together_with_itself(organiser, edition):
    Edition.objects.update(status="draft")
    create_participant(edition=edition)

    assert seen(organiser, edition, PARTICIPANTS) == gettext("Together with the edition")


def test_the_moments_are_set_on_the_desk(organiser, edition):
    page = send(organiser, page_address(edition, "desk"), results_at_0="2013-10-05", results_at_1="18:00")

    assert messages_of(page) == [gettext("The moments are set.")]
    edition.refresh_from_db()
    assert (edition.results_at, edition.press_at, edition.photos_at) == (moment(2013, 10, 5, 18), None, None)


def test_half_a_moment_is_sent_back_with_what_was_typed(organiser, edition):
    page = send(
        organiser, page_address(edition, "desk"), results_at_0="2013-10-05", press_at_0="2013-02-31", press_at_1="9:00"
    )

    assert page.status_code == 400
    assert complaints_of(page) == [TimeField().error_messages["invalid"], DateField().error_messages["invalid"]]
    assert 'value="2013-10-05"' in page.content.decode()
    assert Edition.objects.get().results_at is None


def fill(edition, count):
    """Everything of which an edition may have many, and all of it lacking something."""
    for _ in range(count):
        participant = create_participant(edition=edition, show_uk="", company=create_company(name_uk=""))
        create_programme_item(edition=edition, kind="show", participant=participant, title_ru="", title_uk="")
        create_jury_member(edition=edition, name_uk="")
        create_edition_partner(edition=edition)
        create_award(nomination=create_nomination(edition=edition, title_uk=""), participant=participant)


@pytest.mark.parametrize("word", ["desk", "programme", "results"])
def test_a_page_costs_as_much_for_many_rows_as_for_one(organiser, edition, word):
    fill(edition, 1)
    create_edition_photo(edition=edition)
    few = queries_for(organiser, page_address(edition, word))
    fill(edition, 59)
    for _ in range(40):
        create_programme_item(edition=edition, venue=create_venue())

    assert queries_for(organiser, page_address(edition, word)) == few <= 15
