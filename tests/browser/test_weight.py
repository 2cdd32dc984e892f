"""What a first visit weighs: gunicorn, the collected files, an empty cache, every byte as it comes over the line."""

import subprocess
import time

import pytest
from django.conf import settings

from tests.browser.conftest import missing
from tests.running_site import running

AT_MOST_BYTES = 100_000
AT_MOST_REQUESTS = 12
NOT_SEEN, HARDLY_SEEN = 0.001, 0.01  # of layout shift; 0.1 is what search engines call good
PAGES = [
    "/ru/",
    "/ru/afisha/",
    "/ru/repertoire/konek-gorbunok/",
    "/ru/news/otkrylsya-44-teatralnyj-sezon/",
    "/ru/festival/2011/programme/",
]
COUNT_SHIFTS = """
    window.shift = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value))
        .observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a freshly filled site."""
    folder = tmp_path_factory.mktemp("weight")
    with running(settings.BASE_DIR, patience=90, notes=folder, VAR_DIR=str(folder / "var")) as (_, url):
        yield url


@pytest.fixture
def stand_in_fonts():
    """The metric-matched stand-ins of static/css/stand-ins.css are made from fonts that nearly every machine has."""
    found = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True).stdout
    if not found.startswith(("Liberation", "Arial")):
        missing("needs a font with the measures of Arial (on Debian: apt install fonts-liberation)")


def late(route):
    """A font that comes when the page has long been there."""
    time.sleep(0.6)
    route.continue_()


@pytest.fixture
def first_visit(browser, site):
    """first_visit("/ru/"): (page, {address: bytes over the line}) of a browser that was never here."""
    contexts = []

    def first_visit(path, *, late_fonts=False, **options):
        context = browser.new_context(base_url=site, **options)
        contexts.append(context)
        page = context.new_page()
        received, addresses = {}, {}
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on(
            "Network.requestWillBeSent", lambda sent: addresses.update({sent["requestId"]: sent["request"]["url"]})
        )
        network.on(
            "Network.loadingFinished",
            lambda done: received.update({addresses[done["requestId"]]: done["encodedDataLength"]}),
        )
        page.add_init_script(COUNT_SHIFTS)
        if late_fonts:
            page.route("**/*.woff2", late)
        page.goto(path, wait_until="networkidle")
        return page, {address: size for address, size in received.items() if not address.startswith("data:")}

    yield first_visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_first_visit_to_the_home_page_is_light(first_visit, site, language, width):
    _page, received = first_visit(f"/{language}/", viewport={"width": width, "height": 800})

    assert sum(received.values()) <= AT_MOST_BYTES
    assert len(received) <= AT_MOST_REQUESTS
    assert [address for address in received if not address.startswith(site)] == []
    assert {address.rpartition(".")[2] for address in received} >= {"css", "woff2"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_on_a_page_moves_while_it_comes(first_visit, path, width):
    """What moves does so at each visit. To a busy machine the fonts may come late once, which the next test judges."""

    def shift():
        page, _received = first_visit(path, viewport={"width": width, "height": 800})
        page.evaluate("document.fonts.ready")
        return page.evaluate("window.shift")

    assert any(shift() < NOT_SEEN for _visit in range(3))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_on_a_page_jumps_when_its_fonts_come_late(first_visit, stand_in_fonts, path, width):
    page, _received = first_visit(path, late_fonts=True, viewport={"width": width, "height": 800})
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(100)

    assert page.evaluate("window.shift") < HARDLY_SEEN
