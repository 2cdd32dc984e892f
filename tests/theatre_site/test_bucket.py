"""Uploads in S3-compatible storage: a real server of its protocol, the whole circle from upload to bin and back."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as site
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from reversion.models import Version

from news.models import Post
from tests.admin_forms import admin_url
from tests.bucket import empty, keys_in, served_bucket
from tests.factories import create_editor, create_post, create_production, picture
from tests.running_site import ENVIRONMENT, free_port
from theatre_site import recycle_bin
from theatre_site.images.renditions import rendition


@pytest.fixture(scope="module")
def server():
    with served_bucket() as where:
        yield where


@pytest.fixture
def bucket(server, settings):
    """The site keeps its uploads there."""
    settings.MEDIA_S3 = server
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "theatre_site.bucket.BucketWithBin"}}
    yield server
    empty(server)


@pytest.fixture
def bucket_goes(bucket, settings):
    """From now on nobody answers there."""

    def go():
        settings.MEDIA_S3 = bucket | {"endpoint_url": f"http://127.0.0.1:{free_port()}"}
        settings.STORAGES = dict(settings.STORAGES)

    return go


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_an_upload_lies_in_the_bucket_with_its_sizes_and_not_on_the_disk(client, db, bucket, media_root):
    post = create_post(image=picture(size=(500, 400)))
    answer = client.get(rendition(post.image, "article").url)

    kept = [key.removeprefix("media/") for key in keys_in(bucket)]
    assert post.image.name in kept
    assert {name.partition("/")[0] for name in kept} == {"__processed__", post.image.name.partition("/")[0]}
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"
    assert not media_root.exists()


def test_pages_name_uploads_at_the_sites_own_address(client, db, bucket):
    post = create_post(image=picture(size=(500, 400)), image_is_decorative=True)
    page = client.get(post.get_absolute_url()).content.decode()

    assert post.image.url == f"/media/{post.image.name}"
    assert rendition(post.image, "article").url in page
    assert bucket["endpoint_url"] not in page


def test_a_deleted_upload_leaves_the_web_and_comes_back_from_the_bin(client, db, bucket, commits):
    post = create_post(image=picture(size=(500, 400)))
    name, url = post.image.name, post.image.url
    before = b"".join(client.get(url).streaming_content)
    with commits():
        post.delete()

    assert (client.get(url).status_code, keys_in(bucket)) == (404, [f"bin/{name}"])
    assert default_storage.get_available_name(name) != name
    recycle_bin.put_back(default_storage, name)
    assert b"".join(client.get(url).streaming_content) == before


def test_an_editor_brings_a_deleted_post_back_with_its_picture(client, db, bucket, commits):
    client.force_login(create_editor())
    post = create_post(image=picture(size=(500, 400)), image_is_decorative=True)
    with commits():
        client.post(admin_url(post, "delete"), {"post": "yes"})
    assert keys_in(bucket) == [f"bin/{post.image.name}"]
    version = Version.objects.get_deleted(Post).get()
    with commits():
        answer = client.post(reverse("admin:news_post_recover", args=[version.pk]))

    back = Post.objects.get()
    assert answer.status_code == 302
    assert default_storage.exists(back.image.name)
    assert default_storage.exists(rendition(back.image, "article").url.removeprefix("/media/"))


def test_what_lies_in_the_bin_for_too_long_is_thrown_out(bucket, settings):
    for name in ("old.pdf", "other.pdf"):
        default_storage.save(name, ContentFile(b"%PDF-"))
    default_storage.delete("old.pdf")
    assert recycle_bin.throw_out_old_files() == 0
    later = datetime.now(UTC) + timedelta(minutes=1)

    assert default_storage.throw_out_older_than(later.timestamp()) == 1
    assert keys_in(bucket) == ["media/other.pdf"]


def test_two_uploads_of_one_name_are_two_files(bucket):
    names = [default_storage.save("files/plan.pdf", ContentFile(content)) for content in (b"first", b"second")]

    assert [default_storage.open(name).read() for name in names] == [b"first", b"second"]


@pytest.mark.parametrize(
    ("path", "status"), [("files/none.pdf", 404), ("files/", 404), ("../bin/a.pdf", 400), (f"{'a' * 2000}.pdf", 404)]
)
def test_nothing_but_uploads_is_handed_out(client, db, bucket, path, status):
    default_storage.save("a.pdf", ContentFile(b"%PDF-"))
    default_storage.delete("a.pdf")

    assert client.get(f"/media/{path}").status_code == status


def test_who_has_a_file_already_is_told_so(client, db, bucket):
    default_storage.save("a.pdf", ContentFile(b"%PDF-"))
    first = client.get("/media/a.pdf")
    again = client.get("/media/a.pdf", headers={"If-Modified-Since": first.headers["Last-Modified"]})

    assert (first.status_code, again.status_code) == (200, 304)


def test_the_picture_for_friends_is_drawn_with_a_photo_of_the_bucket(client, db, bucket):
    production = create_production(photo=picture(size=(900, 1200)))
    answer = client.get(f"{production.get_absolute_url()}picture.png")

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")


def test_the_site_is_ready_and_leaves_nothing_in_the_bucket(client, db, bucket):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"database: ok\nmigrations: ok\nstorage: ok\n")
    assert keys_in(bucket) == []


def test_it_is_not_ready_without_its_bucket(client, db, bucket_goes):
    bucket_goes()
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"database: ok\nmigrations: ok\nstorage: cannot be written\n")


def test_pages_do_without_the_bucket(client, db, bucket_goes):
    post = create_post(image=picture(size=(500, 400)), image_is_decorative=True)
    bucket_goes()

    assert [client.get(path).status_code for path in ("/ru/", "/ru/news/", post.get_absolute_url())] == [200] * 3


@pytest.mark.parametrize(("wanted", "loaded"), [({}, []), ({"MEDIA_S3_BUCKET": "theatre"}, ["boto3", "storages"])])
def test_the_libraries_are_loaded_only_where_they_are_used(wanted, loaded):
    program = (
        "import sys, django; django.setup(); from django.core.files.storage import default_storage;"
        "default_storage.url('a'); print(sorted({'boto3', 'storages'} & set(sys.modules)))"
    )
    environment = (
        ENVIRONMENT
        | {"SECRET_KEY": "x", "DATABASE_URL": "postgresql:///x", "DJANGO_SETTINGS_MODULE": "theatre_site.settings"}
        | wanted
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, cwd=site.BASE_DIR, env=environment, capture_output=True, text=True, check=True)

    assert said.stdout == f"{loaded}\n"
