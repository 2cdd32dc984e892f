"""An edition as a Festival with what is played in it (schema.org, I10)."""

from datetime import timedelta

from django.urls import reverse

from theatre_site.models import Venue
from theatre_site.structured_data import CONTEXT, iso, picture_address, place, theatre_in_short

from .sharing import picture_of_edition

KINDS = {"show": "TheaterEvent", "master_class": "EducationEvent", "discussion": "EducationEvent"}
BREAK = "break"
STATUSES = {"cancelled": "EventCancelled", "postponed": "EventPostponed", "rescheduled": "EventRescheduled"}


def festival(request, theatre, *, edition, items=()):
    """None for an edition whose days nobody has written down: an event without a date is no event."""
    if not edition.starts_on:
        return None
    home = Venue.objects.home()
    address = request.build_absolute_uri(edition.get_absolute_url())
    programme = request.build_absolute_uri(reverse("festivals:programme", args=[edition.year]))
    return {
        "@type": "Festival",
        "@id": address,
        "url": address,
        "name": edition.name,
        "description": edition.title,
        "startDate": edition.starts_on,
        "endDate": edition.ends_on,
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "image": picture_address(request, picture_of_edition(edition), theatre),
        "location": place(home, theatre),
        "organizer": theatre_in_short(request, theatre),
        "subEvent": [sub_event(request, each, theatre, home, programme) for each in items if each.kind != BREAK],
    }


def sub_event(request, item, theatre, home, programme):
    performance = item.performance
    address = performance and request.build_absolute_uri(performance.get_absolute_url())
    moved = performance and performance.state == "rescheduled"
    return {
        "@type": KINDS.get(item.kind, "Event"),
        "@id": address,
        "url": address or programme,
        "name": item.name,
        "startDate": iso(item.moment),
        "endDate": iso(item.moment + timedelta(minutes=item.minutes)) if item.minutes else None,
        "previousStartDate": iso(performance.moved_from) if moved else None,
        "eventStatus": f"{CONTEXT}/{STATUSES.get(performance.state if performance else '', 'EventScheduled')}",
        "location": place(item.place or home, theatre),
        "performer": troupe(item, request, theatre),
    }


def troupe(item, request, theatre):
    if item.participant:
        company = item.participant.company
        return {"@type": "TheaterGroup", "name": company.name, "url": company.url, "location": company.town}
    return theatre_in_short(request, theatre) if item.performance and item.performance.production else None
