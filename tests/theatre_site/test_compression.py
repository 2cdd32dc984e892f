import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tests.factories import create_theatre
from theatre_site.compression import CompressTextMiddleware

LONG = b"Every Saturday a play, every Sunday a tale. " * 40


def answer(content_type, **headers):
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip", **headers})
    return CompressTextMiddleware(lambda request: HttpResponse(LONG, content_type=content_type))(request)


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/json", "image/svg+xml"])
def test_text_is_sent_compressed(content_type):
    response = answer(content_type)

    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == LONG
    assert len(response.content) < len(LONG) / 4


@pytest.mark.parametrize("content_type", ["image/webp", "image/png", "application/pdf"])
def test_what_is_compressed_already_stays_as_it_is(content_type):
    response = answer(content_type)

    assert "Content-Encoding" not in response.headers
    assert response.content == LONG


def test_a_page_of_the_site_comes_compressed_and_says_that_it_depends_on_that(client, db):
    create_theatre()
    plain, packed = client.get("/ru/"), client.get("/ru/", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert b"<h1" in gzip.decompress(packed.content)
    assert "Accept-Encoding" in packed.headers["Vary"]
