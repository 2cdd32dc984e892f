"""Read back with icalendar, as telephones do."""

from datetime import timedelta

import icalendar
import pytest

from festivals.models import ProgrammeItem
from tests.factories import (
    create_edition,
    create_participant,
    create_performance,
    create_programme_item,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(at):
    create_theatre()
    days = {"starts_on": moment(2026, 11, 20).date(), "ends_on": moment(2026, 11, 22).date()}
    return create_edition(year=2026, name_ru="ТЮЗ-2026", name_uk="ТЮГ-2026", **days)


def events_at(client, path="/ru/festival/2026/calendar.ics"):
    response = client.get(path)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content).events


def test_the_programme_is_a_calendar(client, edition):
    participant = create_participant(edition=edition, state="accepted", running_time=70)
    venue = create_venue(town_ru="Макеевка")
    show = {"kind": "show", "participant": participant, "title_ru": "", "title_uk": ""}
    create_programme_item(edition=edition, starts_at=moment(2026, 11, 20, 12))
    item = create_programme_item(edition=edition, starts_at=moment(2026, 11, 20, 18), venue=venue, **show)

    opening, event = events_at(client)
    assert [str(each["SUMMARY"]) for each in (opening, event)] == ["Открытие", str(participant.show)]
    assert (event.start, event.end) == (item.starts_at, item.starts_at + timedelta(minutes=70))
    assert str(event["LOCATION"]) == "Дворец культуры, улица Театральная, 1, Макеевка"
    assert str(event["URL"]) == "http://testserver/ru/festival/2026/programme/"
    assert str(participant.company) in str(event["DESCRIPTION"]).splitlines()


def test_a_show_in_whats_on_is_the_same_event_in_both_calendars(client, edition):
    performance = create_performance(starts_at=moment(2026, 11, 21, 15), state="cancelled")
    create_programme_item(edition=edition, performance=performance)

    [here], [there] = events_at(client), events_at(client, f"{address(performance, 'ru')}calendar.ics")
    assert (str(here["UID"]), here.sequence, here.start) == (str(there["UID"]), there.sequence, there.start)
    assert (str(here["STATUS"]), str(here["SUMMARY"])[:7]) == ("CANCELLED", "ОТМЕНА:")


def test_internal_notes_and_refused_participants_stay_away(client, edition):
    refused = create_participant(edition=edition, state="rejected")
    create_programme_item(edition=edition, participant=refused)
    create_programme_item(edition=edition, note="секрет")

    response = client.get("/ru/festival/2026/calendar.ics")
    assert len(icalendar.Calendar.from_ical(response.content).events) == 1
    assert "секрет" not in response.content.decode()


def test_an_edition_without_a_programme_has_no_calendar(client, edition):
    assert client.get("/ru/festival/2026/calendar.ics").status_code == 404


def test_the_sequence_of_an_item_grows_with_its_hour(db, edition):
    item = create_programme_item(edition=edition)
    item.note = "позвонить"
    item.save()
    assert ProgrammeItem.objects.get().sequence == 0

    item.starts_at += timedelta(hours=2)
    item.save()
    assert ProgrammeItem.objects.get().sequence == 1


def test_the_programme_offers_to_subscribe_until_the_festival_is_over(client, edition, at):
    create_programme_item(edition=edition)
    link = "webcal://testserver/ru/festival/2026/calendar.ics"
    assert link in client.get("/ru/festival/2026/programme/").content.decode()

    at("2026-12-01 12:00")
    assert link not in client.get("/ru/festival/2026/programme/").content.decode()
