"""Static files and uploads, which nginx takes from the disk."""

import pytest


def test_static_files_with_a_hash_are_kept_for_ever_and_come_compressed(browser, var):
    [sheet] = (var / "static" / "css").glob("site.*.css")
    answer = browser.get(f"/static/css/{sheet.name}", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["Content-Type"], answer.headers["Content-Encoding"]) == ("text/css", "gzip")
    assert answer.content == sheet.read_bytes()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert browser.get("/static/ckeditor/ckeditor/ckeditor.js").headers["Cache-Control"] == "public, max-age=3600"
    assert browser.get("/static/css/none.css").status_code == 404


SHOWN, SAVED = None, "attachment"
CLOSED = "default-src 'none'; frame-ancestors 'none'; sandbox"


@pytest.mark.parametrize(
    ("name", "kind", "disposition", "policy"),
    [
        ("a.jpg", "image/jpeg", SHOWN, CLOSED),
        ("b.WEBP", "image/webp", SHOWN, CLOSED),
        ("c.pdf", "application/pdf", SHOWN, "frame-ancestors 'none'"),
        ("d.svg", "application/octet-stream", SAVED, CLOSED),
        ("e.html", "application/octet-stream", SAVED, CLOSED),
        ("f.pdf.html", "application/octet-stream", SAVED, CLOSED),
        ("g.docx", "application/octet-stream", SAVED, CLOSED),
        ("h.php", "application/octet-stream", SAVED, CLOSED),
        ("i", "application/octet-stream", SAVED, CLOSED),
    ],
)
def test_nothing_that_was_uploaded_runs(browser, var, name, kind, disposition, policy):
    folder = var / "media" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"<script>alert(1)</script>")
    answer = browser.get(f"/media/tests/{name}")
    headers = [answer.headers.get(each) for each in ("Content-Type", "Content-Disposition", "Content-Security-Policy")]

    assert (answer.status_code, headers) == (200, [kind, disposition, policy])
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_part_of_an_upload_may_be_asked_for(browser, var):
    (var / "media" / "long.pdf").write_bytes(b"%PDF-0123456789")
    answer = browser.get("/media/long.pdf", headers={"Range": "bytes=5-7"})

    assert (answer.status_code, answer.content) == (206, b"012")


@pytest.mark.parametrize(
    "path",
    ["/media/readyz/a.txt", "/media/.hidden", "/media/tests/.hidden", "/media/", "/static/", "/bin/a", "/secret_key"]
    + ["/media/../secret_key", "/media/%2e%2e/secret_key", "/static/..%2fsecret_key", "/-/away.ru.html"],
)
def test_nothing_beside_uploads_and_static_files_is_served(browser, var, path):
    for name in ("media/readyz/a.txt", "media/.hidden", "media/tests/.hidden", "bin/a"):
        (var / name).parent.mkdir(parents=True, exist_ok=True)
        (var / name).write_text("secret")

    assert browser.get(path).status_code in {400, 404}
