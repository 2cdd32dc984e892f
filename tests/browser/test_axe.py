"""What axe-core finds: nothing. `make test` looks at the main pages, `make audit` at all kinds of them."""

import os

import pytest

from tests.browser.sample_pages import main_pages, sample_pages

EVERY_PAGE = bool(os.environ.get("EVERY_PAGE"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", 1440), ("dark", 1440), ("dark", 360), ("light", 360)]
VERSIONS = [("ru", "black"), ("uk", "blue")]
EVERY_VERSION = [(language, colours) for language in ("ru", "uk") for colours in ("white", "black", "blue", "brown")]

pages_in = sample_pages if EVERY_PAGE else main_pages


@pytest.fixture
def violations():
    """violations(page): [(the rule, what breaks it), …]."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}

    def violations(page):
        found = axe.run(page, options=options).response["violations"]
        return [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]

    return violations


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_no_page_breaks_a_rule(sample, open_page, violations, language):
    page = open_page("/healthz", reduced_motion="reduce")
    found = {}
    for path in pages_in(language):
        page.goto(path)
        for scheme, width in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            if broken := violations(page):
                found[path, scheme, width] = broken

    assert found == {}


@pytest.mark.parametrize(("language", "colours"), EVERY_VERSION if EVERY_PAGE else VERSIONS)
def test_the_version_for_the_visually_impaired_breaks_none_either(sample, open_vision, violations, language, colours):
    page = open_vision("/healthz", f"150.{colours}.normal.normal.on", width=360)
    found = {}
    for path in pages_in(language):
        page.goto(path)
        page.evaluate("document.querySelector('.vision details').open = true")
        if broken := violations(page):
            found[path] = broken

    assert found == {}


def test_a_violation_would_be_found(sample, open_page, violations):
    page = open_page("/ru/no-such-page/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"/x.png\"><span>слово</span>'")
    page.evaluate("document.querySelector('h1 span').style.color = '#fdd'")

    assert {rule for rule, html in violations(page)} >= {"image-alt", "color-contrast"}
