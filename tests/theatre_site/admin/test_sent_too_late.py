"""A form that is sent after the session has run out is sent again after the log-in, without JavaScript."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from news.models import Post
from repertoire.models import Performance
from tests.admin_forms import admin_url, form_data
from tests.factories import create_member_of, create_post
from tests.pages import elements_of, text_of
from theatre_site import staff
from theatre_site.admin.sent_too_late import NAME

PASSWORD = "words that nobody guesses"


@pytest.fixture
def editor(db):
    editor = create_member_of(staff.NEWS_EDITOR)
    editor.set_password(PASSWORD)
    editor.save()
    return editor


def sent_too_late(client, editor, address, **changes):
    """The log-in page that answers to a form whose session has run out meanwhile."""
    client.force_login(editor)
    data = form_data(client.get(address), form_id="post_form")
    client.cookies.pop("sessionid")
    return client.post(address, {**data, **changes})


def log_in(client, page, editor, password=PASSWORD):
    data = form_data(page, form_id="login-form")
    carried = {field.get("name"): field.get("value") for field in elements_of(page, "input", form="login-form")}
    return client.post("/admin/login/", {**data, **carried, "username": editor.username, "password": password})


def send_again(client, page):
    (form,) = elements_of(page, "form", id="send-again")
    return client.post(form.get("action"), form_data(page, form_id="send-again"))


def test_it_is_carried_past_the_log_in(client, editor):
    post = create_post(status="draft", title_ru="Было")
    page = sent_too_late(client, editor, admin_url(post), title_ru="Стало «так»", body_ru="<p>Раз</p>\n<p>Два</p>")

    assert page.status_code == 403
    assert "Введённое не пропало" in text_of(page)
    again = log_in(client, page, editor, password="wrong")
    assert Post.objects.get().title_ru == "Было"
    offer = client.get(log_in(client, again, editor).url)
    assert "Раз" in text_of(offer)
    send_again(client, offer)

    assert (Post.objects.get().title_ru, Post.objects.get().body_ru) == ("Стало «так»", "<p>Раз</p>\n<p>Два</p>")
    assert NAME not in client.session


def test_it_is_sent_with_the_rights_of_whoever_has_logged_in(client, editor):
    box_office = create_member_of(staff.BOX_OFFICE)
    box_office.set_password(PASSWORD)
    box_office.save()
    post = create_post(status="draft", title_ru="Было")
    page = sent_too_late(client, editor, admin_url(post), title_ru="Стало")
    offer = client.get(log_in(client, page, box_office).url)

    assert send_again(client, offer).status_code == 403
    assert Post.objects.get().title_ru == "Было"


def test_it_is_thrown_away_at_a_press(client, editor):
    post = create_post(status="draft", title_ru="Было")
    offer = log_in(client, sent_too_late(client, editor, admin_url(post), title_ru="Стало"), editor).url

    assert client.post(offer).url == admin_url(post)
    assert client.get(offer).url == "/admin/"


def test_nothing_that_was_made_elsewhere_is_offered(client, editor):
    page = client.get("/admin/login/?next=/admin/")
    data = {**form_data(page, form_id="login-form"), NAME: "WyIvYWRtaW4vIl0:1:forged", "username": editor.username}
    client.post("/admin/login/", {**data, "password": PASSWORD})

    assert client.get("/admin/sent-too-late/").url == "/admin/"


def test_a_password_is_never_carried(client, db):
    page = client.post("/admin/password_change/", {"old_password": "secret"})

    assert page.url.startswith("/admin/login/")


def test_a_form_from_elsewhere_is_refused_and_not_carried(db):
    page = Client(enforce_csrf_checks=True).post(admin_url(Performance, "add"), {"remark": "x"})

    assert page.status_code == 403
    assert NAME not in page.content.decode()


def test_nothing_is_written_before_the_log_in(client, db):
    client.post(admin_url(Post, "add"), {"title_ru": "x"})

    assert not get_user_model().objects.exists()
    assert "sessionid" not in client.cookies
