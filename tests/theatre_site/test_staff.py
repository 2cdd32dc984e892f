"""The groups as the migrations made them."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from tests.factories import create_member_of
from theatre_site import staff


def rights_of(name):
    permissions = Permission.objects.filter(group__name=name).select_related("content_type")
    return {f"{each.content_type.app_label}.{each.codename}" for each in permissions}


def test_the_migrations_make_the_groups(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(staff.GROUPS)


@pytest.mark.parametrize("name", staff.GROUPS)
def test_a_group_has_the_rights_that_are_written_down(db, name):
    written = {
        f"{label.split('.')[0]}.{action}_{label.split('.')[1]}"
        for label, actions in staff.GROUPS[name].items()
        for action in actions
    }
    assert rights_of(name) == written


def test_every_model_of_a_group_exists():
    labels = {label for rights in staff.GROUPS.values() for label in rights}
    assert labels <= {model._meta.label_lower for model in apps.get_models()}


@pytest.mark.parametrize("name", staff.GROUPS)
def test_no_group_may_touch_people_and_groups(db, name):
    assert {right for right in rights_of(name) if right.startswith(("auth.", "sessions.", "contenttypes."))} == set()


def test_only_the_chief_editor_publishes_news(db):
    publishers = [name for name in staff.GROUPS if create_member_of(name).has_perm("news.publish_post")]
    assert publishers == [staff.CHIEF_EDITOR]


def test_making_them_again_takes_nothing_away(db):
    extra = Permission.objects.get(codename="delete_rubric")
    Group.objects.get(name=staff.NEWS_EDITOR).permissions.add(extra)
    staff.make_groups(apps)
    assert "news.delete_rubric" in rights_of(staff.NEWS_EDITOR)
