"""The office can stand elsewhere: ADMIN_PATH."""

import importlib

import pytest
from django.urls import clear_url_caches, reverse

import theatre_site.urls
from tests.factories import create_editor, create_rubric


@pytest.fixture
def elsewhere(db, settings):
    def rebuild():
        clear_url_caches()
        importlib.reload(theatre_site.urls)

    usual = settings.ADMIN_PATH
    settings.ADMIN_PATH = "/back/stage/"
    rebuild()
    yield
    settings.ADMIN_PATH = usual
    rebuild()


def test_the_office_is_at_its_address_and_nowhere_else(elsewhere, client):
    assert reverse("admin:index") == "/back/stage/"
    assert client.get("/back/stage/login/").status_code == 200
    assert client.get("/admin/login/").status_code == 404


def test_it_speaks_the_language_of_the_browser_and_is_closed_as_everywhere(elsewhere, client):
    page = client.get("/back/stage/login/", headers={"accept-language": "uk"})

    assert page.headers["Content-Language"] == "uk"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "data:" in page.headers["Content-Security-Policy"]


def test_nobody_is_told_where_it_is(elsewhere, client):
    assert b"stage" not in client.get("/robots.txt").content


def test_what_is_saved_there_is_kept_and_its_draft_forgotten(elsewhere, client):
    rubric = create_rubric()
    client.force_login(create_editor())
    address = reverse("admin:news_rubric_change", args=[rubric.pk])
    page = client.get(address)
    assert 'data-office="/back/stage/"' in page.text

    client.post(address, {"name_ru": "Афиша", "name_uk": "Афіша", "slug": rubric.slug, "order": rubric.order})
    assert client.cookies["saved_draft"]["path"] == "/back/stage/"
    history = client.get(reverse("admin:news_rubric_history", args=[rubric.pk]))
    assert "Афиша" in history.text
