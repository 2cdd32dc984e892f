"""What every answer tells browsers."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from news.models import Post
from tests.admin_forms import admin_url
from tests.browser.sample_pages import sample_pages
from tests.pages import elements_of

TOLD = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_VISITORS = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "https://www.youtube-nocookie.com https://player.vimeo.com",
    "form-action": "'self'",
}


def policy_of(response):
    parts = response.headers["Content-Security-Policy"].split("; ")
    return dict(part.partition(" ")[::2] for part in parts)


@pytest.fixture
def sample(db, at):
    call_command("load_sample", verbosity=0)


def test_every_kind_of_page_is_closed_but_for_what_it_needs_and_leaves_no_cookie(sample, client):
    for path in sample_pages("ru"):
        page = client.get(path, headers={"cookie": "sessionid=somebody"})
        assert {name: page.headers.get(name) for name in TOLD} == TOLD, path
        assert policy_of(page) == FOR_VISITORS, path
        assert "geolocation=()" in page.headers["Permissions-Policy"], path
        assert (page.cookies, page.headers["Vary"]) == ({}, "Cookie, Accept-Encoding"), path
        assert own_scripts_and_styles(page) == [], path


def own_scripts_and_styles(page):
    """What a policy without unsafe-inline would not let run; data for search engines does not run."""
    scripts = [each for each in elements_of(page, "script") if not each.get("src")]
    running = [each for each in scripts if each.get("type") != "application/ld+json"]
    return [*elements_of(page, "style"), *running, *re.findall(rb'<[^>]*\s(?:style|on\w+)="', page.content)]


def test_two_visitors_get_the_same_bytes_and_headers(db):
    first, second = (Client().get("/ru/") for _visitor in range(2))
    assert (first.content, dict(first.headers)) == (second.content, dict(second.headers))


def test_what_others_may_show_is_open_to_them(db, client):
    for path in (reverse("news:feed"), reverse("picture")):
        assert client.get(path).headers["Cross-Origin-Resource-Policy"] == "cross-origin", path


def test_over_tls_cookies_are_secure_and_browsers_remember(settings, client, admin_client):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    page = client.get("/admin/login/", secure=True)

    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("address", ["/admin/", "/admin/news/post/", "/admin/repertoire/performance/add/"])
def test_the_office_lets_no_inline_script_run(admin_client, address):
    policy = policy_of(admin_client.get(address))

    assert (policy["script-src"], policy["style-src"], policy["default-src"]) == ("'self'", "'self'", "'none'")


def test_only_a_form_with_the_editor_is_as_open_as_the_editor_needs(admin_client):
    policy = policy_of(admin_client.get(admin_url(Post, "add")))

    assert policy["script-src"] == policy["style-src"] == "'self' 'unsafe-inline'"
    assert (policy["default-src"], policy["frame-ancestors"], policy["connect-src"]) == ("'none'", "'none'", "'self'")


def test_the_office_is_not_for_robots(client):
    assert client.get("/admin/login/").headers["X-Robots-Tag"] == "noindex, nofollow"


def test_whoever_develops_the_site_sees_why_something_failed(client, db, settings):
    settings.DEBUG = True

    assert "Content-Security-Policy" not in client.get("/ru/nothing/").headers
    assert "Content-Security-Policy" in client.get("/ru/").headers
