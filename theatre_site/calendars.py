"""Calendars that people subscribe to: RFC 5545, with the properties of RFC 7986 that make a subscription pleasant.

There is no METHOD, so DTSTAMP is the moment of the last change, as RFC 5545, 3.8.7.2 has it; the same dates always
give the same bytes, and a client that asks again is answered "not modified".
"""

import uuid
from datetime import timedelta

import icalendar
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import conditional_page
from icalendar import vDuration

from theatre_site.languages import page_language

# How long a date stays in the calendars when it is over: a cancelled one must have reached every telephone (I3).
KEPT_FOR = timedelta(days=31)
REFRESH_EVERY = timedelta(hours=4)


# What stands before the title, because many programs do not show STATUS (I3)
SUMMARIES = {
    "cancelled": pgettext_lazy("calendar", "CANCELLED: %(title)s"),
    "postponed": pgettext_lazy("calendar", "POSTPONED, the new date will be announced: %(title)s"),
    "rescheduled": pgettext_lazy("calendar", "NEW DATE: %(title)s"),
}
STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


class SequenceField(models.PositiveIntegerField):
    """SEQUENCE: grows on every write that changes one of the fields in `follows`, whatever the door."""

    def __init__(self, *args, follows=(), **kwargs):
        self.follows = follows
        super().__init__(*args, **{"default": 0, "editable": False, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "follows": self.follows}

    def pre_save(self, model_instance, add):
        before = None if add else self.kept(model_instance)
        if before and any(before[name] != getattr(model_instance, name) for name in self.follows):
            setattr(model_instance, self.attname, before[self.attname] + 1)
        return super().pre_save(model_instance, add)

    def kept(self, row):
        return type(row)._base_manager.filter(pk=row.pk).values(self.attname, *self.follows).first()


class InCalendars(models.Model):
    """What stands in a calendar: `uid` is its name there for the whole of its life."""

    uid = models.UUIDField(db_default=RandomUUID(), editable=False, unique=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        abstract = True


def event(row, *, url, title, state, starts_at, ends_at, changed, **properties):
    """One VEVENT; `row` is an InCalendars with a `sequence`. The moments come in the time zone of the theatre, so that
    they have a TZID and survive a change of the clocks. Empty properties are left out."""
    made = icalendar.Event.new(
        uid=str(row.uid),
        sequence=row.sequence,
        summary=str(SUMMARIES.get(state, "%(title)s") % {"title": title}),
        status=STATUSES.get(state, "CONFIRMED"),
        transparency="TRANSPARENT" if state in STATUSES else "OPAQUE",
        start=timezone.localtime(starts_at),
        end=timezone.localtime(ends_at),
        stamp=changed,
        last_modified=changed,
        url=url,
        **{name: value for name, value in properties.items() if value},
    )
    made["SUMMARY"].params["LANGUAGE"] = getattr(title, "language", page_language())
    return made


def calendar(events, *, name, description, page, source):
    """VCALENDAR with the rules of each time zone in it; `page` is where people read the same, `source` its address."""
    made = icalendar.Calendar.new(
        prodid="-//Repertory theatre//What's on//EN",
        uid=str(uuid.uuid5(uuid.NAMESPACE_URL, source)),
        name=name,
        description=description,
        url=page,
        source=source,
        subcomponents=events,
    )
    made.add("REFRESH-INTERVAL", vDuration(REFRESH_EVERY), {"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", vDuration(REFRESH_EVERY))
    made.add("X-WR-TIMEZONE", timezone.get_current_timezone_name())
    made.add_missing_timezones(first_date=min((each.start.date() for each in events), default=timezone.localdate()))
    return made


@conditional_page
def calendar_response(request, events, *, name, description, page):
    made = calendar(
        list(events),
        name=name,
        description=description,
        page=request.build_absolute_uri(page),
        source=request.build_absolute_uri(request.path),
    )
    response = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="theatre.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
