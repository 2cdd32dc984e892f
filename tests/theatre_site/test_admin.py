"""What the office says in both languages, and what it refuses."""

from datetime import time

import pytest
from django.apps import apps
from django.db.models import PROTECT
from django.urls import reverse
from django.utils.translation import gettext, override

from tests import factories
from tests.admin_forms import admin_url, errors_of, refusal, submit
from tests.pages import elements_of, text_of
from theatre_site.admin.badges import publication_badge
from theatre_site.admin.refusals import THINGS
from theatre_site.models import (
    Notice,
    OpeningHours,
    Theatre,
    Venue,
)

OUR_APPS = ["theatre_site", "news", "repertoire", "festivals"]

each_language = pytest.mark.parametrize("language", ["ru", "uk"])


def speaks(client, language):
    client.cookies["django_language"] = language


# Both languages


def test_each_text_of_a_form_says_in_which_language_it_is(admin_client):
    page = admin_client.get(admin_url(Venue, "add"))

    assert [
        (field.get("name"), field.get("lang"))
        for field in elements_of(page, "input", type="text")
        if field.get("name", "").startswith("name_")
    ] == [("name_ru", "ru"), ("name_uk", "uk")]
    assert "[ru]" in text_of(page)
    assert "[uk]" in text_of(page)


def test_an_editor_changes_the_language_of_the_desk(admin_client):
    address = admin_url(Venue, "changelist")

    page = admin_client.post(reverse("set_language"), {"language": "uk", "next": address}, follow=True)

    assert page.redirect_chain == [(address, 302)]
    assert [element.get("lang") for element in elements_of(page, "html")] == ["uk"]
    assert [
        (button.get("value"), button.get("aria-current")) for button in elements_of(page, "button", name="language")
    ] == [("ru", None), ("uk", "true")]


def test_the_language_can_be_changed_before_logging_in(client, db):
    page = client.get(reverse("admin:login"))

    assert [button.get("value") for button in elements_of(page, "button", name="language")] == ["ru", "uk"]


@each_language
def test_a_form_leads_to_the_page_in_the_language_of_the_editor(language, admin_client):
    page = factories.create_page(slug="rules")
    speaks(admin_client, language)

    response = admin_client.get(admin_client.get(admin_url(page)).context["absolute_url"])

    assert response.url == f"http://testserver/{language}/pages/rules/"


def test_a_form_leads_to_no_page_that_visitors_would_not_find(admin_client):
    page = factories.create_page(status="draft")

    assert admin_client.get(admin_url(page)).context["absolute_url"] is None


# What visitors have of it


@pytest.mark.parametrize(
    ("fields", "kind", "words"),
    [
        ({"status": "draft"}, "plain", "Draft"),
        ({"status": "review"}, "plain", "For review"),
        ({"status": "withdrawn"}, "off", "Withdrawn"),
        ({}, "good", "On the site"),
        ({"unpublish_at": factories.days_from_now(-0.5)}, "off", "Taken down"),
    ],
)
def test_a_list_says_what_visitors_have(fields, kind, words, db):
    page = factories.create_page(**fields)

    assert publication_badge(page) == f'<span class="badge" data-kind="{kind}">{gettext(words)}</span>'


def test_a_list_says_when_visitors_will_have_it(db):
    page = factories.create_page(publish_at=factories.moment(2999, 12, 31, 10))

    assert 'data-kind="wait"' in publication_badge(page)
    assert "31.12.2999 10:00" in publication_badge(page)


# The theatre


def test_the_list_of_the_theatre_is_its_form(admin_client):
    theatre = factories.create_theatre()

    page = admin_client.get(admin_url(Theatre, "changelist"), follow=True)

    assert page.redirect_chain == [(admin_url(theatre), 302)]


def test_the_theatre_is_entered_once(admin_client):
    page = admin_client.get(admin_url(Theatre, "changelist"), follow=True)
    assert page.redirect_chain == [(admin_url(Theatre, "add"), 302)]

    submit(admin_client, admin_url(Theatre, "add"), name_ru="Театр")

    assert admin_client.get(admin_url(Theatre, "add")).status_code == 403
    assert [theatre.name_ru for theatre in Theatre.objects.all()] == ["Театр"]


def test_the_theatre_cannot_be_deleted(admin_client):
    theatre = factories.create_theatre()

    assert admin_client.post(admin_url(theatre, "delete"), {"post": "yes"}).status_code == 403


def test_hours_are_edited_with_the_theatre(admin_client):
    theatre = factories.create_theatre()

    page = submit(admin_client, admin_url(theatre), **hours(0, weekday=6, opens="9:00", closes="15:00"))

    assert errors_of(page) == {}
    assert list(OpeningHours.objects.values_list("weekday", "opens", "closes")) == [(6, time(9), time(15))]


def test_a_weekday_has_its_hours_once(admin_client):
    theatre = factories.create_theatre()
    saturday = {"weekday": 6, "opens": "9:00", "closes": "15:00"}

    page = submit(admin_client, admin_url(theatre), **(hours(0, **saturday) | hours(1, **saturday)))

    assert errors_of(page).keys() == {"openinghours", "openinghours-1-__all__"}
    assert not OpeningHours.objects.exists()


def test_a_day_that_is_not_closed_has_hours(admin_client):
    theatre = factories.create_theatre()

    page = submit(admin_client, admin_url(theatre), **hours(0, weekday=6))

    assert errors_of(page) == {
        "openinghours-0-__all__": [gettext("Say when it opens and, later that day, closes; or tick “closed”.")]
    }


def hours(number, **fields):
    rows = {f"openinghours-{number}-{name}": value for name, value in fields.items()}
    return {**rows, "openinghours-TOTAL_FORMS": number + 1, f"openinghours-{number}-theatre": 1}


def test_prices_are_told_in_order(admin_client):
    theatre = factories.create_theatre()

    page = submit(admin_client, admin_url(theatre), adults_price_min=90, adults_price_max=50)

    assert errors_of(page) == {"adults_price_max": [gettext("The lowest price must not be above the highest.")]}


# Rules and refusals


def test_a_second_own_house_is_refused_beside_the_tick(admin_client):
    factories.create_venue(is_home=True)
    other = factories.create_venue()

    page = submit(admin_client, admin_url(other), is_home="on")

    assert errors_of(page) == {"is_home": [gettext("Another venue is already marked as our own house.")]}


def test_a_venue_with_dates_is_kept_and_the_page_says_why(admin_client):
    venue = factories.create_venue(name_ru="Филармония")
    factories.create_performance(venue=venue)
    factories.create_slot(venue=venue)

    page = admin_client.post(admin_url(venue, "delete"), {"post": "yes"})

    assert page.context["protected"] == [refusal("Филармония", performance=1, weeklyslot=1)]
    assert page.context["protected"][0] in text_of(page)
    assert Venue.objects.get() == venue


def test_a_partner_of_a_festival_is_kept_and_the_page_says_what_to_do(admin_client):
    partner = factories.create_partner(name_ru="Банк")
    factories.create_edition_partner(partner=partner)

    page = admin_client.post(admin_url(partner, "delete"), {"post": "yes"})

    words = gettext("Untick “on the home page” instead.")
    assert page.context["protected"] == [f"{refusal('Банк', editionpartner=1)} {words}"]


def test_deleting_several_keeps_all_and_names_each_that_is_needed(admin_client):
    needed, free = factories.create_venue(name_ru="Нужная"), factories.create_venue(name_ru="Свободная")
    factories.create_performance(venue=needed)
    selected = {"action": "delete_selected", "_selected_action": [needed.pk, free.pk], "post": "yes"}

    page = admin_client.post(admin_url(Venue, "changelist"), selected)

    assert page.context["protected"] == [refusal("Нужная", performance=1)]
    assert page.context["protected"][0] in text_of(page)
    assert Venue.objects.count() == 2


def test_what_nothing_needs_can_be_deleted(admin_client):
    venue = factories.create_venue()

    page = admin_client.post(admin_url(venue, "delete"), {"post": "yes"}, follow=True)

    assert page.redirect_chain == [(admin_url(Venue, "changelist"), 302)]
    assert not Venue.objects.exists()


def test_a_reason_not_to_delete_is_said_in_the_language_of_the_editor(admin_client):
    venue = factories.create_venue(name_uk="Філармонія")
    factories.create_performance(venue=venue)
    speaks(admin_client, "uk")

    page = admin_client.get(admin_url(venue, "delete"))

    with override("uk"):
        assert page.context["protected"] == [refusal("Філармонія", performance=1)]


def test_every_row_that_protects_another_can_be_named():
    protecting = {
        model._meta.label_lower
        for app in OUR_APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.fields
        if field.is_relation and field.remote_field.on_delete is PROTECT
    }

    assert protecting == THINGS.keys()


def test_the_list_of_notices_says_what_is_on_and_what_is_urgent(admin_client):
    factories.create_notice(is_urgent=True)
    factories.create_notice(starts_at=factories.days_from_now(1))
    factories.create_notice(starts_at=factories.days_from_now(-2), ends_at=factories.days_from_now(-1))

    page = admin_client.get(admin_url(Notice, "changelist"))
    shown, urgent = (elements_of(page, "td", class_=f"field-{name}") for name in ("shown", "urgent"))

    assert [text_of(each) for each in shown] == ["Появится", "На каждой странице", "Срок вышел"]
    assert [text_of(each) for each in urgent] == ["-", "Срочное", "-"]
