import pytest

from repertoire.models import Performance
from tests.factories import (
    create_edition,
    create_performance,
    create_production,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address
from tests.structured_data import said_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

State, Sale = Performance.State, Performance.Sale
SATURDAY = moment(2026, 11, 21, 15)
HERE = "http://testserver"


def event_of(client, language="ru", **fields):
    create_theatre()
    performance = create_performance(**{"starts_at": SATURDAY, **fields})
    return said_by(client.get(address(performance, language)), "TheaterEvent")


def test_a_date_is_an_event_with_all_that_a_visitor_asks(client):
    create_venue(is_home=True, name_ru="Театр", town_ru="Макеевка")
    production = create_production(
        language="both", running_time=100, age_rating=6, price_min=30, price_max=45, lead_ru="Чиновники ждут."
    )
    event = event_of(client, production=production)
    own = f"{HERE}{address(Performance.objects.get(), 'ru')}"
    theatre = {
        "@type": "PerformingArtsTheater",
        "@id": f"{HERE}/#theatre",
        "name": "Театр юного зрителя",
        "url": f"{HERE}/ru/",
    }
    play_address = f"{HERE}{address(production, 'ru')}"

    assert event.pop("image").startswith(f"{own}picture.png?v=")
    assert event == {
        "@type": "TheaterEvent",
        "@id": own,
        "url": own,
        "name": "Ревизор",
        "startDate": "2026-11-21T15:00:00+02:00",
        "endDate": "2026-11-21T16:40:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "PerformingArtsTheater",
            "name": "Театр",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "улица Театральная, 1",
                "addressLocality": "Макеевка",
                "addressCountry": "UA",
            },
        },
        "description": "Чиновники ждут.",
        "typicalAgeRange": "6-",
        "inLanguage": ["uk", "ru"],
        "offers": {
            "@type": "AggregateOffer",
            "lowPrice": 30,
            "highPrice": 45,
            "priceCurrency": "UAH",
            "availability": "https://schema.org/InStock",
            "url": own,
            "validThrough": "2026-11-21T15:00:00+02:00",
        },
        "workPerformed": {"@type": "Play", "@id": play_address, "url": play_address, "name": "Ревизор"},
        "organizer": theatre,
        "performer": theatre,
    }


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.SCHEDULED, "EventScheduled"),
        (State.CANCELLED, "EventCancelled"),
        (State.POSTPONED, "EventPostponed"),
        (State.RESCHEDULED, "EventRescheduled"),
    ],
)
def test_the_status_follows_the_state_and_the_day_stays(client, state, status):
    moved = {"moved_from": moment(2026, 10, 10, 18, 30)}
    event = event_of(client, state=state, **moved)

    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event["startDate"] == "2026-11-21T15:00:00+02:00"
    old = "2026-10-10T18:30:00+03:00" if state == State.RESCHEDULED else None
    assert event.get("previousStartDate") == old
    assert ("offers" in event) == (state in {State.SCHEDULED, State.RESCHEDULED})


@pytest.mark.parametrize(
    ("sale", "availability"),
    [
        (Sale.ON_SALE, "InStock"),
        (Sale.FEW_LEFT, "LimitedAvailability"),
        (Sale.SOLD_OUT, "SoldOut"),
        (Sale.BOX_OFFICE, "InStoreOnly"),
        (Sale.FREE, "InStock"),
    ],
)
def test_the_availability_follows_the_sale(client, sale, availability):
    event = event_of(client, sale=sale)
    assert event["offers"]["availability"] == f"https://schema.org/{availability}"
    assert event.get("isAccessibleForFree") == (True if sale == Sale.FREE else None)
    assert event["offers"].get("price") == (0 if sale == Sale.FREE else None)


def test_one_price_is_one_offer_with_the_address_of_its_shop(client):
    event = event_of(client, price_min=40, price_max=40, ticket_url="https://tickets.example/1")
    assert (event["offers"]["@type"], event["offers"]["price"]) == ("Offer", 40)
    assert event["offers"]["url"] == "https://tickets.example/1"


def test_what_has_begun_is_offered_no_more(client, at):
    create_theatre()
    performance = create_performance(starts_at=SATURDAY)
    at("2026-11-21 15:00")
    assert "offers" not in said_by(client.get(address(performance, "ru")), "TheaterEvent")


def test_nothing_is_said_that_nobody_knows(client):
    event = event_of(client, production=create_production(running_time=None, age_rating=None, language=""))
    assert {"endDate", "typicalAgeRange", "inLanguage"} & set(event) == set()


def test_a_date_elsewhere_names_the_place(client):
    event = event_of(client, venue=create_venue(name_ru="Парк", town_ru="Донецк"))
    assert (event["location"]["@type"], event["location"]["name"]) == ("Place", "Парк")


def test_a_date_of_the_festival_belongs_to_it(client):
    create_theatre()
    edition = create_edition(year=2026, starts_on=moment(2026, 11, 20).date(), ends_on=moment(2026, 11, 22).date())
    performance = create_performance(starts_at=SATURDAY)
    create_programme_item(edition=edition, performance=performance)
    event = said_by(client.get(address(performance, "uk")), "TheaterEvent")
    assert event["superEvent"]["url"] == f"{HERE}/uk/festival/2026/"


def test_a_production_is_a_play(client):
    create_theatre()
    production = create_production(genre_uk="Комедія", language="uk", lead_uk="Чиновники чекають.")
    play = said_by(client.get(address(production, "uk")), "Play")
    assert (play["name"], play["genre"], play["inLanguage"]) == ("Ревізор", "Комедія", ["uk"])


def test_a_title_cannot_leave_its_element(client):
    title = "</script><script>alert(1)</script> & <b>"
    event = event_of(client, production=create_production(title_ru=title))
    assert event["name"] == title
