"""An edition's programme in people's own calendars; the rules of the format are in theatre_site/calendars.py."""

from datetime import timedelta

from django.urls import reverse

from theatre_site.calendars import calendar_response, event
from theatre_site.models import Venue
from theatre_site.plain_text import plain_text

USUAL_MINUTES = 60


def calendar_of(request, edition, items):
    page, home = reverse("festivals:programme", args=[edition.year]), Venue.objects.home()
    events = [event_of(request, item, request.build_absolute_uri(page), home) for item in items]
    return calendar_response(request, events, name=edition.name, description=edition.title or edition.name, page=page)


def event_of(request, item, page, home):
    """A show that stands in what's on too is the same event in both calendars: it has one UID."""
    performance, place = item.performance, item.place or home
    address = request.build_absolute_uri(performance.get_absolute_url()) if performance else page
    return event(
        performance or item,
        title=item.name,
        state=performance.state if performance else "",
        starts_at=item.moment,
        ends_at=item.moment + timedelta(minutes=item.minutes or USUAL_MINUTES),
        url=address,
        location=place.in_full if place else "",
        description=plain_text("festivals/programme_item.txt", item=item, address=address),
        changed=max(item.updated_at, performance.changed_at) if performance else item.updated_at,
    )
