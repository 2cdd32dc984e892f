"""What tells a machine whether this process lives and whether it can do its work."""

import pytest
from django.db import OperationalError, connections

from theatre_site import health


def gone(*args, **kwargs):
    raise OperationalError("gone away")


def test_a_process_is_alive_without_the_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, b"ok\n", "text/plain")
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_site_is_ready_and_leaves_nothing_behind(client, db, settings, media_root):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"database: ok\nmigrations: ok\nstorage: ok\n")
    assert "no-store" in answer.headers["Cache-Control"]
    assert [path for path in (*media_root.rglob("*"), *settings.BIN_ROOT.rglob("*")) if path.is_file()] == []


def test_it_is_not_ready_without_the_database(client, db, monkeypatch):
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(connections["default"], "cursor", gone)
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"database: does not answer\nmigrations: cannot be read\nstorage: ok\n"


def test_it_is_not_ready_before_its_migrations_have_run(client, db, monkeypatch):
    monkeypatch.setattr(health, "known_migrations", lambda: {("news", "0001_initial"), ("news", "9999_next")})
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"database: ok\nmigrations: 1 to run\nstorage: ok\n")


@pytest.mark.parametrize("reason", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_it_is_not_ready_if_uploads_cannot_be_stored(client, db, monkeypatch, reason):
    def full(*args, **kwargs):
        raise reason

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"database: ok\nmigrations: ok\nstorage: cannot be written\n")
