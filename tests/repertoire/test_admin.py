from datetime import time, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from repertoire.models import Gap, Performance, Person, Production, Season, WeeklySlot
from tests.admin_forms import admin_url, errors_of, messages_of, refusal, submit
from tests.factories import (
    create_credit,
    create_gap,
    create_performance,
    create_person,
    create_production,
    create_season,
    create_slot,
    create_theatre,
    create_venue,
    moment,
)
from tests.pages import elements_of, links_of, texts_of
from tests.queries import queries_for
from theatre_site.languages import columns

MAKE_DATES = "admin:repertoire_performance_make_dates"

# The clock of these tests stands on Wednesday, 18 November 2026.


def listed(client, **query):
    """The dates in the list, in its order."""
    page = client.get(admin_url(Performance, "changelist"), query)
    return list(page.context["cl"].result_list)


def made_by_the_rhythm():
    create_slot()
    Performance.objects.make_from_slots(weeks=2)
    return list(Performance.objects.order_by("starts_at"))


# The list of the dates


def test_the_list_begins_with_what_is_still_to_come(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 17, 15))
    earlier_today = create_performance(starts_at=moment(2026, 11, 18, 9))
    later = create_performance(starts_at=moment(2026, 12, 5, 15))
    saturday = create_performance(starts_at=moment(2026, 11, 21, 15))

    assert listed(admin_client) == [earlier_today, saturday, later]


def test_the_list_can_show_today_the_past_or_everything(at, admin_client):
    long_ago = create_performance(starts_at=moment(2009, 11, 17, 15))
    yesterday = create_performance(starts_at=moment(2026, 11, 17, 15))
    tonight = create_performance(starts_at=moment(2026, 11, 18, 19))
    tomorrow = create_performance(starts_at=moment(2026, 11, 19, 19))

    assert listed(admin_client, when="today") == [tonight]
    assert listed(admin_client, when="past") == [yesterday, long_ago]
    assert listed(admin_client, when="all") == [tomorrow, tonight, yesterday, long_ago]


def test_a_year_chosen_above_the_list_may_be_a_past_one(at, admin_client):
    long_ago = create_performance(starts_at=moment(2009, 11, 17, 15))
    create_performance(starts_at=moment(2026, 11, 21, 15))

    assert listed(admin_client, starts_at__year="2009") == [long_ago]


def test_the_list_says_the_state_in_words(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 21, 15))
    create_performance(starts_at=moment(2026, 11, 22, 15), state="cancelled")
    create_performance(starts_at=moment(2026, 11, 23, 15), state="rescheduled", moved_from=moment(2026, 11, 20, 15))

    page = admin_client.get(admin_url(Performance, "changelist"))

    assert texts_of(page, "span.badge") == [
        str(Performance.State(state).label) for state in ("scheduled", "cancelled", "rescheduled")
    ]


def test_the_list_names_a_guest_show_and_a_play_to_be_announced(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 21, 15), production=None, title_ru="Гости из Львова")
    create_performance(starts_at=moment(2026, 11, 22, 15), production=None)

    page = admin_client.get(admin_url(Performance, "changelist"))

    assert texts_of(page, "td.field-what") == ["Гости из Львова", gettext("play to be announced")]


def test_the_list_shows_the_poster_of_each_play(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 21, 15))
    create_performance(starts_at=moment(2026, 11, 22, 15), production=None)

    page = admin_client.get(admin_url(Performance, "changelist"))

    cells = elements_of(page, "td", class_="field-poster")
    assert [len(list(cell.iter("span"))) for cell in cells] == [1, 0]


def test_the_list_is_drilled_down_by_years_and_months(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 21, 15))
    december = create_performance(starts_at=moment(2026, 12, 5, 15))
    create_performance(starts_at=moment(2027, 1, 2, 15))

    page = admin_client.get(admin_url(Performance, "changelist"))

    assert [address for address in links_of(page) if address.startswith("?starts_at__year=")] == [
        "?starts_at__year=2026",
        "?starts_at__year=2027",
    ]
    assert listed(admin_client, starts_at__year="2026", starts_at__month="12") == [december]


def test_many_dates_in_the_list_cost_as_many_queries_as_few(at, admin_client):
    create_performance(starts_at=moment(2026, 11, 21, 15), venue=create_venue())
    few = queries_for(admin_client, admin_url(Performance, "changelist"))

    productions = [create_production() for _number in range(20)]
    Performance.objects.bulk_create(
        Performance(production=productions[number % 20], starts_at=moment(2026, 12, 1 + number % 28, number % 24))
        for number in range(2000)
    )

    assert queries_for(admin_client, admin_url(Performance, "changelist")) == few <= 15


# The form of a date


def test_a_past_date_is_saved_with_a_warning(at, admin_client):
    page = submit(admin_client, admin_url(Performance, "add"), starts_at_0="2009-11-17", starts_at_1="15:00")

    assert gettext("This date is in the past. It is saved for the archive.") in messages_of(page)
    assert [performance.starts_at for performance in Performance.objects.all()] == [moment(2009, 11, 17, 15)]


def test_a_coming_date_is_saved_without_a_warning(at, admin_client):
    page = submit(admin_client, admin_url(Performance, "add"), starts_at_0="2026-11-21", starts_at_1="15:00")

    assert len(messages_of(page)) == 1
    assert Performance.objects.count() == 1


def test_an_old_date_can_be_changed_without_a_warning(at, admin_client):
    performance = create_performance(starts_at=moment(2009, 11, 17, 15))

    page = submit(admin_client, admin_url(performance), remark="premiere")

    assert len(messages_of(page)) == 1


def test_a_moved_show_needs_its_old_date(at, admin_client):
    page = submit(admin_client, admin_url(create_performance()), state="rescheduled")

    assert errors_of(page) == {"moved_from": [gettext("Say the old date of a show that was moved.")]}


def test_a_show_without_length_is_refused_beside_the_field(at, admin_client):
    page = submit(admin_client, admin_url(create_performance()), running_time=0)

    assert errors_of(page) == {"running_time": [gettext("The running time is between 1 and 600 minutes.")]}


def test_a_running_time_that_nobody_could_sit_through_is_refused_beside_it(admin_client):
    page = submit(admin_client, admin_url(create_performance()), running_time="9" * 12)

    assert list(errors_of(page)) == ["running_time"]


def test_what_is_no_date_and_no_number_is_told_beside_its_field(at, admin_client):
    page = submit(
        admin_client, admin_url(Performance, "add"), starts_at_0="завтра", starts_at_1="15:00", price_min="много"
    )

    assert errors_of(page).keys() == {"starts_at", "price_min"}


@pytest.mark.parametrize(
    ("production", "has_page"), [({}, True), ({"status": "draft"}, False)], ids=["published", "draft"]
)
def test_a_date_leads_to_its_page_if_visitors_may_see_it(production, has_page, at, admin_client):
    performance = create_performance(production=create_production(**production))

    page = admin_client.get(admin_url(performance))

    assert (page.context["absolute_url"] is not None) == has_page


# Making dates from the weekly rhythm


@pytest.mark.parametrize("model", [Performance, WeeklySlot])
def test_the_button_stands_above_the_dates_and_above_the_rhythm(model, at, admin_client):
    page = admin_client.get(admin_url(model, "changelist"))

    assert [form.get("method") for form in elements_of(page, "form", action=reverse(MAKE_DATES))] == ["post"]


def test_the_button_makes_the_dates_and_says_how_many(at, admin_client):
    create_theatre(weeks_ahead=2)
    create_slot()

    page = admin_client.post(reverse(MAKE_DATES), follow=True)

    days = [timezone.localdate(performance.starts_at).isoformat() for performance in Performance.objects.all()]
    assert days == ["2026-11-21", "2026-11-28"]
    assert page.redirect_chain == [(admin_url(Performance, "changelist"), 302)]
    assert ["2" in message for message in messages_of(page)] == [True]


def test_the_button_says_that_nothing_is_missing(at, admin_client):
    made_by_the_rhythm()
    create_theatre(weeks_ahead=2)

    page = admin_client.post(reverse(MAKE_DATES), follow=True)

    assert messages_of(page) == [gettext("The weekly rhythm has all its dates already.")]


def test_dates_are_made_by_pressing_the_button_and_not_by_opening_an_address(at, admin_client):
    create_slot()

    assert admin_client.get(reverse(MAKE_DATES)).status_code == 405
    assert not Performance.objects.exists()


def test_only_whoever_may_add_dates_can_make_them(at, db, client):
    create_slot()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_performance"))
    client.force_login(reader)

    page = client.get(admin_url(Performance, "changelist"))

    assert elements_of(page, "form", action=reverse(MAKE_DATES)) == []
    assert client.post(reverse(MAKE_DATES)).status_code == 403
    assert not Performance.objects.exists()


def test_the_command_says_how_many_dates_it_made(at, db, capsys):
    create_slot()

    call_command("make_performances", weeks=1)
    call_command("make_performances", weeks=3)
    call_command("make_performances", weeks=3)

    assert capsys.readouterr().out.splitlines() == [
        "The weekly rhythm has made 1 new date.",
        "The weekly rhythm has made 2 new dates.",
        "The weekly rhythm has all its dates already; nothing was made.",
    ]


def test_the_command_asks_for_at_least_one_week(db):
    with pytest.raises(CommandError):
        call_command("make_performances", weeks=0)


# Deleting


def test_a_deleted_date_of_the_rhythm_stays_free(at, admin_client):
    first, second = made_by_the_rhythm()

    page = admin_client.post(admin_url(first, "delete"), {"post": "yes"}, follow=True)
    Performance.objects.make_from_slots(weeks=2)

    free = gettext("The weekly rhythm will leave %(day)s free.") % {"day": date_format(first.slot_day, "j E")}
    assert free in messages_of(page)
    assert [(gap.day, gap.slot) for gap in Gap.objects.all()] == [(first.slot_day, first.slot)]
    assert list(Performance.objects.all()) == [second]


def test_several_deleted_dates_of_the_rhythm_stay_free(at, admin_client):
    dates = made_by_the_rhythm()
    create_gap(day=dates[0].slot_day, slot=dates[0].slot)
    selected = {"action": "delete_selected", "_selected_action": [date.pk for date in dates], "post": "yes"}

    admin_client.post(admin_url(Performance, "changelist"), selected)
    Performance.objects.make_from_slots(weeks=2)

    assert [gap.day for gap in Gap.objects.order_by("day")] == [date.slot_day for date in dates]
    assert not Performance.objects.exists()


def test_a_deleted_date_of_the_past_or_of_nobodys_rhythm_leaves_no_gap(at, admin_client):
    past = create_performance(
        starts_at=moment(2026, 11, 14, 15), slot=create_slot(), slot_day=timezone.localdate() - timedelta(days=4)
    )
    single = create_performance()

    for performance in (past, single):
        admin_client.post(admin_url(performance, "delete"), {"post": "yes"})

    assert not Performance.objects.exists()
    assert not Gap.objects.exists()


def test_a_production_with_dates_is_kept_and_the_page_says_what_to_do(at, admin_client):
    production = create_production(title_ru="Ревизор")
    for month in range(1, 13):
        create_performance(production=production, starts_at=moment(2020, month, 4, 15))

    page = admin_client.post(admin_url(production, "delete"), {"post": "yes"})

    words = gettext("Tick “no longer played” instead.")
    assert page.context["protected"] == [f"{refusal('Ревизор', performance=12)} {words}"]
    assert Production.objects.get() == production


def test_a_production_that_was_never_played_can_be_deleted_with_its_credits(at, admin_client):
    production = create_credit().production

    admin_client.post(admin_url(production, "delete"), {"post": "yes"})

    assert not Production.objects.exists()


def test_a_person_with_credits_is_kept_and_the_page_says_what_to_do(at, admin_client):
    person = create_person(name_ru="Анна Петренко")
    create_credit(person=person)
    selected = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}

    page = admin_client.post(admin_url(Person, "changelist"), selected)

    words = gettext("Withdraw it from the site instead.")
    assert page.context["protected"] == [f"{refusal('Анна Петренко', credit=1)} {words}"]
    assert Person.objects.get() == person


def test_a_slot_can_be_deleted_and_its_dates_stay(at, admin_client):
    dates = made_by_the_rhythm()

    admin_client.post(admin_url(WeeklySlot.objects.get(), "delete"), {"post": "yes"})

    assert not WeeklySlot.objects.exists()
    assert [date.slot for date in Performance.objects.all()] == [None] * len(dates)


# Rules of several rows


def test_seasons_that_share_days_are_refused_beside_the_date(at, admin_client):
    create_season(number=43, starts_on="2025-09-01", ends_on="2026-05-31")

    page = submit(admin_client, admin_url(Season, "add"), number=44, starts_on="2026-05-01", ends_on="2027-05-31")

    assert errors_of(page) == {"starts_on": [gettext("Another season has some of these days already.")]}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "wrong"),
    [
        ("2026-09-01", "2026-09-01", {"ends_on"}),
        ("2026-09-01", "2025-05-31", {"ends_on"}),
        ("", "2026-05-31", {"starts_on"}),
        ("осенью", "", {"starts_on", "ends_on"}),
    ],
)
def test_a_season_with_wrong_days_is_sent_back(starts_on, ends_on, wrong, at, admin_client):
    page = submit(admin_client, admin_url(Season, "add"), number=44, starts_on=starts_on, ends_on=ends_on)

    assert errors_of(page).keys() == wrong


def test_a_second_slot_at_the_same_time_is_refused_beside_the_time(at, admin_client):
    create_slot(weekday=6, time=time(15))
    same = {"weekday": 6, "time": "15:00", "audience": "children"}

    page = submit(admin_client, admin_url(WeeklySlot, "add"), **same)
    elsewhere = submit(admin_client, admin_url(WeeklySlot, "add"), **same, venue=create_venue().pk)

    assert errors_of(page) == {"time": [gettext("There is a weekly slot at this time already.")]}
    assert errors_of(elsewhere) == {}


def test_a_day_is_announced_as_free_once(at, admin_client):
    create_gap(day="2026-12-26")

    page = submit(admin_client, admin_url(Gap, "add"), day="2026-12-26")

    assert errors_of(page) == {"day": [gettext("This day is announced as free already.")]}


def test_a_credit_needs_a_role_in_some_language(at, admin_client):
    production, person = create_production(), create_person()
    row = {"credit-TOTAL_FORMS": 1, "credit-0-person": person.pk, "credit-0-kind": "cast", "credit-0-order": 0}

    page = submit(admin_client, admin_url(production), **row)

    assert errors_of(page) == {f"credit-0-{columns('role')[0]}": [gettext("Fill this in, in at least one language.")]}
