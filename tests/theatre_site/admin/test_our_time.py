"""No form of the office takes a day of another age."""

from datetime import date

import pytest
from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext as _

from festivals.admin.desk.copying import CopyForm
from festivals.admin.desk.hours import HourForm
from festivals.admin.desk.moments import MomentsForm
from festivals.models import Edition
from news.models import Post
from repertoire.admin.planner.dates import DateRow
from repertoire.admin.planner.plays import Plays
from repertoire.admin.run.form import RunForm
from repertoire.models import Performance
from tests.admin_forms import admin_url, errors_of, submit
from tests.factories import create_edition, create_editor, create_performance, create_post, moment
from tests.festivals.desk.pages import page_address, send
from theatre_site import staff
from theatre_site.our_time import DAYS_AND_MOMENTS, check_time

OURS = {"auth", "news", "festivals", "repertoire", "theatre_site"}


def unchecked(fields):
    days = {name: field for name, field in fields.items() if isinstance(field, DAYS_AND_MOMENTS)}
    assert days
    return [name for name, field in days.items() if check_time not in field.validators]


@pytest.mark.parametrize("year", [1900, 2026, 2199])
def test_years_of_this_theatre_are_taken(year):
    check_time(moment(year, 5, 1))


@pytest.mark.parametrize("year", [1, 26, 1899, 2200, 9999])
def test_other_years_are_refused(year):
    with pytest.raises(ValidationError):
        check_time(moment(year, 5, 1))


def test_every_form_of_a_model_checks_its_days(rf, db):
    editor, fields = create_editor(), {}
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label in OURS and model is not get_user_model():
            request = rf.get(admin_url(model, "add"))
            request.user, request.resolver_match = editor, resolve(request.path)
            if not model_admin.has_change_permission(request):
                continue  # a record, which nobody edits
            forms = [model_admin.get_form(request), model_admin.get_changelist_form(request)]
            forms += [inline.get_formset(request).form for inline in model_admin.get_inline_instances(request)]
            for form in forms:
                fields |= {(model.__name__, form.__name__, name): field for name, field in form.base_fields.items()}

    assert unchecked(fields) == []


@pytest.mark.parametrize("form", [HourForm, MomentsForm, RunForm])
def test_forms_of_their_own_check_their_days(form):
    assert unchecked(form.base_fields) == []


def test_a_new_edition_and_the_planner_check_their_days(db):
    assert unchecked(CopyForm(None, old=create_edition()).fields) == []
    create_performance()
    assert unchecked(DateRow(instance=Performance.objects.with_facts().get(), plays=Plays()).fields) == []


def test_a_moment_before_all_time_is_sent_back(member):
    edition = create_edition()
    organiser = member(staff.FESTIVAL_ORGANISER)
    page = send(organiser, page_address(edition, "desk"), results_at_0="0001-01-01", results_at_1="00:00")

    assert page.status_code == 400
    assert Edition.objects.get().results_at is None


def test_a_year_of_two_digits_is_sent_back(editor):
    post = create_post()
    page = submit(editor, admin_url(post), publish_at_0="01.09.0026", publish_at_1="10:00")

    assert errors_of(page) == {
        "publish_at": [_("The year must lie between %(first)d and %(last)d.") % {"first": 1900, "last": 2199}]
    }
    assert Post.objects.get().publish_at == post.publish_at


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_a_year_of_two_digits_is_taken_in_both_languages(language):
    with translation.override(language):
        assert forms.DateField().clean("02.12.26") == date(2026, 12, 2)
