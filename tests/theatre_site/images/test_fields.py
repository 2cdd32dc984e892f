"""Upload, replacement and deletion, on whatever way a picture comes in."""

import re
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from PIL import Image

from news.models import Post, PostPhoto
from tests.factories import create_partner, create_post, create_post_photo, create_production, picture
from tests.uploads import phone_photo, refused_uploads
from theatre_site.images import rendition
from theatre_site.images.renditions import renditions


def opened(file):
    with file.storage.open(file.name) as content:
        image = Image.open(content)
        image.load()
        return image


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` what is asked to happen after the transaction happens at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_picture_has_a_name_that_nobody_can_guess(db):
    one, other = create_partner(logo=picture("logo.png")), create_partner(logo=picture("logo.png"))

    assert one.logo.name != other.logo.name
    assert re.fullmatch(r"partners/[0-9a-f]{16}\.png", one.logo.name)


def test_its_columns_know_the_size_of_what_is_kept(db):
    post = create_post(image=phone_photo())
    post.refresh_from_db()

    assert (post.image_width, post.image_height) == opened(post.image).size == (1920, 2560)


def save_the_row():
    return create_post(image=phone_photo(size=(403, 302)))


def save_the_file():
    post = create_post()
    post.image.save("holiday.jpg", ContentFile(phone_photo(size=(403, 302)).read()))
    return post


def create_many():
    post = create_post(slug="many")
    Post.objects.filter(pk=post.pk).delete()
    post.image = phone_photo(size=(403, 302))
    (post,) = Post.objects.bulk_create([post])
    return post


@pytest.mark.parametrize("door", [save_the_row, save_the_file, create_many])
def test_every_door_cleans(db, door):
    post = Post.objects.get(pk=door().pk)

    assert (opened(post.image).size, dict(opened(post.image).getexif())) == ((302, 403), {})
    assert (post.image_width, post.image_height) == (302, 403)
    assert "holiday" not in post.image.name


@pytest.mark.parametrize("what", ["bomb", "GIF", "web page named .png", "half a JPEG", "strip", "text"])
def test_every_door_refuses_and_leaves_nothing_behind(db, kept_files, what):
    upload, _sentence = refused_uploads()[what]
    content = upload.read()
    with pytest.raises(ValidationError):
        create_post().image.save(upload.name, ContentFile(content))

    assert kept_files() == []


def test_a_save_makes_the_sizes_that_pages_show_and_no_larger_ones(db, kept_files):
    post = create_post(image=picture(size=(1200, 800)))
    sizes = [(each.width, each.height) for each in renditions(post.image, "article")]

    assert sizes == [(480, 320), (960, 640), (1200, 800)]
    made = {url.removeprefix("/media/") for url, *_rest in renditions(post.image, "article")}
    assert made | {rendition(post.image, "preview").url.removeprefix("/media/")} == set(kept_files("__processed__"))


def test_sizes_that_are_missing_are_made_by_the_command_of_the_upgrade(db):
    post = create_many()
    storage, wanted = post.image.storage, rendition(post.image, "article").url.removeprefix("/media/")
    assert not storage.exists(wanted)

    call_command("process_imagefields", all=True, no_parallel=True, stdout=StringIO())
    assert storage.exists(wanted)


def test_renditions_are_webp_of_the_size_that_they_say(db):
    photo = create_post_photo(image=picture(size=(1000, 800)))
    for use in ("thumbnail", "large"):
        for each in renditions(photo.image, use):
            with photo.image.storage.open(each.url.removeprefix("/media/")) as file:
                made = Image.open(file)
                assert (made.format, made.size) == ("WEBP", (each.width, each.height))


def test_the_focal_point_stays_in_what_is_cut_out(db):
    """A tall picture: yellow above, where the face is, purple below."""
    tall = Image.open(picture("tall.png", size=(400, 1200), color="#2d1a4a"))
    tall.paste("#f8b62d", (0, 0, 400, 300))
    upload = picture("tall.png")
    upload.file.seek(0)
    tall.save(upload.file, "PNG")
    upload.seek(0)
    photo = create_post_photo(image=upload, image_ppoi="0.5x0.1")
    high = rendition(photo.image, "thumbnail")
    photo = PostPhoto.objects.get()
    photo.image_ppoi = "0.5x0.9"
    photo.save()
    low = rendition(photo.image, "thumbnail")

    colours = []
    for each in (high, low):
        with photo.image.storage.open(each.url.removeprefix("/media/")) as file:
            colours.append(Image.open(file).convert("RGB").getpixel((200, 60)))
    assert colours == [pytest.approx((248, 182, 45), abs=8), pytest.approx((45, 26, 74), abs=8)]


def test_only_what_is_cut_is_made_again_when_the_focal_point_moves(db):
    photo = create_post_photo(image=picture(size=(1000, 800)))
    thumbnail, large = rendition(photo.image, "thumbnail"), rendition(photo.image, "large")
    photo.image_ppoi = "0.1x0.1"
    photo.save()
    moved = PostPhoto.objects.get().image

    assert rendition(moved, "thumbnail").url != thumbnail.url
    assert rendition(moved, "large").url == large.url


def test_a_logo_keeps_what_can_be_seen_through(db):
    upload = picture("logo.png")
    upload.file.seek(0)
    Image.new("RGBA", (500, 100), (200, 0, 0, 0)).save(upload.file, "PNG")
    upload.seek(0)
    partner = create_partner(logo=upload)
    with partner.logo.storage.open(rendition(partner.logo, "logo").url.removeprefix("/media/")) as file:
        made = Image.open(file)
        assert (made.mode, made.size, made.getpixel((10, 10))[3]) == ("RGBA", (320, 64), 0)


def test_a_production_has_its_poster_photo_with_its_focal_point(db):
    production = create_production(photo=picture("p.jpg", size=(2000, 1000), kind="JPEG"), photo_ppoi="0.25x0.75")
    photo = production.poster_photo

    assert (photo.width, photo.height, photo.focus) == (900, 450, "0.25x0.75")
    assert create_production().poster_photo is None


def test_a_replaced_picture_leaves_the_disk_with_its_sizes(db, kept_files, commits):
    post = create_post(image=picture(size=(500, 400)))
    old = set(kept_files())
    with commits():
        post = Post.objects.get()
        post.image = picture(size=(500, 400))
        post.save()

    assert len(old) == len(kept_files()) == 4
    assert old & set(kept_files()) == set()


@pytest.mark.parametrize("leave", [lambda post: post.delete(), lambda post: Post.objects.all().delete()])
def test_a_deleted_picture_leaves_the_disk_and_so_do_those_of_its_parts(db, kept_files, commits, leave):
    post = create_post(image=picture())
    create_post_photo(post=post)
    kept = create_partner(logo=picture())
    with commits():
        leave(post)

    assert {name.rpartition("/")[2][:16] for name in kept_files()} == {kept.logo.name.rpartition("/")[2][:16]}


def test_a_picture_that_is_taken_off_leaves_the_disk(db, kept_files, commits):
    create_post(image=picture())
    with commits():
        post = Post.objects.get()
        post.image = ""
        post.save()

    assert kept_files() == []


def test_a_transaction_that_fails_loses_no_file(transactional_db, kept_files):
    create_post(image=picture())
    before = kept_files()
    with transaction.atomic():
        post = Post.objects.get()
        post.image = ""
        post.save()
        post.delete()
        transaction.set_rollback(True)

    assert kept_files() == before
    assert Post.objects.get().image.name in before


def test_a_row_whose_file_is_lost_opens_and_shows_nothing(db):
    partner = create_partner(logo=picture())
    partner.logo.storage.delete(partner.logo.name)
    type(partner).objects.update(logo_width=None, logo_height=None)
    partner = type(partner).objects.get()
    partner.save()

    assert renditions(partner.logo, "logo") == []
    assert rendition(partner.logo, "logo") is None
