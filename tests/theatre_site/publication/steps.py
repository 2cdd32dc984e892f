"""Texts on their way from draft to published, and who takes them there."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admin_forms import admin_url, submit
from tests.factories import (
    create_edition,
    create_member_of,
    create_page,
    create_person,
    create_post,
    create_production,
)
from tests.pages import elements_of
from theatre_site.publishing import PUBLISH, SEND, TAKE_BACK, WITHDRAW

MAKERS = [create_post, create_page, create_production, create_person, create_edition]
each_maker = pytest.mark.parametrize("create", MAKERS, ids=["post", "page", "production", "person", "edition"])

CHIEF, WRITER = [SEND, TAKE_BACK, PUBLISH, WITHDRAW], [SEND, TAKE_BACK]
FROM = {
    "draft": [SEND, PUBLISH],
    "review": [TAKE_BACK, PUBLISH],
    "published": [WITHDRAW],
    "withdrawn": [SEND, TAKE_BACK, PUBLISH],
}
READABLE = {"body_ru": "<p>Текст</p>", "body_uk": "<p>Текст</p>"}


def see_as(client, *groups, **names):
    client.force_login(create_member_of(*groups, **names))
    return client


def create_writable(create, **fields):
    """What nothing keeps from being published."""
    return create(**fields, **(READABLE if create is create_page else {}))


def buttons_of(page):
    return list(dict.fromkeys(each.get("name") for each in elements_of(page, "input", class_="step")))


def press(client, row, step, **changes):
    return submit(client, admin_url(row), **{step.button: "1"}, **changes)


def log_of(row):
    return [(entry.user.username, entry.get_change_message()) for entry in LogEntry.objects.filter(object_id=row.pk)]


def status_of(row):
    return type(row).objects.get(pk=row.pk).status
