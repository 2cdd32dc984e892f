"""A new edition from an older one."""

from datetime import date

import pytest
from django.utils.translation import gettext

from festivals.models import Edition
from tests.admin_forms import complaints_of, messages_of
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
    create_partner,
    create_programme_item,
    create_venue,
    days_from_now,
    moment,
    pdf,
    picture,
)
from tests.festivals.desk.pages import fields_of, page_address, send

EVERYTHING = ["headings", "about", "regulations", "press", "nominations", "partners", "programme"]


@pytest.fixture
def old(edition):
    """With something of every kind."""
    Edition.objects.update(
        title_ru="IV фестиваль 2013 года",
        about_ru="<p>О нём</p>",
        programme_title_ru="Программа IV ТЮЗ-2013",
        results_note_ru="<p>Поздравляем</p>",
        programme_confirmed=True,
        results_at=days_from_now(-1),
        press_at=days_from_now(-1),
        photos_at=days_from_now(-1),
        set_change=45,
    )
    create_document(edition=edition, title_ru="Положение 2013", pdf_ru=pdf(), approved_on=date(2013, 3, 1))
    create_document(edition=edition, kind="press", contact_ru="Анна")
    participant = create_participant(edition=edition)
    create_programme_item(edition=edition, kind="show", participant=participant)
    create_programme_item(edition=edition, title_ru="Открытие", venue=create_venue(), note="тайна")
    partner = create_partner()
    create_edition_partner(edition=edition, partner=partner)
    nomination = create_nomination(edition=edition, title_ru="Надежда", presented_by=partner)
    create_award(nomination=nomination, participant=participant)
    create_edition_photo(edition=edition)
    create_edition_video(edition=edition)
    edition.refresh_from_db()
    return edition


def newest():
    return Edition.objects.order_by("-year").first()


def test_year_number_and_names_are_proposed_at_the_usual_distance(organiser, old):
    create_edition(year=2011, number=3)
    fields = fields_of(organiser.get(page_address(old, "copy")))

    proposed = {name: fields[name] for name in ("year", "number", "name_ru", "name_uk", "title_ru", "starts_on")}
    assert proposed == {
        "year": "2015",
        "number": "5",
        "name_ru": "ТЮЗ-2015",
        "name_uk": "ТЮГ-2015",
        "title_ru": "V фестиваль 2015 года",
        "starts_on": "",
    }
    assert fields["parts"] == ["headings", "about", "regulations", "nominations", "partners"]


def test_a_draft_opens_on_its_desk_with_what_was_ticked(organiser, old):
    page = send(organiser, page_address(old, "copy"), parts=EVERYTHING, starts_on="2014-11-01", ends_on="2014-11-03")
    new = newest()

    assert page.request["PATH_INFO"] == page_address(new, "desk")
    assert messages_of(page) == [gettext("A draft is made. Here is what is still missing in it.")]
    assert (new.year, new.number, new.status, new.set_change) == (2014, 5, "draft", 45)
    assert (new.about_ru, new.programme_title_ru) == ("<p>О нём</p>", "Программа V ТЮЗ-2014")
    assert [(each.kind, each.title_ru, each.contact_ru) for each in new.documents.all()] == [
        ("regulations", "Положение 2014", ""),
        ("press", "Положение о фестивале", "Анна"),
    ]
    assert [(each.title_ru, each.presented_by) for each in new.nominations.all()] == [
        ("Надежда", old.partners.get().partner)
    ]
    assert [each.partner for each in new.partners.all()] == [old.partners.get().partner]
    [opening] = new.programme.all()
    assert (opening.title_ru, opening.starts_at, opening.note) == ("Открытие", moment(2014, 11, 1, 12), "")
    assert opening.venue == old.programme.get(title_ru="Открытие", participant=None).venue


def test_participants_results_files_and_moments_never_come_again(organiser, old):
    send(organiser, page_address(old, "copy"), parts=EVERYTHING, starts_on="2014-10-01", ends_on="2014-10-03")
    new = newest()

    assert [rows.count() for rows in (new.participants, new.photos, new.videos)] == [0, 0, 0]
    assert [nomination.awards.count() for nomination in new.nominations.all()] == [0]
    assert [(each.pdf_ru.name, each.approved_on) for each in new.documents.all()] == [("", None)] * 2
    assert (new.results_at, new.press_at, new.photos_at, new.programme_confirmed) == (None, None, None, False)
    assert [rows.count() for rows in (old.participants, old.programme, old.nominations, old.documents)] == [1, 2, 1, 2]


def test_what_is_not_ticked_does_not_come(organiser, old):
    send(organiser, page_address(old, "copy"), parts=[])
    new = newest()

    assert (new.starts_on, new.about_ru, new.programme_title_ru, new.set_change) == (None, "", "", 60)
    assert [rows.count() for rows in (new.documents, new.nominations, new.partners, new.programme, new.jury)] == [0] * 5


def test_the_jury_comes_by_choice_each_with_a_photo_of_its_own(organiser, old, media_root):
    chosen = create_jury_member(edition=old, name_ru="Олег", photo=picture(), photo_has_consent=True)
    create_jury_member(edition=old, name_ru="Другой")
    committee = create_jury_member(edition=old, name_ru="Мария", board="committee")
    address = page_address(old, "copy")
    assert fields_of(organiser.get(address))["jury"] == [str(committee.pk)]

    send(organiser, address, jury=[chosen.pk, committee.pk])

    copy, other = newest().jury.order_by("name_ru").reverse()
    assert (copy.name_ru, copy.photo_has_consent, other.name_ru) == ("Олег", True, "Мария")
    assert copy.photo.name != chosen.photo.name
    chosen.delete()
    assert (media_root / copy.photo.name).exists()


def test_a_member_whose_photo_has_left_the_disk_comes_without_it(organiser, old):
    member = create_jury_member(edition=old, photo=picture())
    member.photo.storage.delete(member.photo.name)

    send(organiser, page_address(old, "copy"), jury=[member.pk])

    assert newest().jury.get().photo.name == ""


def test_a_year_that_has_an_edition_is_refused_in_words_and_nothing_is_lost(organiser, old):
    page = send(organiser, page_address(old, "copy"), year="2013", number="4", name_ru="Мой ТЮЗ")

    assert page.status_code == 400
    assert complaints_of(page)[0] == gettext("There is an edition of this year already.")
    assert len(complaints_of(page)) == 2
    assert fields_of(page)["name_ru"] == "Мой ТЮЗ"
    assert Edition.objects.get() == old


@pytest.mark.parametrize("days", [{}, {"starts_on": "2015-10-01", "ends_on": "2015-10-03"}])
def test_the_frame_of_the_programme_needs_days_of_that_year(organiser, old, days):
    page = send(organiser, page_address(old, "copy"), parts=["programme"], **days)

    assert page.status_code == 400
    words = "The first day is in another year." if days else "The frame of the programme needs the first day."
    assert complaints_of(page) == [gettext(words)]
    assert Edition.objects.count() == 1


def test_all_or_nothing_is_copied(organiser, old, monkeypatch):
    monkeypatch.setattr("festivals.copying.Copy.jury", lambda copy, members: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        send(organiser, page_address(old, "copy"), parts=["about", "nominations"])

    assert Edition.objects.get() == old
    assert old.nominations.count() == 1
