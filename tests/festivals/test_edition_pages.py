"""The page of the festival and the first page of an edition."""

from datetime import date

import pytest

from tests.factories import (
    create_edition,
    create_edition_partner,
    create_jury_member,
    create_partner,
    days_from_now,
    moment,
    picture,
)
from tests.pages import elements_of, find, links_of, main_of, said, text_of, texts_of
from theatre_site.images import rendition

from .pages import SECTIONS, create_full_edition


def test_the_festival_page_has_all_public_editions_and_opens_at_the_last(client, db):
    create_edition(year=2011, title_ru="Третий фестиваль")
    create_edition(year=2013, title_ru="Четвёртый фестиваль")
    create_edition(year=2009, title_ru="Второй фестиваль")
    create_edition(year=2015, title_ru="Пятый фестиваль", status="draft")
    page = client.get("/ru/festival/")

    years = [link for edition in find(page, "li.ed") for link in links_of(edition)]

    assert years == ["/ru/festival/2009/", "/ru/festival/2011/", "/ru/festival/2013/"]
    assert "Четвёртый фестиваль, 3–5 октября 2013" in text_of(main_of(page))
    assert "Третий фестиваль" not in text_of(main_of(page))
    assert "2015" not in text_of(page)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2013-09-01 12:00", "The coming festival"),
        ("2013-10-05 23:59", "The festival is on"),
        ("2013-10-06 00:00", "The last festival"),
    ],
)
def test_the_festival_page_knows_if_the_newest_edition_is_over(client, db, at, now, words):
    create_edition(year=2013, publish_at=moment(2013, 1, 1))
    at(now)

    assert said(words, "ru") in texts_of(client.get("/ru/festival/"), "h2")


def test_without_any_edition_the_festival_page_says_so(client, db):
    assert said("The first festival is being prepared.", "uk") in text_of(client.get("/uk/festival/"))


@pytest.mark.parametrize(("language", "word"), [("ru", "прошёл"), ("uk", "відбувся")])
@pytest.mark.parametrize(("year", "is_over"), [(2009, True), (2029, False)])
def test_an_edition_that_is_over_says_so(client, db, language, word, year, is_over):
    edition = create_edition(year=year, starts_on=None, ends_on=None)
    pages = [f"/{language}/festival/{edition.year}/", f"/{language}/festival/", f"/{language}/"]

    assert [texts_of(client.get(path), "span.st--old") for path in pages] == [[word] * is_over] * 3


def test_every_edition_switches_to_the_other_years(client, db):
    for year in (2011, 2013, 2009):
        create_edition(year=year)
    create_edition(year=2015, publish_at=days_from_now(1))
    page = client.get("/ru/festival/2011/")
    (years,) = [nav for nav in find(page, "nav") if nav.get("aria-labelledby") == "years"]

    assert links_of(years) == ["/ru/festival/2009/", "/ru/festival/2013/"]
    assert [text_of(span) for span in years.iter("span") if span.get("aria-current") == "page"] == ["2011"]


@pytest.mark.parametrize("section", ["", *(f"{section}/" for section in SECTIONS)])
def test_an_edition_that_is_not_public_has_no_page_at_all(client, db, section):
    create_full_edition(year=2011)
    create_full_edition(year=2013, status="review")

    assert client.get(f"/ru/festival/2011/{section}").status_code == 200
    assert client.get(f"/ru/festival/2013/{section}").status_code == 404
    assert client.get(f"/ru/festival/2012/{section}").status_code == 404


def test_an_edition_shows_its_name_days_and_text(client, db):
    create_edition(
        year=2013,
        name_uk="ТЮГ-2013",
        title_uk="Четвертий відкритий фестиваль",
        about_uk="<p>Про фестиваль.</p>",
        starts_on=date(2013, 9, 29),
        ends_on=date(2013, 10, 2),
    )
    text = text_of(main_of(client.get("/uk/festival/2013/")))

    for words in ("ТЮГ-2013", "Четвертий відкритий фестиваль", "29 вересня – 2 жовтня 2013", "Про фестиваль."):
        assert words in text


def test_jury_and_committee_have_their_role_and_bio(client, db):
    edition = create_edition(year=2013)
    chair = create_jury_member(
        edition=edition,
        name_ru="Олег Коваль",
        role_ru="председатель",
        bio_ru="<p>Критик из Киева.</p>",
        photo=picture("chair.png"),
    )
    create_jury_member(edition=edition, board="committee", name_ru="Анна Лис", role_ru="директор")
    create_jury_member(name_ru="Из другого года")
    page = client.get("/ru/festival/2013/")

    assert texts_of(page, "ul.ppl--jury") == ["Олег Коваль председатель Критик из Киева.", "Анна Лис директор"]
    assert [img.get("src") for img in elements_of(page, "img")] == [rendition(chair.photo, "face").url]
    boards = [said("Jury", "ru"), said("Organising committee", "ru")]
    assert [heading for heading in texts_of(page, "h2") if heading in boards] == boards


def test_partners_of_an_edition_have_their_kind_order_and_logo(client, db):
    edition = create_edition(year=2013)
    sponsor = create_partner(name_ru="Спонсор", kind="sponsor", on_site=False, logo=picture("logo.png"))
    organiser = create_partner(name_ru="Город", kind="organiser", url="")
    create_edition_partner(edition=edition, partner=sponsor, order=2)
    create_edition_partner(edition=edition, partner=organiser, order=1)
    create_partner(name_ru="Партнёр театра, не фестиваля")
    (section,) = [
        each for each in find(client.get("/ru/festival/2013/"), "section") if "partners" in each.attrib.values()
    ]

    assert [text_of(item) for item in section.iter("li")] == [
        f"Город {said('Organiser', 'ru')}",
        f"Спонсор {said('Sponsor', 'ru')}",
    ]
    assert [image.get("src") for image in section.iter("img")] == [rendition(sponsor.logo, "logo").url]
    assert [(link.get("href"), link.get("rel")) for link in section.iter("a")] == [
        ("https://partner.example/", "sponsored noopener")
    ]
