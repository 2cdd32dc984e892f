"""The way into the office with a password and a code from a telephone, as an editor on any device goes it."""

import time
from base64 import b32decode

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.urls import reverse
from django_otp.oath import TOTP

from tests.factories import create_member_of
from theatre_site import staff
from theatre_site.models import SignInRule

PASSWORD = "tr4pd00r-sesame"
POSTS = reverse("admin:news_post_changelist")


@pytest.fixture
def olena(transactional_db):
    """An editor of news, whose group needs the code."""
    staff.make_groups(apps)
    olena = create_member_of(staff.NEWS_EDITOR, username="olena")
    olena.set_password(PASSWORD)
    olena.save()
    SignInRule.objects.create(group=Group.objects.get(name=staff.NEWS_EDITOR), needs_second_factor=True)
    return olena


def log_in(page, password=PASSWORD):
    page.fill("#id_username", "olena")
    page.fill("#id_password", password)
    with page.expect_navigation():
        page.locator("#login-form [type=submit]").click()


def shown_by_the_telephone(key):
    totp = TOTP(b32decode(key.replace(" ", "")))
    totp.time = time.time()
    return f"{totp.token():06d}"


def say(page, code):
    page.fill("[name=code]", code)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("javascript", [False, True])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_telephone_is_made_known_and_a_backup_code_opens_elsewhere(olena, open_page, javascript, width):
    page = open_page(POSTS, width=width, java_script_enabled=javascript, locale="ru-RU")
    log_in(page)
    assert page.locator("svg.qr").is_visible()
    square = page.locator("svg.qr").bounding_box()
    assert square["x"] >= 0
    assert square["x"] + square["width"] <= width
    say(page, shown_by_the_telephone(page.locator(".key").inner_text()))
    backup = page.locator(".backup-codes code").first.inner_text()
    page.locator("a.button.default").click()
    page.wait_for_url(f"**{reverse('admin:index')}")

    other = open_page(POSTS, width=width, java_script_enabled=javascript, locale="uk-UA")
    log_in(other)
    assert other.locator("h1", has_text="Код із вашого телефона").is_visible()
    assert other.locator(f'a[href="{reverse("admin:own_settings")}"]').count() == 0
    say(other, "000000")
    other.locator(".errorlist").wait_for()
    say(other, backup)
    other.wait_for_url(f"**{POSTS}")


def test_who_guesses_is_told_to_take_a_break(olena, open_page):
    page = open_page(POSTS, width=360, java_script_enabled=False, locale="uk-UA")
    for _time in range(5):
        log_in(page, "wrong")

    assert page.locator("h1", has_text="Забагато спроб").is_visible()
    assert page.locator("#site-name").inner_text().strip() == "Редакція театру"
    page.locator("a.button").click()
    page.locator("#login-form").wait_for()
