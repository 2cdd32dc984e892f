"""Our dates in people's own calendars; the rules of the format are in theatre_site/calendars.py."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theatre_site import front_desk
from theatre_site.calendars import calendar_response, event
from theatre_site.models import Venue
from theatre_site.plain_text import plain_text

from .models.audience import Audience

NAMES = {
    "": gettext_lazy("What's on"),
    Audience.ADULTS: gettext_lazy("What's on for adults"),
    Audience.CHILDREN: gettext_lazy("What's on for children"),
}


def calendar_of(request, performances, *, name, page):
    theatre, home = front_desk.current(), Venue.objects.home()
    return calendar_response(
        request,
        [event_of(request, performance, theatre, home) for performance in performances],
        name=f"{theatre.short_name}: {name}",
        description=_("Dates, prices and how to order a ticket. Changes come by themselves."),
        page=page,
    )


def event_of(request, performance, theatre, home):
    place = performance.venue or home
    address = request.build_absolute_uri(performance.get_absolute_url())
    return event(
        performance,
        title=performance.heading,
        state=performance.state,
        starts_at=performance.starts_at,
        ends_at=performance.ends_at,
        url=address,
        location=place.in_full if place else "",
        categories=[performance.audience_name],
        description=plain_text("repertoire/performance.txt", performance=performance, theatre=theatre, address=address),
        changed=performance.changed_at,
    )
