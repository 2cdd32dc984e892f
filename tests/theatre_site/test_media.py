"""Whatever lies among the uploads, by whatever way it came there, does not run."""

import pytest

SHOWN = {"photo.jpg": "image/jpeg", "photo.PNG": "image/png", "a.webp": "image/webp", "a.avif": "image/avif"}
SAVED = [
    "page.html",
    "picture.svg",
    "code.js",
    "feed.xml",
    "letter.docx",
    "all.zip",
    "page.html.gz",
    "nothing",
    "a.htm",
]
CLOSED = "default-src 'none'; frame-ancestors 'none'; sandbox"


@pytest.fixture
def get(client, media_root):
    """get("a.html"): an upload of that name."""
    media_root.mkdir()

    def get(name):
        (media_root / name).write_text("<script>alert(1)</script>")
        return client.get(f"/media/{name}")

    return get


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_shown_in_a_sandbox(get, name):
    answer = get(name)

    assert answer.headers["Content-Type"] == SHOWN[name]
    assert answer.headers["Content-Security-Policy"] == CLOSED
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not answer.headers.get("Content-Disposition", "").startswith("attachment")


@pytest.mark.parametrize("name", SAVED)
def test_what_is_no_picture_is_saved_and_never_a_page(get, name):
    answer = get(name)

    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == "attachment"
    assert answer.headers["Content-Security-Policy"] == CLOSED
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Encoding" not in answer.headers


def test_a_document_opens_in_the_viewer_of_the_browser(get):
    answer = get("rules.pdf")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
