"""The state and the sale of a date are said by every surface that shows it, and nowhere twice in different words."""

import feedparser
import icalendar
import pytest
from django.utils import translation

from repertoire.models import Performance
from tests.factories import (
    create_edition,
    create_performance,
    create_post,
    create_programme_item,
    create_theatre,
    moment,
)
from tests.pages import address, find, said, text_of
from tests.structured_data import said_by as structured_data

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

State, Sale, Remark = Performance.State, Performance.Sale, Performance.Remark
LABELS = [
    *(state for state in State if state != State.SCHEDULED),
    *(sale for sale in Sale if sale != Sale.ON_SALE),
    *(remark for remark in Remark if remark != Remark.NOTHING),
]
MOVED = {"state": State.RESCHEDULED, "moved_from": moment(2026, 10, 10, 18, 30)}

CASES = {
    "scheduled": ({}, []),
    "cancelled": ({"state": State.CANCELLED, "sale": Sale.FEW_LEFT, "remark": Remark.GUEST}, [State.CANCELLED]),
    "postponed": ({"state": State.POSTPONED, "sale": Sale.SOLD_OUT}, [State.POSTPONED]),
    "rescheduled": (MOVED, [State.RESCHEDULED]),
    "few left": ({"sale": Sale.FEW_LEFT}, [Sale.FEW_LEFT]),
    "sold out": ({"sale": Sale.SOLD_OUT}, [Sale.SOLD_OUT]),
    "free": ({"sale": Sale.FREE}, [Sale.FREE]),
    "box office only": ({"sale": Sale.BOX_OFFICE}, [Sale.BOX_OFFICE]),
    "premiere": ({"remark": Remark.PREMIERE}, [Remark.PREMIERE]),
    "last show": ({"remark": Remark.LAST_SHOW}, [Remark.LAST_SHOW]),
    "guest company": ({"remark": Remark.GUEST}, [Remark.GUEST]),
    "moved and sold out": (MOVED | {"sale": Sale.SOLD_OUT}, [State.RESCHEDULED, Sale.SOLD_OUT]),
}

SURFACES = {
    "what's on": (lambda shown, language: f"/{language}/afisha/", "li.row"),
    "what's on for adults": (lambda shown, language: f"/{language}/afisha/adults/", "li.row"),
    "week": (lambda shown, language: f"/{language}/afisha/2026/w47/", "li.row"),
    "month": (lambda shown, language: f"/{language}/afisha/2026/11/", "div.ev"),
    "its own page": (address, "article"),
    "the production's page": (lambda shown, language: address(shown.production, language), "ol.dates"),
    "the page of another date": (lambda shown, language: address(create_other_date(shown), language), "ol.dates"),
    "the home page's hero": (lambda shown, language: f"/{language}/", "article.yu__p"),
    "the home page's list": (lambda shown, language: home_with_another_saturday_before(language), "li.row"),
    "a post about it": (lambda shown, language: address(create_post(performances=[shown]), language), "ul.docs"),
    "the month's poster on paper": (lambda shown, language: f"/{language}/afisha/2026/11/", "li.date"),
    "the search": (lambda shown, language: f"/{language}/search/?q={shown.production.title_ru}&kind=dates", "ol.hits"),
    "the festival's programme": (lambda shown, language: programme_with(shown, language), "div.progw"),
    "the festival's programme on paper": (lambda shown, language: programme_with(shown, language), "tr.line"),
}


def words_of_the_calendar(response):
    [event] = icalendar.Calendar.from_ical(response.content).events
    return f"{event['SUMMARY']} {event['DESCRIPTION']}"


def words_of_the_feed(response):
    [entry] = feedparser.parse(response.content).entries
    return entry.summary


def words_of_open_data(response):
    """The labels of its codes, so that they can be compared with what people read."""
    [date] = response.json()["performances"]
    codes = [State(date["state"]), *([] if date["state"] in {"cancelled", "postponed"} else [Sale(date["sale"])])]
    remarks = [Remark(date["remark"])] if date["state"] not in {"cancelled", "postponed"} else []
    return " ".join(str(code.label) for code in [*codes, *remarks] if code in LABELS)


# Not pages: what each gives to programs, with how its words or codes are read
FOR_PROGRAMS = {
    "its calendar": (lambda shown, language: f"{address(shown, language)}calendar.ics", words_of_the_calendar),
    "the calendar of everything": (lambda shown, language: f"/{language}/afisha/calendar.ics", words_of_the_calendar),
    "the feed": (lambda shown, language: f"/{language}/afisha/feed/", words_of_the_feed),
    "open data": (lambda shown, language: f"/{language}/afisha/performances.json", words_of_open_data),
}


def create_other_date(shown):
    return create_performance(production=shown.production, starts_at=moment(2026, 11, 28, 15))


def home_with_another_saturday_before(language):
    create_performance(starts_at=moment(2026, 11, 21, 11))
    return f"/{language}/"


def programme_with(shown, language):
    edition = create_edition(year=2026, starts_on=moment(2026, 11, 20).date(), ends_on=moment(2026, 11, 22).date())
    create_programme_item(edition=edition, performance=shown)
    return f"{address(edition, language)}programme/"


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("case", CASES)
def test_every_surface_says_the_same(client, case, surface):
    assert said_by(client, surface, case, "ru") == labels_of(case, "ru")


@pytest.mark.parametrize("surface", FOR_PROGRAMS)
@pytest.mark.parametrize("case", CASES)
def test_programs_are_told_the_same(client, case, surface):
    create_theatre()
    shown = create_performance(starts_at=moment(2026, 11, 21, 15), **CASES[case][0])
    path_of, reader = FOR_PROGRAMS[surface]

    for language in ("ru", "uk"):
        with translation.override(language):
            words = reader(client.get(path_of(shown, language)))
        found = {label for label in (said(each.label, language) for each in LABELS) if label in words}
        assert found == labels_of(case, language)


@pytest.mark.parametrize("case", CASES)
def test_search_engines_are_told_the_same(client, case):
    """In their own words: the state of the event, and of its tickets if there are any."""
    create_theatre()
    fields = CASES[case][0]
    shown = create_performance(starts_at=moment(2026, 11, 21, 15), **fields)
    event = structured_data(client.get(address(shown, "ru")), "TheaterEvent")

    state, sale = fields.get("state", State.SCHEDULED), fields.get("sale", Sale.ON_SALE)
    assert event["eventStatus"] == f"https://schema.org/Event{state.value.title()}"
    assert ("offers" in event) == (state in {State.SCHEDULED, State.RESCHEDULED})
    if "offers" in event:
        availability = {Sale.FEW_LEFT: "LimitedAvailability", Sale.SOLD_OUT: "SoldOut", Sale.BOX_OFFICE: "InStoreOnly"}
        assert event["offers"]["availability"] == f"https://schema.org/{availability.get(sale, 'InStock')}"


@pytest.mark.parametrize("case", CASES)
def test_the_state_is_said_in_the_language_of_the_page(client, case):
    assert said_by(client, "what's on", case, "uk") == labels_of(case, "uk")


def labels_of(case, language):
    return {said(label.label, language) for label in CASES[case][1]}


def said_by(client, surface, case, language):
    create_theatre()
    shown = create_performance(starts_at=moment(2026, 11, 21, 15), **CASES[case][0])
    path_of, selector = SURFACES[surface]
    [element] = find(client.get(path_of(shown, language)), selector)
    text = text_of(element)
    return {words for words in (said(label.label, language) for label in LABELS) if words in text}


@pytest.mark.parametrize("surface", SURFACES)
def test_a_cancelled_date_has_no_button(client, surface):
    create_theatre(ticket_url="https://tickets.example/")
    shown = create_performance(starts_at=moment(2026, 11, 21, 15), state=State.CANCELLED)
    path_of, selector = SURFACES[surface]

    [element] = find(client.get(path_of(shown, "ru")), selector)

    assert find(element, "a.btn") == []
