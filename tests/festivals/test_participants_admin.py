"""Participants at the desk: decisions on several at once, and companies that nobody has entered before."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext

from festivals.models import Company, Participant
from tests.admin_forms import admin_url, errors_of, messages_of, submit
from tests.factories import create_company, create_edition, create_editor, create_participant, create_programme_item
from tests.festivals.desk.conftest import organiser
from tests.pages import elements_of, words_in

__all__ = ["organiser"]

LIST = "/admin/festivals/participant/"
ADD = "/admin/festivals/participant/add/"


def decide(client, action, *participants):
    data = {"action": action, "_selected_action": [each.pk for each in participants]}
    return client.post(LIST, data, follow=True)


def test_the_form_speaks_the_language_of_its_reader(organiser):
    organiser.cookies["django_language"] = "uk"
    labels = [words_in(label) for label in elements_of(organiser.get(ADD), "label")]

    assert {"Назва [ru]:", "Назва [uk]:", "Місто [ru]:", "Фестиваль:"} <= set(labels)
    assert not {"Название [ru]:", "Город [ru]:"} & set(labels)


@pytest.mark.parametrize(
    ("action", "state"),
    [("accept", "accepted"), ("confirm", "confirmed"), ("reject", "rejected"), ("withdraw", "withdrawn")],
)
def test_several_are_decided_at_once(organiser, action, state):
    edition = create_edition()
    first, second, other = (create_participant(edition=edition, state="submitted") for _ in range(3))

    page = decide(organiser, action, first, second)

    label = Participant.State(state).label
    assert messages_of(page) == [f"«{label}»: 2 участника."]
    assert list(Participant.objects.order_by("pk").values_list("state", flat=True)) == [state, state, "submitted"]
    assert other.state == "submitted"


def test_who_was_so_already_is_not_counted(organiser):
    participant = create_participant(state="accepted")

    assert messages_of(decide(organiser, "accept", participant)) == ["«принят»: 0 участников."]


@pytest.mark.parametrize(("action", "is_warned"), [("withdraw", True), ("reject", True), ("confirm", False)])
def test_who_does_not_come_and_is_still_in_the_programme_is_named(organiser, action, is_warned):
    participant = create_participant(company=create_company(name_ru="Маска"), show_ru="Колобок")
    create_programme_item(edition=participant.edition, kind="show", participant=participant, title_ru="", title_uk="")

    warnings = messages_of(decide(organiser, action, participant))[1:]

    assert warnings == (["«Маска: Колобок» ещё стоит в программе."] if is_warned else [])


def test_who_may_only_look_decides_nothing(client, db):
    editor = create_editor(is_superuser=False)
    editor.user_permissions.add(Permission.objects.get(codename="view_participant"))
    client.force_login(editor)
    participant = create_participant(state="submitted")

    decide(client, "accept", participant)

    assert Participant.objects.get().state == "submitted"


def test_a_company_that_nobody_has_entered_before_comes_with_its_show(organiser, db):
    edition = create_edition()

    page = submit(
        organiser,
        ADD,
        new_name_ru="Маска",
        new_name_uk="Маска",
        new_town_ru="Луганск",
        new_town_uk="Луганськ",
        show_ru="Колобок",
    )

    assert errors_of(page) == {}
    participant = Participant.objects.get()
    assert (participant.edition, participant.show_ru) == (edition, "Колобок")
    assert (participant.company.name_uk, participant.company.town_uk) == ("Маска", "Луганськ")
    assert participant.company.slug


def test_two_new_companies_have_two_addresses(organiser, db):
    create_edition()
    for name in ("Маска", "Радуга"):
        submit(organiser, ADD, new_name_ru=name, show_ru="Колобок")

    assert len(set(Company.objects.values_list("slug", flat=True))) == 2


def company_errors(client, **fields):
    create_edition()
    page = submit(client, ADD, show_ru="Колобок", **fields)
    return errors_of(page)


def test_a_company_is_chosen_or_named(organiser, db):
    known = create_company(name_ru="Маска")

    assert company_errors(organiser) == {"company": [gettext("Choose a company, or name a new one below.")]}
    assert company_errors(organiser, company=known.pk, new_name_ru="Радуга") == {
        "new_name_ru": [gettext("Choose a company or name a new one, not both.")]
    }
    assert company_errors(organiser, new_town_ru="Луганск") == {"new_name_ru": [gettext("Name the company.")]}
    assert list(Company.objects.all()) == [known]


def test_a_company_of_the_list_is_not_entered_twice(organiser, db):
    create_company(name_ru="Маска", name_uk="", town_ru="Луганск", town_uk="Луганськ")
    town = {"new_town_ru": "Луганск", "new_town_uk": "Луганськ"}

    words = gettext("“%(name)s” is in the list already: choose it.") % {"name": "Маска, Луганск"}
    assert company_errors(organiser, new_name_ru="маска", **town) == {"new_name_ru": [words]}
    assert company_errors(organiser, new_name_ru="Маска", new_town_ru="Харьков") == {}
    assert Company.objects.count() == 2


def test_nothing_is_made_if_the_show_is_missing(organiser, db):
    create_edition()

    page = submit(organiser, ADD, new_name_ru="Маска")

    assert errors_of(page).keys() == {"show_ru"}
    assert Company.objects.count() == 0


def test_a_company_is_changed_and_not_named_in_the_form_of_a_participant(organiser):
    participant = create_participant()

    form = organiser.get(admin_url(participant)).context["adminform"].form

    assert [name for name in form.fields if name.startswith("new_")] == []
    assert form.fields["company"].required
