"""The bin for uploads: a deleted file leaves the web at once and can be taken back for some weeks."""

import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from news.models import Post
from tests.factories import create_attachment, create_post, picture
from theatre_site.recycle_bin import is_kept, put_back


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def in_bin(settings):
    folder = Path(settings.BIN_ROOT)
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def make_older(settings, name, *, days):
    moment = time.time() - days * 24 * 60 * 60
    os.utime(Path(settings.BIN_ROOT) / name, (moment, moment))


def test_a_deleted_picture_leaves_the_web_and_lies_in_the_bin_alone(client, db, settings, commits):
    post = create_post(image=picture(size=(500, 400)))
    assert client.get(post.image.url).status_code == 200
    with commits():
        post.delete()

    assert client.get(post.image.url).status_code == 404
    assert in_bin(settings) == [post.image.name]


def test_a_replaced_picture_goes_there_too(db, settings, commits):
    post = create_post(image=picture())
    with commits():
        again = Post.objects.get()
        again.image = picture()
        again.save()

    assert in_bin(settings) == [post.image.name]


def test_the_bin_is_not_served(settings):
    assert not Path(settings.BIN_ROOT).is_relative_to(settings.MEDIA_ROOT)


def test_what_lies_there_for_too_long_is_thrown_out_at_the_next_deletion(settings):
    for name in ("old.pdf", "young.pdf", "next.pdf"):
        default_storage.save(name, ContentFile(b"%PDF-"))
    default_storage.delete("old.pdf")
    default_storage.delete("young.pdf")
    make_older(settings, "old.pdf", days=settings.BIN_DAYS + 1)
    make_older(settings, "young.pdf", days=settings.BIN_DAYS - 1)
    default_storage.delete("next.pdf")

    assert in_bin(settings) == ["next.pdf", "young.pdf"]


def test_the_command_empties_it_too(settings):
    default_storage.save("old.pdf", ContentFile(b"%PDF-"))
    default_storage.delete("old.pdf")
    make_older(settings, "old.pdf", days=settings.BIN_DAYS + 1)
    said = StringIO()
    call_command("empty_bin", stdout=said)

    assert (in_bin(settings), said.getvalue()) == ([], "1 thrown out.\n")


def test_the_days_begin_when_a_file_is_deleted_and_not_when_it_was_uploaded(settings):
    default_storage.save("old.pdf", ContentFile(b"%PDF-"))
    long_ago = time.time() - 365 * 24 * 60 * 60
    os.utime(default_storage.path("old.pdf"), (long_ago, long_ago))
    default_storage.delete("old.pdf")
    default_storage.save("next.pdf", ContentFile(b"%PDF-"))
    default_storage.delete("next.pdf")

    assert in_bin(settings) == ["next.pdf", "old.pdf"]


def test_no_new_file_takes_the_name_of_one_that_may_come_back(db, commits):
    attachment = create_attachment()
    name = attachment.file.name
    with commits():
        attachment.delete()
    assert create_attachment().file.name != name


def test_a_file_comes_back_as_it_was(settings):
    default_storage.save("a/b.pdf", ContentFile(b"%PDF-1"))
    default_storage.delete("a/b.pdf")
    assert (is_kept("a/b.pdf"), default_storage.exists("a/b.pdf")) == (True, False)
    put_back(default_storage, "a/b.pdf")

    assert default_storage.open("a/b.pdf").read() == b"%PDF-1"


def test_deleting_what_is_not_there_is_no_error(settings):
    default_storage.delete("nothing.pdf")

    assert in_bin(settings) == []
