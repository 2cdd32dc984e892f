"""Every list and every form of the office: it opens, says what is wrong with nonsense and never breaks."""

from itertools import chain

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import ImportedText, MonthOfPosts
from tests.admin_forms import admin_url, errors_of, form_data, messages_of, submit
from tests.pages import elements_of, links_of
from tests.theatre_site.rows import ROWS
from theatre_site.models import (
    ContentChange,
    FailedSignIn,
    KnownWord,
    Preference,
    SignIn,
    SignInRule,
    TextPicture,
    Theatre,
)

OUR_APPS = ["theatre_site", "news", "repertoire", "festivals"]

LISTS = [model for model in ROWS if model is not Theatre]
NO_LIST = {ContentChange, ImportedText, KnownWord, MonthOfPosts, Preference, SignInRule}
WITH_AN_EMPTY_FORM = [model for model in ROWS if model is not TextPicture]  # those come in with a text

each_model = pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
each_list = pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
each_language = pytest.mark.parametrize("language", ["ru", "uk"])


def a_row(model):
    ROWS[model](0)
    return model.objects.get()


def speaks(client, language):
    client.cookies["django_language"] = language


def test_every_model_has_a_list_or_stands_in_the_form_of_another():
    ours = {model for app in OUR_APPS for model in apps.get_app_config(app).get_models()}
    inlines = {inline.model for model_admin in admin.site._registry.values() for inline in model_admin.inlines}

    assert ours - admin.site._registry.keys() - inlines == NO_LIST, (
        "everybody’s own settings, and what the database, an import, the search and the door remember"
    )
    assert ROWS.keys() | {User, Group, SignIn, FailedSignIn} == admin.site._registry.keys()


@each_model
def test_every_field_has_its_place_in_a_form(model, rf, admin_user):
    request = rf.get("/admin/")
    request.user = admin_user
    model_admin = admin.site._registry[model]
    shown = {model: fields_in(model_admin, request)}
    for inline in model_admin.get_inline_instances(request):
        if inline.has_add_permission(request, None):
            shown[inline.model] = fields_in(inline, request) | {inline.get_formset(request).fk.name}

    forgotten = {known: editable_fields(known) - names for known, names in shown.items()}

    assert forgotten == {known: set() for known in shown}


def fields_in(model_admin, request):
    fieldsets = model_admin.get_fieldsets(request)
    rows = chain.from_iterable(options["fields"] for _, options in fieldsets)
    return {name for row in rows for name in ([row] if isinstance(row, str) else row)}


def editable_fields(model):
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return {field.name for field in fields if field.editable and not field.primary_key}


@each_list
@each_language
def test_lists_open_in_both_languages(model, language, admin_client):
    row = a_row(model)
    speaks(admin_client, language)

    page = admin_client.get(admin_url(model, "changelist"))

    assert page.context["cl"].result_count == 1
    assert admin_url(row) in [link.split("?")[0] for link in links_of(page)]
    assert [element.get("lang") for element in elements_of(page, "html")] == [language]


@each_model
@each_language
def test_forms_open_in_both_languages(model, language, admin_client):
    row = a_row(model)
    speaks(admin_client, language)

    page = admin_client.get(admin_url(row))

    assert page.context["original"] == row
    assert form_data(page, form_id=f"{model._meta.model_name}_form")
    assert [element.get("lang") for element in elements_of(page, "html")] == [language]


@pytest.mark.parametrize("model", WITH_AN_EMPTY_FORM, ids=lambda model: model.__name__)
@each_language
def test_empty_forms_open_in_both_languages(model, language, admin_client):
    speaks(admin_client, language)

    page = admin_client.get(admin_url(model, "add"))

    assert form_data(page, form_id=f"{model._meta.model_name}_form")
    assert [element.get("lang") for element in elements_of(page, "html")] == [language]


@each_model
def test_a_form_that_nobody_touched_can_be_saved(model, admin_client):
    row = a_row(model)

    page = submit(admin_client, admin_url(row))

    assert errors_of(page) == {}
    assert len(messages_of(page)) == 1


@pytest.mark.parametrize(
    "model", [model for model in LISTS if model in WITH_AN_EMPTY_FORM], ids=lambda model: model.__name__
)
def test_empty_forms_say_what_is_missing_and_never_break(model, admin_client):
    address = admin_url(model, "add")
    data = form_data(admin_client.get(address), form_id=f"{model._meta.model_name}_form")
    nothing = {name: value if name.endswith("_FORMS") else "" for name, value in data.items()}

    page = admin_client.post(address, nothing)

    assert page.status_code == 200
    assert errors_of(page)


@pytest.mark.parametrize("model", WITH_AN_EMPTY_FORM, ids=lambda model: model.__name__)
def test_a_form_refuses_nonsense_in_words_and_never_breaks(model, admin_client):
    address = admin_url(a_row(model))
    data = form_data(admin_client.get(address), form_id=f"{model._meta.model_name}_form")
    nonsense = {name: value if name.endswith("_FORMS") else "я\x00ж" for name, value in data.items()}

    page = admin_client.post(address, nonsense)

    assert page.status_code == 200
    assert errors_of(page)


@each_list
def test_a_list_refuses_rows_that_are_none_and_never_breaks(model, admin_client):
    a_row(model)
    address = admin_url(model, "changelist")
    data = form_data(admin_client.get(address), form_id="changelist-form")
    nonsense = {name: "nonsense" if name.endswith("-id") else value for name, value in data.items()}

    page = admin_client.post(address, {**nonsense, "_save": "1", "action": ""}, follow=True)

    assert page.status_code == 200


@each_list
def test_a_long_list_costs_no_more_queries_than_a_short_one(model, admin_client):
    for number in range(10):
        ROWS[model](number)
    short = queries_of(admin_client, admin_url(model, "changelist"))

    for number in range(10, 50):
        ROWS[model](number)

    assert queries_of(admin_client, admin_url(model, "changelist")) == short


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@each_list
def test_whatever_can_be_searched_for_is_found_without_an_error(model, admin_client):
    a_row(model)

    page = admin_client.get(admin_url(model, "changelist"), {"q": "12"})

    assert page.status_code == 200
    assert page.request["QUERY_STRING"] == "q=12"
