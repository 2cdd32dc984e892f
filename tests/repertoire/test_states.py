"""The state and the sale of a date are said by every surface that shows it, and nowhere twice in different words."""

import pytest

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
    "the festival's programme": (lambda shown, language: programme_with(shown, language), "div.progw"),
    "the festival's programme on paper": (lambda shown, language: programme_with(shown, language), "tr.line"),
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
