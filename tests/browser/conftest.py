"""A real Chromium for the tests in this folder. Without one they are skipped, and fail if REQUIRE_BROWSER=1."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.clock import at

__all__ = ["at"]

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]


@pytest.fixture(scope="session")
def browser():
    require_chromium()
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, and Django would refuse to talk to the database beside one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def require_chromium():
    if not CHROMIUM.exists():
        missing(f"needs {CHROMIUM} (on Debian: apt install chromium)")


def missing(words):
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"{words}, and REQUIRE_BROWSER asks for it")
    pytest.skip(words)


@pytest.fixture
def open_page(browser, live_server):
    """open_page("/ru/", width=390, java_script_enabled=False): that page of the site, in a window of its own."""
    contexts = []

    def open_page(path, *, width=1280, height=900, **options):
        context = browser.new_context(base_url=live_server.url, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def open_vision(open_page, live_server):
    """open_vision("/ru/", "200.white.normal.normal.off", width=360): a page as it looks with this cookie."""

    def open_vision(path, cookie, **options):
        page = open_page("/healthz", **options)
        page.context.add_cookies([{"name": "vision", "value": cookie, "url": live_server.url}])
        page.goto(path)
        return page

    return open_vision


@pytest.fixture
def sample(transactional_db, at):
    """The sample content on a Wednesday: on other days other rows stand first."""
    call_command("load_sample", verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def static_files(tmp_path_factory, django_db_setup):
    """The live server shows what collectstatic has collected."""
    from django.test import override_settings

    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        call_command("collectstatic", link=True, interactive=False, verbosity=0)
        yield
