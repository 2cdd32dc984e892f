"""A date as a TheaterEvent, a production as a Play (schema.org)."""

from theatre_site.models import Venue
from theatre_site.structured_data import CONTEXT, iso, picture_address, place, theatre_in_short

from .models import Performance, Production
from .sharing import picture_of_performance, picture_of_production

State, Sale = Performance.State, Performance.Sale

STATUSES = {
    State.SCHEDULED: "EventScheduled",
    State.CANCELLED: "EventCancelled",
    State.POSTPONED: "EventPostponed",
    State.RESCHEDULED: "EventRescheduled",
}
AVAILABILITY = {
    Sale.ON_SALE: "InStock",
    Sale.FEW_LEFT: "LimitedAvailability",
    Sale.SOLD_OUT: "SoldOut",
    Sale.FREE: "InStock",
    Sale.BOX_OFFICE: "InStoreOnly",
}
LANGUAGES = {
    Production.Language.UKRAINIAN: ["uk"],
    Production.Language.RUSSIAN: ["ru"],
    Production.Language.BOTH: ["uk", "ru"],
    Production.Language.NONE: ["zxx"],  # ISO 639-2: no linguistic content
}


def theater_event(request, theatre, *, performance):
    """The address of a date is its name; a date that was called off keeps its day, as schema.org asks (I8)."""
    production = performance.production
    moved = performance.state == State.RESCHEDULED
    ours = theatre_in_short(request, theatre)
    return {
        "@type": "TheaterEvent",
        **named(request, performance),
        "name": performance.heading,
        "startDate": iso(performance.starts_at),
        "endDate": iso(performance.ends_at) if performance.length else None,
        "eventStatus": f"{CONTEXT}/{STATUSES[performance.state]}",
        "previousStartDate": iso(performance.moved_from) if moved else None,
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "location": place(performance.venue or Venue.objects.home(), theatre),
        "image": picture_address(request, picture_of_performance(performance), theatre),
        "description": performance.state_reason or (production and production.lead),
        "typicalAgeRange": age_range(performance.age_mark),
        "inLanguage": LANGUAGES.get(production.language) if production else None,
        "isAccessibleForFree": True if performance.sale == Sale.FREE else None,
        "offers": offers(request, performance, theatre),
        "workPerformed": play_in_short(request, production) if production else None,
        "superEvent": festival(request, performance.edition),
        "organizer": ours,
        "performer": ours if production else None,
    }


def offers(request, performance, theatre):
    """What a ticket costs and whether there is one (I9); nothing when it is off, over or nobody has named a price."""
    lowest, highest = performance.lowest_price, performance.highest_price
    if performance.sale == Sale.FREE:
        lowest = highest = 0
    if performance.is_off or performance.has_begun or lowest is None:
        return None
    band = {"price": lowest} if lowest == highest else {"lowPrice": lowest, "highPrice": highest}
    return {
        "@type": "Offer" if lowest == highest else "AggregateOffer",
        **band,
        "priceCurrency": "UAH",
        "availability": f"{CONTEXT}/{AVAILABILITY[performance.sale]}",
        "url": performance.ticket_url or theatre.ticket_url or address_of(request, performance),
        "validThrough": iso(performance.starts_at),
    }


def play(request, theatre, *, production):
    return {
        **play_in_short(request, production),
        "genre": production.genre,
        "description": production.lead,
        "image": picture_address(request, picture_of_production(production), theatre),
        "inLanguage": LANGUAGES.get(production.language),
        "typicalAgeRange": age_range(production.age_mark),
        "datePublished": production.premiere_on,
        "producer": theatre_in_short(request, theatre),
    }


def play_in_short(request, production):
    return {"@type": "Play", **named(request, production), "name": production.title}


def festival(request, edition):
    return {"@type": "Festival", **named(request, edition), "name": edition.name} if edition else None


def named(request, thing):
    return {"@id": address_of(request, thing), "url": address_of(request, thing)}


def address_of(request, thing):
    return request.build_absolute_uri(thing.get_absolute_url())


def age_range(age_mark):
    """“6+” is “6-” in schema.org."""
    return age_mark.replace("+", "-")
