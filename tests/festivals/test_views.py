from datetime import date, timedelta

import pytest

from festivals.models import Participant
from tests.factories import (
    create_award,
    create_company,
    create_document,
    create_edition,
    create_edition_partner,
    create_edition_photo,
    create_edition_video,
    create_jury_member,
    create_nomination,
    create_participant,
    create_partner,
    create_performance,
    create_post,
    create_production,
    create_programme_item,
    create_theatre,
    create_venue,
    days_from_now,
    moment,
    pdf,
    picture,
)
from tests.pages import (
    assert_valid,
    elements_of,
    find,
    html_of,
    links_of,
    main_of,
    said,
    text_of,
    texts_of,
)
from tests.queries import queries_for
from theatre_site.images import rendition

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


# Editions


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


# The programme


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


# What it costs, and the HTML


def fill(edition, count):
    create_theatre()
    for _ in range(count):
        create_edition()
        company = create_company(town_ru="Луганск")
        participant = create_participant(edition=edition, company=company)
        create_programme_item(
            edition=edition,
            kind="show",
            participant=participant,
            venue=create_venue(),
            performance=create_performance(starts_at=moment(2013, 10, 4, 18), venue=create_venue()),
        )
        nomination = create_nomination(edition=edition, presented_by=create_partner())
        create_award(nomination=nomination, participant=participant)
        create_edition_photo(edition=edition)
        create_edition_video(edition=edition)
        create_jury_member(edition=edition)
        create_edition_partner(edition=edition)
        create_post(editions=[edition], slug=f"about-{edition.jury.count()}")


@pytest.mark.parametrize("section", ["", *(f"{section}/" for section in SECTIONS)])
def test_a_section_costs_as_much_for_ten_rows_as_for_one(client, db, section):
    edition = create_full_edition(year=2013)
    few = queries_for(client, f"/ru/festival/2013/{section}")
    fill(edition, 10)

    assert queries_for(client, f"/ru/festival/2013/{section}") == few <= 8


def test_the_festival_page_costs_as_much_for_ten_editions_as_for_one(client, db):
    create_full_edition(year=2013)
    few = queries_for(client, "/ru/festival/")
    for year in range(1991, 2001):
        create_full_edition(year=year)

    assert queries_for(client, "/ru/festival/") == few <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_valid_html(client, db, language):
    fill(create_full_edition(year=2013), 2)

    for address in ["", "2013/", *(f"2013/{section}/" for section in SECTIONS)]:
        assert_valid(client.get(f"/{language}/festival/{address}"))


def test_a_participant_leads_to_the_site_of_its_company(client, db):
    edition = create_edition(year=2013)
    create_participant(edition=edition, company=create_company(name_ru="Маска", url="https://maska.example/"))
    [link] = elements_of(client.get("/ru/festival/2013/participants/"), "a", href="https://maska.example/")

    assert text_of(link) == "Маска"
