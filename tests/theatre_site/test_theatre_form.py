"""The theatre's own facts in one form: who changes what, the week as a grid, and the days that differ."""

from datetime import date, time

import pytest

from tests.admin_forms import admin_url, errors_of, submit
from tests.factories import (
    create_hours_exception,
    create_member_of,
    create_opening_hours,
    create_social_link,
    create_theatre,
    moment,
)
from tests.pages import elements_of, links_of, words_in
from theatre_site import staff
from theatre_site.models import Concession, HoursException, Notice, OpeningHours, Theatre
from theatre_site.models.box_office import Weekday

pytestmark = pytest.mark.django_db

FACTS = {
    "name_ru": "Мой театр",
    "short_name_ru": "МТ",
    "town_ru": "Париж",
    "phones": "101",
    "email": "me@example.org",
    "ticket_url": "https://evil.example/",
    "adults_price_min": "1",
    "adults_price_max": "2",
    "about_ru": "Мой",
    "invitation_ru": "<p>Мой</p>",
    "weeks_ahead": "1",
}


@pytest.fixture
def theatre():
    return create_theatre()


@pytest.fixture
def box_office(client):
    client.force_login(create_member_of(staff.BOX_OFFICE))
    return client


@pytest.fixture
def chief(client):
    client.force_login(create_member_of(staff.CHIEF_EDITOR))
    return client


def inline(page, prefix):
    [found] = [each.formset for each in page.context["inline_admin_formsets"] if each.formset.prefix == prefix]
    return found


# Who changes what


def test_the_box_office_keeps_the_hours(box_office, theatre):
    page = submit(box_office, admin_url(theatre), **{"openinghours-0-opens": "09:00", "openinghours-0-closes": "18:00"})

    assert errors_of(page) == {}
    assert [*OpeningHours.objects.values_list("weekday", "opens", "closes")] == [(1, time(9), time(18))]


def test_the_box_office_announces_a_closed_day(box_office, theatre):
    fields = {"first_day": "01.01.2030", "last_day": "02.01.2030", "is_closed": "on", "theatre": 1}
    rows = {f"hoursexception-0-{name}": value for name, value in fields.items()}

    page = submit(box_office, admin_url(theatre), **rows, **{"hoursexception-TOTAL_FORMS": 1})

    assert errors_of(page) == {}
    assert [*HoursException.objects.values_list("first_day", "last_day", "is_closed")] == [
        (date(2030, 1, 1), date(2030, 1, 2), True)
    ]


def test_the_box_office_cannot_change_names_telephones_and_prices(box_office, theatre):
    page = submit(box_office, admin_url(theatre), **FACTS)

    assert errors_of(page) == {}
    unchanged = Theatre.objects.values(*FACTS).get()
    assert unchanged == {name: getattr(theatre, name) for name in FACTS}


def test_the_box_office_cannot_change_the_social_networks(box_office, theatre):
    link = create_social_link(name="Facebook")
    rows = {"sociallink-TOTAL_FORMS": 1, "sociallink-INITIAL_FORMS": 1, "sociallink-0-id": link.pk}

    submit(box_office, admin_url(theatre), **rows, **{"sociallink-0-name": "X", "sociallink-0-url": "https://x.test/"})

    link.refresh_from_db()
    assert link.name == "Facebook"


def test_the_chief_editor_changes_all_of_it(chief, theatre):
    submit(chief, admin_url(theatre), **FACTS)

    changed = Theatre.objects.values(*FACTS).get()
    assert {name: str(value) for name, value in changed.items()} == FACTS


def test_the_form_leads_to_what_belongs_to_it(box_office, theatre):
    page = box_office.get(admin_url(theatre))

    [tools] = elements_of(page, "ul", class_="object-tools")
    assert links_of(tools)[:2] == [admin_url(Concession, "changelist"), admin_url(Notice, "changelist")]


# The week


def test_the_week_has_seven_lines_in_their_order(box_office, theatre):
    page = box_office.get(admin_url(theatre))

    assert [form.initial["weekday"] for form in inline(page, "openinghours")] == Weekday.values
    names = [words_in(cell) for cell in elements_of(page, "td", class_="field-weekday")]
    assert names[:7] == [str(Weekday(day).label) for day in Weekday.values]


def test_days_without_hours_stay_without_a_row(box_office, theatre):
    create_opening_hours(weekday=6)

    submit(box_office, admin_url(theatre))

    assert [*OpeningHours.objects.values_list("weekday", flat=True)] == [6]


def test_a_day_of_its_own_is_refused_in_words(box_office, theatre):
    page = submit(
        box_office,
        admin_url(theatre),
        **{"openinghours-0-weekday": "9", "openinghours-0-opens": "09:00", "openinghours-0-closes": "18:00"},
    )

    assert [*errors_of(page)] == ["openinghours-0-weekday"]


def test_a_break_and_a_closed_day_are_said(box_office, theatre):
    page = submit(
        box_office,
        admin_url(theatre),
        **{
            "openinghours-0-is_closed": "on",
            "openinghours-1-opens": "09:00",
            "openinghours-1-closes": "18:00",
            "openinghours-1-break_from": "13:00",
            "openinghours-1-break_until": "14:00",
        },
    )

    assert errors_of(page) == {}
    assert [(day.weekday, day.spans) for day in OpeningHours.objects.all()] == [
        (1, []),
        (2, [(time(9), time(13)), (time(14), time(18))]),
    ]


# The days that differ


def test_what_is_to_come_stands_first_and_what_is_over_is_folded_away(box_office, theatre, at):
    days = {"over": 1, "long over": 2, "today": 18, "soon": 20, "later": 30}
    for name, day in sorted(days.items()):
        on = date(2026, 10 if name == "long over" else 11, day)
        create_hours_exception(first_day=on, last_day=on, reason_ru=name, reason_uk=name)

    page = box_office.get(admin_url(theatre))

    assert [form.instance.reason_ru for form in inline(page, "hoursexception").initial_forms] == [
        *("today", "soon", "later"),
    ]
    assert [form.instance.reason_ru for form in inline(page, "hoursexception-2").initial_forms] == ["over", "long over"]


def test_what_is_over_stays_as_it_was(box_office, theatre, at):
    over = create_hours_exception(first_day=moment(2026, 11, 1).date(), last_day=moment(2026, 11, 1).date())

    submit(box_office, admin_url(theatre), **{"hoursexception-2-0-is_closed": "", "hoursexception-2-0-DELETE": "on"})

    assert [*HoursException.objects.all()] == [over]
