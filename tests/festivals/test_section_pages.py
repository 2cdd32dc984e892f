"""The sections of an edition, as visitors get them."""

from datetime import date, timedelta

import pytest

from festivals.models import Participant
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition,
    create_edition_photo,
    create_edition_video,
    create_nomination,
    create_participant,
    create_partner,
    days_from_now,
    moment,
    pdf,
)
from tests.pages import elements_of, find, html_of, links_of, main_of, said, text_of, texts_of
from theatre_site.images import rendition

from .pages import LANGUAGES, SECTIONS, create_full_edition, tabs_on

# Sections


def test_an_edition_with_everything_has_every_tab(client, db):
    create_full_edition(year=2013)
    addresses = [f"/ru/festival/2013/{section}/" for section in SECTIONS]

    assert tabs_on(client.get("/ru/festival/2013/")) == ["/ru/festival/2013/", *addresses]
    for address in addresses:
        page = client.get(address)
        assert tabs_on(page) == ["/ru/festival/2013/", *addresses]
        (current,) = [link for link in find(find(page, "nav.tabs")[0], "a") if link.get("aria-current")]
        assert current.get("href") == address


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_section_has_no_tab_and_no_page(client, db, section):
    create_full_edition(year=2011)
    edition = create_edition(year=2013, results_at=days_from_now(-1))
    create_nomination(edition=edition)

    assert tabs_on(client.get("/ru/festival/2013/")) == ["/ru/festival/2013/"]
    assert client.get(f"/ru/festival/2013/{section}/").status_code == 404
    assert said("There are no other materials of this festival on the site yet.", "ru") in text_of(
        client.get("/ru/festival/2013/")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_regulations_are_to_be_read_here_and_signed_in_each_language(client, db, language):
    create_document(
        edition=create_edition(year=2013),
        title_ru="Положение",
        title_uk="Положення",
        body_ru="<h2>Общее</h2><p>Приглашаются театры.</p>",
        body_uk="<h2>Загальне</h2><p>Запрошуються театри.</p>",
        pdf_uk=pdf("polozhennya.pdf"),
        pdf_ru=pdf("polozhenie.pdf"),
        approved_on=date(2013, 3, 1),
    )
    page = main_of(client.get(f"/{language}/festival/2013/regulations/"))
    own = {
        "ru": ["Положение", "Приглашаются театры.", "1 марта 2013"],
        "uk": ["Положення", "Запрошуються театри.", "1 березня 2013"],
    }

    for code, words in own.items():
        assert all((word in text_of(page)) == (code == language) for word in words)
    assert [(link.get("href"), link.get("hreflang")) for link in find(page, "a") if link.get("hreflang")] == [
        (f"/{language}/festival/2013/regulations/ru.pdf", "ru"),
        (f"/{language}/festival/2013/regulations/uk.pdf", "uk"),
    ]


def test_regulations_without_a_pdf_or_a_date_make_no_promises(client, db):
    create_document(edition=create_edition(year=2013))
    page = client.get("/ru/festival/2013/regulations/")

    assert said("Approved on", "ru") not in text_of(page)
    assert not [link for link in links_of(page) if link.endswith(".pdf")]


def test_the_press_release_has_its_pdf_and_a_contact(client, db):
    edition = create_edition(year=2013)
    create_document(edition=edition, body_ru="<p>Положение</p>")
    create_document(
        edition=edition, kind="press", body_ru="<p>В Северодонецке.</p>", pdf_uk=pdf(), contact_ru="Анна Лис, 6-46-01"
    )
    page = client.get("/ru/festival/2013/press/")

    assert "В Северодонецке." in text_of(main_of(page))
    assert f"{said('For the press:', 'ru')} Анна Лис, 6-46-01" in text_of(main_of(page))
    assert "/ru/festival/2013/press/uk.pdf" in links_of(page)


def test_photos_and_videos_are_in_one_section_and_nothing_loads_from_elsewhere(client, db):
    edition = create_edition(year=2013)
    photo = create_edition_photo(edition=edition, alt_ru="Сцена", caption_ru="Открытие")
    create_edition_photo(edition=edition, alt_ru="Дети", shows_children=True)
    create_edition_photo(alt_ru="Другой год")
    create_edition_video(
        edition=edition, title_ru="Закрытие", url="https://vimeo.com/12345", length=timedelta(seconds=134)
    )
    page = client.get("/ru/festival/2013/photos/")

    small, large = rendition(photo.image, "thumbnail"), rendition(photo.image, "large")
    assert [(image.get("src"), image.get("alt")) for image in elements_of(page, "img")] == [
        (small.url, "Сцена"),
        (large.url, "Сцена"),
    ]
    assert [link.get("rel") for link in elements_of(page, "a", href="https://vimeo.com/12345")] == ["noopener"]
    assert "Видео: Закрытие, 2 минуты 14 секунд." in text_of(page)
    assert not elements_of(page, "iframe")


def test_a_photo_without_consent_makes_no_section(client, db):
    edition = create_edition(year=2013)
    create_edition_photo(edition=edition, shows_children=True)

    assert client.get("/ru/festival/2013/photos/").status_code == 404


# Participants


def test_participants_are_shown_before_they_have_an_hour_and_applications_never(client, db):
    edition = create_edition(year=2013)
    for state in Participant.State:
        company = create_company(name_ru=f"Театр {state}", town_ru="Луганск")
        create_participant(edition=edition, company=company, state=state, show_ru="Колобок", author_ru="по сказке")
    create_participant(company=create_company(name_ru="Театр другого года"))
    page = client.get("/ru/festival/2013/participants/")

    assert texts_of(page, "h3") == ["Театр accepted", "Театр confirmed"]
    assert text_of(page).count("Луганск. «Колобок», по сказке") == 2


def test_a_participant_shows_for_whom_it_is_and_how_long(client, db):
    create_participant(edition=create_edition(year=2013), audience="adults", age_rating=0, running_time=60)
    page = client.get("/ru/festival/2013/participants/")

    (facts,) = texts_of(page, "p.meta")
    assert facts.startswith(f"{said('For adults', 'ru')} 0+ 1 ")


def test_a_participant_leads_to_the_site_of_its_company(client, db):
    edition = create_edition(year=2013)
    create_participant(edition=edition, company=create_company(name_ru="Маска", url="https://maska.example/"))
    [link] = elements_of(client.get("/ru/festival/2013/participants/"), "a", href="https://maska.example/")

    assert text_of(link) == "Маска"


# Results


def test_results_name_the_winners_the_degrees_and_who_was_not_found(client, db):
    edition = create_edition(year=2013, results_at=days_from_now(-1))
    maska = create_participant(
        edition=edition, company=create_company(name_ru="Маска", town_ru="Луганск"), show_ru="Колобок"
    )
    best_play = create_nomination(edition=edition, title_ru="Лучший спектакль", order=1)
    create_award(nomination=best_play, participant=maska, degree="laureate")
    create_award(nomination=best_play, degree="diploma", person_ru="Театр «Радуга»", for_what_ru="за музыку")
    create_award(nomination=create_nomination(edition=edition, title_ru="Драматургия", order=2), degree="not_awarded")
    special = create_nomination(
        edition=edition, title_ru="Надежда", order=3, presented_by=create_partner(name_ru="Детский мир")
    )
    create_award(nomination=special, participant=maska, person_ru="Анна Лис")
    create_award(
        nomination=create_nomination(edition=edition, title_ru="Гран-при", is_grand_prix=True, order=4),
        participant=maska,
    )
    create_nomination(edition=edition, title_ru="Ещё не решено", order=5)
    laureate, diploma, nobody = (said(words, "ru") for words in ("laureate", "diploma", "Not awarded"))

    assert texts_of(client.get("/ru/festival/2013/results/"), "section.nom") == [
        "Гран-при Маска «Колобок», Луганск",
        f"Лучший спектакль Маска {laureate.capitalize()}. «Колобок», Луганск "
        f"Театр «Радуга» {diploma.capitalize()}. за музыку",
        f"Драматургия {nobody}",
        f"Надежда {said('Special prize', 'ru')} Детский мир Анна Лис Маска, «Колобок», Луганск",
    ]


@pytest.mark.parametrize(("now", "is_out"), [("2013-10-05 17:59:59", False), ("2013-10-05 18:00", True)])
def test_results_appear_everywhere_at_once_and_not_before(client, db, at, now, is_out):
    edition = create_edition(
        year=2013, publish_at=moment(2013, 1, 1), results_at=moment(2013, 10, 5, 18), results_title_ru="Итоги фестиваля"
    )
    create_award(nomination=create_nomination(edition=edition, title_ru="Гран-при"), person_ru="Тайный победитель")
    at(now)
    address = "/ru/festival/2013/results/"
    elsewhere = ["/ru/festival/", "/ru/festival/2013/", "/ru/festival/2013/participants/", "/ru/"]
    create_participant(edition=edition)

    assert client.get(address).status_code == (200 if is_out else 404)
    assert [address in links_of(client.get(other)) for other in elsewhere[:3]] == [is_out] * 3
    assert ("Итоги фестиваля" in text_of(client.get("/ru/festival/"))) == is_out
    assert ("Тайный победитель" in html_of(client.get(address))) == is_out
    assert not [other for other in elsewhere if "Тайный победитель" in html_of(client.get(other))]
