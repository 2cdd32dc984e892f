"""Texts are cleaned, pictures taken over like uploads."""

import pytest

from news.models import ImportedText, Post
from tests.factories import picture
from theatre_site.models import TextPicture

from .running import refused, run


def test_texts_are_cleaned_like_those_of_the_editor(file):
    run(file({"body": '<h1>А</h1><script>alert(1)</script><p onclick="x()">Б <b>в</b></p>'}))

    assert Post.objects.get().body_ru == "<h2>А</h2>\n<p>Б <strong>в</strong></p>"


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    (folder / "2011" / "10").mkdir(parents=True)
    (folder / "2011" / "10" / "hall.png").write_bytes(picture().read())
    (folder / "fake.jpg").write_bytes(b"<?php evil();")
    (tmp_path / "secret.png").write_bytes(picture().read())
    return folder


@pytest.mark.parametrize(
    "src",
    [
        "hall.png",
        "https://old.example/wp-content/uploads/2011/10/hall-300x200.png",
        "/uploads/2011/10/hall.png?resize=300",
        "../../2011/10/hall.png",
    ],
)
def test_a_picture_in_a_text_is_found_and_taken_over_once(file, pictures, src):
    folder = pictures if "2011" in src else pictures / "2011" / "10"
    body = f"<p><img src='{src}' alt=''></p>"
    run(file({"body": body}, {"source": "/b", "body": body}), "--pictures", folder)

    url = TextPicture.objects.get().image.url
    assert {post.body_ru for post in Post.objects.all()} == {f'<figure><img src="{url}" alt=""></figure>'}


@pytest.mark.parametrize("src", ["../secret.png", "gone.png", "/etc/passwd", "http://[", "data:image/png;base64,AAAA"])
def test_what_is_not_in_the_folder_is_left_out_and_told(file, pictures, src):
    said = run(file({"body": f'<p>А<img src="{src}"></p>'}))

    assert said[0] == f"2: made /node/5 · left out, not in the folder: {src}"
    assert Post.objects.get().body_ru == "<p>А</p>"


def test_what_is_no_picture_is_refused_as_an_upload_would_be(file, pictures):
    reason = "This is not a picture, or it is damaged. Open it on your computer and save it anew as JPEG."

    assert refused(file({"picture": "fake.jpg"}))[0] == f"2: refused /node/5 · fake.jpg: {reason}"
    assert refused(file({"picture": "gone.jpg"}))[0].startswith(
        "2: refused /node/5 · The picture “gone.jpg” is not in "
    )
    assert run(file({"body": "<p>А<img src=fake.jpg></p>"}))[0] == f"2: made /node/5 · left out, fake.jpg: {reason}"


def test_a_changed_picture_takes_the_place_of_the_old_one(file, pictures):
    row = {"picture": "hall.png", "picture_alt": "Зал"}
    run(file(row), "--pictures", pictures / "2011" / "10")
    first = Post.objects.get().image.name
    assert run(file(row), "--pictures", pictures / "2011" / "10")[0] == "2: unchanged /node/5"

    (pictures / "2011" / "10" / "hall.png").write_bytes(picture(color="#000000").read())
    assert run(file(row), "--pictures", pictures / "2011" / "10")[0] == "2: changed /node/5 · image"

    assert Post.objects.get().image.name != first
    assert Post.objects.get().image_is_decorative


def test_if_something_breaks_in_the_middle_nothing_is_left(file, pictures, media_root, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr("django.db.models.query.QuerySet.get_or_create", broken)
    with pytest.raises(OSError, match="No space left"):
        run(file({"picture": "2011/10/hall.png", "body": "<img src='2011/10/hall.png'>"}))

    assert [model.objects.count() for model in (Post, TextPicture, ImportedText)] == [0, 0, 0]
    kept = [path.relative_to(media_root).parts[0] for path in media_root.rglob("*.*") if path.is_file()]
    assert set(kept) <= {"__processed__"}
