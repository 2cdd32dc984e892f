"""Addresses that are longer than any of ours: the site itself says what is wrong with them, with nginx and without."""

import httpx
import pytest

from tests.nginx import NAME
from tests.pages import elements_of, links_of, said, text_of

TOO_LONG = "This is too long to look for. Write a few words, at most %(limit_value)d letters."
SEARCHES = [("ru", "w" * 10_000), ("ru", "ж" * 10_000), ("uk", "ї" * 10_000)]


@pytest.fixture(params=["nginx, HTTP/2", "nginx, HTTP/1.1", "gunicorn"])
def visitor(request, site, front):
    if request.param == "gunicorn":
        transport = httpx.HTTPTransport(uds=site.removeprefix("unix:"))
        headers = {"X-Forwarded-Proto": "https"}
        client = httpx.Client(transport=transport, base_url=f"http://{NAME}", headers=headers, timeout=30)
    else:
        client = front.client(address="127.0.3.1", http2="HTTP/2" in request.param)
    with client as visitor:
        yield visitor


@pytest.mark.parametrize(("language", "query"), SEARCHES)
def test_a_search_of_ten_thousand_letters_is_told_to_be_too_long(visitor, language, query):
    page = visitor.get(f"/{language}/search/?q={query}")
    [field] = elements_of(page.text, "input", id="q")

    assert (page.status_code, page.headers["Content-Language"]) == (400, language)
    assert said(TOO_LONG, language) % {"limit_value": 100} in text_of(elements_of(page.text, "div", role="alert")[0])
    assert field.get("value").startswith(query[:1000])
    assert [link for link in links_of(page.text) if link.startswith("tel:")]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("language", "end"), [("ru", "w" * 10_000), ("ru", "ж" * 10_000), ("uk", "w" * 10_000 + "/")])
def test_nothing_is_found_at_a_path_without_end(visitor, language, end):
    page = visitor.get(f"/{language}/news/{end}", follow_redirects=True)

    assert (page.status_code, page.headers["Content-Language"]) == (404, language)
    assert [link for link in links_of(page.text) if link.startswith("tel:")]


def test_nginx_has_nothing_to_complain_of(front):
    with front.client(address="127.0.3.2") as browser:
        browser.get(f"/ru/news/{'a' * 60_000}/")
        browser.get(f"/media/{'a' * 60_000}.jpg")

    assert "is not enough for cache key" not in front.complaints


def test_what_is_said_in_vain_with_an_address_changes_nothing(visitor):
    assert visitor.get(f"/uk/news/?page=2&mark={'x' * 60_000}").text == visitor.get("/uk/news/?page=2").text
    assert visitor.get(f"/uk/news?mark={'x' * 60_000}").status_code == 301
