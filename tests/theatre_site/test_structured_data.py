import pytest

from tests.factories import (
    create_edition,
    create_hours_exception,
    create_opening_hours,
    create_participant,
    create_partner,
    create_performance,
    create_post,
    create_production,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address
from tests.structured_data import said_by

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def test_the_box_office_is_where_and_when(client):
    create_theatre(email="kassa@example.org")
    create_venue(is_home=True)
    create_opening_hours(weekday=1, opens="09:00", closes="15:00", break_from="12:00", break_until="13:00")
    create_opening_hours(weekday=2, is_closed=True, opens=None, closes=None)
    theatre = said_by(client.get("/uk/box-office/"), "PerformingArtsTheater")

    assert (theatre["name"], theatre["alternateName"], theatre["email"]) == (
        "Театр юного глядача",
        "ТЮГ",
        "kassa@example.org",
    )
    assert theatre["telephone"] == ["+380645264601", "+380645264651"]
    assert theatre["address"]["streetAddress"] == "вулиця Театральна, 1"
    assert theatre["openingHoursSpecification"] == [
        {"dayOfWeek": "https://schema.org/Monday", "@type": kind, "opens": opens, "closes": closes}
        for kind, opens, closes in [("OpeningHoursSpecification", "09:00", "12:00")]
        + [("OpeningHoursSpecification", "13:00", "15:00")]
    ] + [
        {
            "dayOfWeek": "https://schema.org/Tuesday",
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
        }
    ]


def test_other_hours_on_some_days_are_said_too(client):
    create_theatre()
    days = create_hours_exception(is_closed=True, opens=None, closes=None)
    [special] = said_by(client.get("/ru/"), "PerformingArtsTheater")["specialOpeningHoursSpecification"]
    assert (special["validFrom"], special["opens"], special["closes"]) == (f"{days.first_day}", "00:00", "00:00")


def test_home_is_the_site_of_the_theatre(client):
    create_theatre()
    site = said_by(client.get("/ru/"), "WebSite")
    assert (site["url"], site["inLanguage"], site["publisher"]) == (f"{HERE}/ru/", "ru", {"@id": f"{HERE}/#theatre"})
    assert site["potentialAction"]["target"] == f"{HERE}/ru/search/?q={{search_term_string}}"


def test_a_post_is_a_news_article(client, at):
    create_theatre()
    post = create_post(publish_at=moment(2026, 11, 17, 12))
    article = said_by(client.get(address(post, "ru")), "NewsArticle")
    assert (article["headline"], article["datePublished"], article["inLanguage"]) == (
        post.title_ru,
        "2026-11-17T12:00:00+02:00",
        "ru",
    )
    assert article["author"] == article["publisher"]


def test_the_text_of_a_partner_says_whose_it_is(client):
    create_theatre()
    post = create_post(partner=create_partner(name_ru="artMisto.net", url="https://artmisto.net/"))
    article = said_by(client.get(address(post, "ru")), "AdvertiserContentArticle")
    assert article["author"] == article["sponsor"]
    assert article["sponsor"] == {"@type": "Organization", "name": "artMisto.net", "url": "https://artmisto.net/"}


def test_an_edition_is_a_festival_and_its_programme_is_what_is_in_it(client):
    create_theatre()
    days = {"starts_on": moment(2026, 11, 20).date(), "ends_on": moment(2026, 11, 22).date()}
    edition = create_edition(year=2026, **days)
    participant = create_participant(edition=edition, state="accepted")
    show = {"kind": "show", "participant": participant, "starts_at": moment(2026, 11, 20, 18), "duration": 60}
    create_programme_item(edition=edition, title_ru="Сказка", **show)
    cancelled = create_performance(starts_at=moment(2026, 11, 21, 15), state="cancelled")
    create_programme_item(edition=edition, performance=cancelled, kind="show")
    create_programme_item(edition=edition, kind="break", starts_at=moment(2026, 11, 21, 13))

    assert "subEvent" not in said_by(client.get("/ru/festival/2026/"), "Festival")
    festival = said_by(client.get("/ru/festival/2026/programme/"), "Festival")
    assert (festival["startDate"], festival["endDate"]) == ("2026-11-20", "2026-11-22")
    tale, inspector = festival["subEvent"]
    assert (tale["name"], tale["startDate"], tale["endDate"]) == (
        "Сказка",
        "2026-11-20T18:00:00+02:00",
        "2026-11-20T19:00:00+02:00",
    )
    assert tale["performer"]["@type"] == "TheaterGroup"
    assert inspector["eventStatus"] == "https://schema.org/EventCancelled"
    assert inspector["@id"] == f"{HERE}{address(cancelled, 'ru')}"


def test_an_edition_without_days_is_no_event(client):
    create_theatre()
    create_edition(year=2007, starts_on=None, ends_on=None)
    assert [each["@type"] for each in said_by(client.get("/ru/festival/2007/"))] == ["BreadcrumbList"]


def test_breadcrumbs_say_what_the_line_on_the_page_says(client):
    create_theatre()
    production = create_production(title_ru="«Конёк» & Ко", slug="konek")
    crumbs = said_by(client.get(address(production, "ru")), "BreadcrumbList")["itemListElement"]
    assert [(each["position"], each["name"], each["item"]) for each in crumbs] == [
        (1, "Главная", f"{HERE}/ru/"),
        (2, "Спектакли", f"{HERE}/ru/repertoire/"),
        (3, "«Конёк» & Ко", f"{HERE}/ru/repertoire/konek/"),
    ]


def test_an_error_says_nothing_to_search_engines(client):
    create_theatre()
    assert said_by(client.get("/ru/no-such-page/")) == []
