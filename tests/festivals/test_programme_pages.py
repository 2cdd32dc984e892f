"""The programme, as visitors get it."""

from datetime import date

import pytest

from tests.factories import (
    create_company,
    create_edition,
    create_participant,
    create_performance,
    create_production,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import find, html_of, links_of, main_of, said, text_of, texts_of


def test_the_programme_goes_by_day_time_and_venue(client, db):
    edition = create_edition(year=2013)
    house = create_venue(name_ru="Большая сцена")
    company = create_company(name_ru="Маска", town_ru="Луганск")
    participant = create_participant(
        edition=edition, company=company, show_ru="Колобок", running_time=70, age_rating=6, audience="children"
    )
    create_programme_item(
        edition=edition, kind="discussion", title_ru="Обсуждение", starts_at=moment(2013, 10, 4, 9, 30), venue=house
    )
    create_programme_item(
        edition=edition,
        kind="show",
        participant=participant,
        title_ru="",
        title_uk="",
        venue=house,
        starts_at=moment(2013, 10, 3, 14),
    )
    create_programme_item(edition=edition, title_ru="Открытие", starts_at=moment(2013, 10, 3, 12), duration=30)
    tables = find(client.get("/ru/festival/2013/programme/"), "table.prog")
    rows = [[text_of(cell) for cell in row.iter() if cell.tag in ("th", "td")] for row in tables[0].iter("tr")][1:]

    assert [text_of(table.find("caption")) for table in tables] == ["Четверг, 3 октября", "Пятница, 4 октября"]
    assert [row[0] for row in rows] == ["12:00", "14:00"]
    assert rows[0][1].startswith("Открытие 30 ")
    assert rows[1][1:4] == ["«Колобок»", "Маска, Луганск", "Большая сцена"]
    assert rows[1][4].startswith(f"{said('For children', 'ru')} 6+ 1 ")
    assert "9:30 Обсуждение Большая сцена" in text_of(tables[1])


@pytest.mark.parametrize(("now", "feet"), [("2013-10-06 23:59", 1), ("2013-10-07 00:00", 0)])
def test_a_programme_that_is_over_has_no_tickets_on_paper(client, db, at, now, feet):
    at(now)
    create_theatre(phones="6-46-01")
    edition = create_edition(year=2013, starts_on=date(2013, 10, 3), ends_on=date(2013, 10, 6))
    create_programme_item(edition=edition, starts_at=moment(2013, 10, 3, 12))

    page = client.get("/ru/festival/2013/programme/")

    assert len(find(page, "p.sheet__phones")) == feet
    assert len(find(page, "div.page-address")) == 1


@pytest.mark.parametrize(("language", "label"), [("ru", "Предварительная программа"), ("uk", "Попередня програма")])
def test_a_programme_is_called_preliminary_until_it_is_confirmed(client, db, language, label):
    edition = create_edition(year=2013)
    create_programme_item(edition=edition)
    address = f"/{language}/festival/2013/programme/"

    assert label in text_of(client.get(address))
    edition.programme_confirmed = True
    edition.save()
    assert label not in text_of(client.get(address))


def test_the_programme_keeps_silent_about_who_was_refused(client, db):
    edition = create_edition(year=2013)
    for show, state in (
        ("Придут", "confirmed"),
        ("Отказ", "rejected"),
        ("Снялись", "withdrawn"),
        ("Ждут", "submitted"),
    ):
        participant = create_participant(edition=edition, show_ru=show, state=state)
        create_programme_item(edition=edition, kind="show", participant=participant, title_ru="", title_uk="")

    assert texts_of(client.get("/ru/festival/2013/programme/"), "td.pl") == ["«Придут»"]


def test_a_show_of_our_own_says_where_for_whom_and_how_long(client, db):
    create_theatre(name_ru="Театр юного зрителя")
    create_venue(name_ru="Наш дом", is_home=True)
    production = create_production(title_ru="Ревизор", running_time=90, age_rating=12, audience="adults")
    edition = create_edition(year=2013)
    performance = create_performance(production=production, starts_at=moment(2013, 10, 4, 18))
    create_programme_item(edition=edition, kind="show", title_ru="", title_uk="", performance=performance)

    [table] = find(client.get("/ru/festival/2013/programme/"), "table.prog")
    show, theatre, place, details = (text_of(cell) for cell in table.iter("td"))
    assert (show, theatre, place) == ("«Ревизор»", "Театр юного зрителя", "Наш дом")
    assert details.startswith(f"{said('For adults', 'ru')} 12+ 1 ")


def test_a_show_in_whats_on_shows_its_state_and_links_to_its_date(client, db):
    edition = create_edition(year=2013)
    performance = create_performance(
        production=create_production(title_ru="Ревизор"), starts_at=moment(2013, 10, 4, 18), state="cancelled"
    )
    create_programme_item(edition=edition, kind="show", title_ru="", title_uk="", performance=performance)
    page = client.get("/ru/festival/2013/programme/")

    assert performance.get_absolute_url() in links_of(main_of(page))
    assert "18:00 «Ревизор» " + str(performance.badges[0][1]) in text_of(page)


def test_a_play_that_is_not_public_yet_has_no_hour_in_the_programme(client, db):
    edition = create_edition(year=2013)
    secret = create_production(title_ru="Тайная премьера", status="draft")
    hidden = create_programme_item(
        edition=edition, kind="show", title_ru="", title_uk="", performance=create_performance(production=secret)
    )
    assert client.get("/ru/festival/2013/programme/").status_code == 404

    create_programme_item(edition=edition, title_ru="Открытие")
    page = client.get("/ru/festival/2013/programme/")
    assert "Открытие" in text_of(main_of(page))
    assert "Тайная премьера" not in html_of(page)
    assert hidden.performance.get_absolute_url() not in links_of(page)
