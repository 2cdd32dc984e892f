"""When time alone changes a page."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    create_banner,
    create_edition,
    create_notice,
    create_opening_hours,
    create_performance,
    create_post,
    create_production,
    create_theatre,
)
from theatre_site.models.box_office import Weekday
from theatre_site.page_cache.next_moment import next_moment
from theatre_site.publishing import Publishable

# The clock of these tests stands at Wednesday, 18 November 2026, 10:00
SOON, LATER = "2026-11-18 11:00", "2026-11-18 20:00"
MIDNIGHT = "2026-11-19 00:00"
NOON_BEFORE = "2026-11-17 12:00"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def moment(words):
    return datetime.fromisoformat(words).replace(tzinfo=timezone.get_default_timezone())


def test_at_the_latest_it_is_midnight_in_the_theatre():
    create_post()

    assert next_moment() == moment(MIDNIGHT)


@pytest.mark.parametrize(
    "create",
    [
        lambda soon: create_post(publish_at=soon),
        lambda soon: create_post(unpublish_at=soon),
        lambda soon: create_post(pinned_until=soon),
        lambda soon: create_banner(publish_at=soon),
        lambda soon: create_notice(starts_at=soon),
        lambda soon: create_notice(starts_at=moment(NOON_BEFORE), ends_at=soon),
        lambda soon: create_edition(results_at=soon),
        lambda soon: create_edition(press_at=soon),
        lambda soon: create_edition(photos_at=soon),
        lambda soon: create_performance(starts_at=soon),
        lambda soon: create_performance(starts_at=soon - timedelta(minutes=70), running_time=70),
        lambda soon: create_performance(
            starts_at=soon - timedelta(minutes=65), production=create_production(running_time=65)
        ),
    ],
    ids=[
        "post begins",
        "post ends",
        "post no longer first",
        "banner begins",
        "notice begins",
        "notice ends",
        "results",
        "press release",
        "photos",
        "show begins",
        "show ends",
        "show ends as its play does",
    ],
)
def test_the_soonest_moment_counts(create):
    create(moment(LATER))
    create(moment(SOON))

    assert next_moment() == moment(SOON)


def test_the_box_office_opens_and_closes(at):
    create_theatre()
    for weekday in Weekday.values:
        create_opening_hours(weekday=weekday, opens=time(9), closes=time(15))
    closes = next_moment()
    at("2026-11-18 08:00")

    assert (closes, next_moment()) == (moment("2026-11-18 15:00"), moment("2026-11-18 09:00"))


def test_a_draft_changes_nothing():
    create_post(publish_at=moment(SOON), status=Publishable.Status.DRAFT)

    assert next_moment() == moment(MIDNIGHT)


def test_what_is_over_changes_nothing():
    create_post(publish_at=moment(NOON_BEFORE))
    create_performance(starts_at=moment(NOON_BEFORE))

    assert next_moment() == moment(MIDNIGHT)


def test_it_costs_two_queries(django_assert_num_queries):
    create_theatre()
    with django_assert_num_queries(2):
        next_moment()
