"""People and groups, which only an administrator opens, and what everybody may change about themselves."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests import factories
from tests.admin_forms import admin_url, errors_of, form_data, submit
from tests.pages import elements_of, said, text_of, words_in
from theatre_site import staff
from theatre_site.admin.people import YOURSELF
from theatre_site.models import Preference

SETTINGS = reverse("admin:own_settings")


@pytest.fixture
def administrator(client, db):
    user = factories.create_editor(username="boss")
    client.force_login(user)
    return user


def language_of(page):
    return [element.get("lang") for element in elements_of(page, "html")]


def speak(client, language, way_back="/admin/"):
    return client.post(reverse("set_language"), {"language": language, "next": way_back}, follow=True)


# The administrator


def test_a_new_colleague_can_log_in_and_do_what_the_group_may(client, administrator):
    group = Group.objects.get(name=staff.NEWS_EDITOR)

    page = submit(
        client,
        admin_url(User, "add"),
        username="olena",
        password1="tr4pd00r-sesame",
        password2="tr4pd00r-sesame",
        groups=[group.pk],
    )

    assert errors_of(page) == {}
    olena = User.objects.get(username="olena")
    assert (olena.is_staff, olena.is_superuser, [*olena.groups.all()]) == (True, False, [group])
    client.logout()
    client.post(reverse("admin:login"), {"username": "olena", "password": "tr4pd00r-sesame"})
    assert client.get(reverse("admin:news_post_add")).status_code == 200


def test_a_password_is_changed_and_never_taken_away(client, administrator):
    colleague = factories.create_editor()
    address = reverse("admin:auth_user_password_change", args=[colleague.pk])

    assert elements_of(client.get(address), "input", name="usable_password") == []
    refused = client.post(address, {"usable_password": "false"})
    assert refused.context["form"].errors.keys() == {"password1", "password2"}
    client.post(address, {"password1": "tr4pd00r-sesame", "password2": "tr4pd00r-sesame"})
    colleague.refresh_from_db()
    assert colleague.check_password("tr4pd00r-sesame")


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_groups_are_offered_by_their_names_and_in_words(client, administrator, language):
    client.cookies["django_language"] = language
    page = client.get(admin_url(factories.create_editor()))

    labels = [
        words_in(label) for label in elements_of(page, "label") if (label.get("for") or "").startswith("id_groups_")
    ]

    assert labels == [f"{said(name, language)} {said(words, language)}" for name, words in staff.WORDS.items()]


def test_single_rights_are_folded_away(client, administrator):
    page = client.get(admin_url(factories.create_editor()))

    folded = [text_of("".join(details.itertext())) for details in elements_of(page, "details")]
    rights = [select.get("name") for details in elements_of(page, "details") for select in details.iter("select")]

    assert [words.startswith("Нужно редко") for words in folded] == [True]
    assert rights == ["user_permissions"]


@pytest.mark.parametrize("tick", ["is_active", "is_staff", "is_superuser"])
def test_an_administrator_cannot_lock_everybody_out(client, administrator, tick):
    data = form_data(client.get(admin_url(administrator)), form_id="user_form")
    del data[tick]

    page = client.post(admin_url(administrator), data)

    assert errors_of(page) == {tick: [YOURSELF]}
    assert getattr(User.objects.get(pk=administrator.pk), tick)


def test_an_administrator_ends_the_work_of_another(client, administrator):
    other = factories.create_editor()
    data = form_data(client.get(admin_url(other)), form_id="user_form")
    del data["is_active"]

    client.post(admin_url(other), data)

    assert not User.objects.get(pk=other.pk).is_active


def test_the_list_says_who_does_what(client, administrator):
    factories.create_member_of(staff.BOX_OFFICE, staff.NEWS_EDITOR, username="iryna")

    page = client.get(admin_url(User, "changelist"))

    assert [text_of(cell) for cell in elements_of(page, "td", class_="field-works_as")] == [
        "Администратор",
        ", ".join(sorted(said(name, "ru") for name in [staff.NEWS_EDITOR, staff.BOX_OFFICE])),
    ]


def test_the_list_of_groups_counts_the_people(client, administrator):
    factories.create_member_of(staff.BOX_OFFICE)

    page = client.get(admin_url(Group, "changelist"))
    names = [words_in(cell) for cell in elements_of(page, "th", class_="field-in_words")]
    people = [words_in(cell) for cell in elements_of(page, "td", class_="field-people")]

    assert dict(zip(names, people, strict=True)) == {
        f"{said(name, 'ru')} {said(words, 'ru')}": "1" if name == staff.BOX_OFFICE else "0"
        for name, words in staff.WORDS.items()
    }


def test_every_group_is_explained():
    assert [*staff.WORDS] == [*staff.GROUPS]


# One's own language


def test_a_language_that_was_chosen_holds_on_every_device(client, db):
    iryna = factories.create_member_of(staff.BOX_OFFICE)
    client.force_login(iryna)
    speak(client, "uk")

    client.cookies.clear()
    client.force_login(iryna)
    client.cookies["django_language"] = "ru"

    assert language_of(client.get("/admin/")) == ["uk"]


def test_each_has_a_language_of_their_own(client, db):
    iryna, olha = factories.create_member_of(staff.BOX_OFFICE), factories.create_member_of(staff.BOX_OFFICE)
    for user, language in [(iryna, "uk"), (olha, "ru")]:
        client.force_login(user)
        speak(client, language)

    client.force_login(iryna)

    assert language_of(client.get("/admin/")) == ["uk"]


def test_the_language_of_an_editor_does_not_touch_the_site(client, db):
    client.force_login(factories.create_member_of(staff.BOX_OFFICE))
    speak(client, "uk")

    assert language_of(client.get("/ru/")) == ["ru"]


def test_a_language_that_we_do_not_speak_changes_nothing(client, db):
    client.force_login(factories.create_member_of(staff.BOX_OFFICE))

    page = speak(client, "fr")

    assert language_of(page) == ["ru"]
    assert not Preference.objects.exists()


def test_the_language_leads_nowhere_else(client, db):
    client.force_login(factories.create_member_of(staff.BOX_OFFICE))

    response = client.post(reverse("set_language"), {"language": "uk", "next": "https://evil.example/"})

    assert response["Location"] == "/"


def test_a_visitor_leaves_no_row_behind(client, db):
    speak(client, "uk", reverse("admin:login"))

    assert not Preference.objects.exists()


# My settings


def test_everybody_changes_their_language_in_their_settings(client, db):
    client.force_login(factories.create_member_of(staff.BOX_OFFICE))

    page = client.post(SETTINGS, {"language": "uk"}, follow=True)

    assert language_of(page) == ["uk"]
    assert [str(message) for message in page.context["messages"]] == ["Збережено."]
    assert [field.get("value") for field in elements_of(page, "input", checked="")] == ["uk"]


def test_a_wrong_language_is_refused_in_words(client, db):
    client.force_login(factories.create_member_of(staff.BOX_OFFICE))

    page = client.post(SETTINGS, {"language": "fr"})

    assert page.status_code == 400
    assert "fr" in text_of(elements_of(page, "ul", class_="errorlist")[0])


def test_everybody_reads_what_they_do_here_and_finds_the_way_to_their_password(client, db):
    user = factories.create_member_of(staff.BOX_OFFICE)
    user.set_password("tr4pd00r-sesame")
    user.save()
    client.force_login(user)

    page = client.get(SETTINGS)

    [own] = elements_of(page, "ul", class_="own-lists")
    assert words_in(own) == f"{said(staff.BOX_OFFICE, 'ru')} {said(staff.WORDS[staff.BOX_OFFICE], 'ru')}"
    assert client.get(reverse("admin:password_change")).status_code == 200
    ways = [reverse("admin:password_change"), reverse("admin:second_factor")]
    assert [link.get("href") for link in elements_of(page, "a", class_="button")] == ways
    assert client.get(reverse("admin:second_factor")).status_code == 200


def test_everybody_changes_their_own_password(client, db):
    user = factories.create_member_of(staff.NEWS_EDITOR)
    user.set_password("tr4pd00r-sesame")
    user.save()
    client.force_login(user)

    client.post(
        reverse("admin:password_change"),
        {"old_password": "tr4pd00r-sesame", "new_password1": "another-w0rd!", "new_password2": "another-w0rd!"},
    )

    assert User.objects.get(pk=user.pk).check_password("another-w0rd!")
