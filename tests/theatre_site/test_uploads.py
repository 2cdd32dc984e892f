"""Pictures through the forms of the office, as a browser sends them."""

import pytest
from PIL import Image

from news.models import Post, PostPhoto
from repertoire.models import Production
from tests.admin_forms import admin_url, errors_of, form_data, submit
from tests.factories import create_post, create_post_photo, create_production, picture
from tests.pages import elements_of, plain, text_of, texts_of
from tests.uploads import phone_photo, refused_uploads

WORDS = {"image_alt_ru": "Зал", "image_alt_uk": "Зала"}


@pytest.fixture
def files(media_root):
    return lambda: [path for path in media_root.rglob("*") if path.is_file()]


def test_a_photo_of_a_phone_is_shown_without_the_place_where_it_was_taken(admin_client, client):
    post = create_post()
    page = submit(admin_client, admin_url(post), image=phone_photo(), **WORDS)
    assert errors_of(page) == {}

    post = Post.objects.get()
    (image,) = elements_of(client.get(post.get_absolute_url()), "img")
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("1440", "1920", "Зал")
    for address in [post.image.url, *(part.split()[0] for part in image.get("srcset").split(", "))]:
        content = b"".join(client.get(address).streaming_content)
        assert content
        assert [word for word in (b"Exif", b"GPS", b"Olena") if word in content] == []


@pytest.mark.parametrize("what", refused_uploads())
def test_a_hostile_upload_is_refused_in_the_form_and_leaves_no_file_behind(admin_client, files, what):
    upload, sentence = refused_uploads()[what]
    page = submit(admin_client, admin_url(create_post()), image=upload, **WORDS)

    assert {name: [plain(words) for words in found] for name, found in errors_of(page).items()} == {"image": [sentence]}
    assert files() == []
    assert Post.objects.get().image.name == ""


def test_a_large_upload_that_waits_on_the_disk_is_refused_too(admin_client, files, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100
    upload, _sentence = refused_uploads()["half a JPEG"]
    page = submit(admin_client, admin_url(create_post()), image=upload, **WORDS)
    assert errors_of(page).keys() == {"image"}
    assert files() == []

    page = submit(admin_client, admin_url(Post.objects.get()), image=phone_photo(size=(403, 302)), **WORDS)
    assert errors_of(page) == {}
    assert Post.objects.get().image_width == 302


def test_a_photo_in_a_gallery_is_refused_beside_its_field(admin_client, files):
    upload, _sentence = refused_uploads()["SVG with a script"]
    page = submit(admin_client, admin_url(create_post()), **new_photo(image=upload, alt_ru="Зал", alt_uk="Зала"))

    assert errors_of(page).keys() == {"postphoto-0-image"}
    assert files() == []


def test_a_photo_without_words_is_sent_back_with_the_sentence_beside_the_field(admin_client):
    sentence = "Напишите на обоих языках, что на картинке, или отметьте «украшение»."
    page = submit(admin_client, admin_url(create_post()), **new_photo(image=picture(), alt_ru="Зал"))
    assert errors_of(page) == {"postphoto-0-alt_uk": [sentence]}

    page = submit(admin_client, admin_url(Post.objects.get()), **new_photo(image=picture(), is_decorative="on"))
    assert errors_of(page) == {}
    assert PostPhoto.objects.get().alt_text == ""


def test_the_office_says_in_words_why_a_photo_is_hidden(admin_client):
    photo = create_post_photo(post=create_post(image=picture(), image_shows_children=True), shows_children=True)
    page = text_of(admin_client.get(admin_url(photo.post)))
    words = "Посетители её не видят: на ней можно узнать ребёнка, а согласие родителей не отмечено."

    assert page.count(words) == 2
    assert texts_of(admin_client.get(admin_url(Post, "changelist")), "span.badge")[0] == "Скрыто: нет согласия"

    submit(admin_client, admin_url(photo.post), image_has_consent="on", **WORDS, **{"postphoto-0-has_consent": "on"})
    page = text_of(admin_client.get(admin_url(photo.post)))
    assert (page.count(words), page.count("Посетители её видят")) == (0, 2)


def test_the_list_of_productions_says_it_too(admin_client):
    create_production(photo=picture(), photo_shows_children=True)

    page = admin_client.get(admin_url(Production, "changelist"))
    assert "Скрыто: нет согласия" in texts_of(page, "span.badge")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("0.25x0.75", "0.25x0.75"), ("0,25 х 0,75", "0.25x0.75"), ("", "0.5x0.5"), ("1x0", "1x0")],
)
def test_the_focal_point_can_be_typed(admin_client, typed, kept):
    page = submit(admin_client, admin_url(create_post(image=picture())), image_ppoi=typed, **WORDS)

    assert (errors_of(page), Post.objects.get().image_ppoi) == ({}, kept)


@pytest.mark.parametrize("typed", ["middle", "0.5", "1.5x0.5", "50x50", "0.5x0.5x0.5"])
def test_a_focal_point_outside_of_the_picture_is_sent_back(admin_client, typed):
    page = submit(admin_client, admin_url(create_post(image=picture())), image_ppoi=typed, **WORDS)

    assert errors_of(page) == {"image_ppoi": ["Напишите два числа от 0 до 1, например 0.5x0.3."]}


def test_the_form_shows_a_small_preview_of_each_picture(admin_client):
    photo = create_post_photo(post=create_post(image=picture(size=(900, 600))), image=picture(size=(900, 600)))
    page = admin_client.get(admin_url(photo.post))
    previews = elements_of(page, "img", class_="imagefield-preview-image")
    targets = [element.get("data-ppoi-id") for element in elements_of(page, "div", class_="imagefield")]

    assert targets == ["id_image_ppoi", "id_postphoto-0-image_ppoi"]
    paths = [photo.image.storage.path(each.get("src").removeprefix("/media/")) for each in previews]
    assert [Image.open(path).size for path in paths] == [(300, 200), (300, 200)]
    assert form_data(page, form_id="post_form")["postphoto-0-image_ppoi"] == "0.5x0.5"


def new_photo(**fields):
    return {
        "postphoto-TOTAL_FORMS": "1",
        "postphoto-0-order": "0",
        "postphoto-0-image_ppoi": "0.5x0.5",
        **{f"postphoto-0-{name}": value for name, value in fields.items()},
    }
