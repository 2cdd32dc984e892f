"""What the text editor asks the server for."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests.factories import create_member_of, create_post, create_text_picture, picture
from tests.pages import elements_of, text_of
from theatre_site import staff
from theatre_site.models import TextPicture

PICTURE, VIDEO, LINK = (reverse(f"admin:insert_{kind}") for kind in ("picture", "video", "link"))


@pytest.fixture
def editor(client, db):
    client.force_login(create_member_of(staff.NEWS_EDITOR))
    return client


def upload(client, **fields):
    return client.post(PICTURE, {"image": picture(), "alt": "Зал", **fields})


def test_an_upload_is_kept_clean_and_comes_back_as_a_figure(editor):
    answer = upload(editor, image=picture("Фото с телефона.jpg", kind="JPEG"), alt='Зал "Луч"', caption="Премьера")
    row = TextPicture.objects.get()

    assert answer.json() == {
        "uploaded": 1,
        "html": f'<figure><img src="{row.image.url}" alt="Зал &quot;Луч&quot;">'
        "<figcaption>Премьера</figcaption></figure>",
    }
    assert row.image.name.startswith("text/")
    assert "Фото" not in row.image.name


def test_a_decorative_picture_has_no_description(editor):
    answer = upload(editor, alt="не нужно", decorative="on").json()

    assert 'alt=""' in answer["html"]


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"image": ""}, "image", "Выберите картинку."),
        ({"alt": " "}, "alt", "Напишите, что на ней, или отметьте «украшение»."),
        ({"image": picture("x.gif", kind="GIF")}, "image", "GIF"),
        ({"shows_children": "on"}, "has_consent", "Этого ребёнка нельзя показывать на сайте."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(editor, fields, field, words):
    answer = upload(editor, **fields)
    found = answer.json()

    assert (answer.status_code, found["uploaded"], list(found["errors"])) == (400, 0, [field])
    assert words in found["error"]["message"]
    assert not TextPicture.objects.exists()


def test_something_that_only_says_it_is_a_picture_is_refused(editor):
    fake = picture("photo.png")
    fake.file.seek(0)
    fake.file.truncate()
    fake.file.write(b"<svg onload=alert(1)>")
    fake.size = fake.file.tell()
    answer = upload(editor, image=fake)

    assert answer.status_code == 400
    assert not TextPicture.objects.exists()


def test_errors_are_said_in_the_language_of_the_user(editor):
    editor.cookies["django_language"] = "uk"

    assert upload(editor, image="").json()["error"]["message"] == "Виберіть картинку."


def test_the_words_of_a_picture_can_be_changed_without_a_new_upload(editor):
    url = create_text_picture().image.url
    form = editor.get(PICTURE, {"src": url, "alt": "Зал", "caption": "Было"})
    answer = editor.post(PICTURE, {"src": url, "alt": "Сцена", "caption": ""})

    assert [field.get("name") for field in elements_of(form, "input")] == [
        *["csrfmiddlewaretoken", "src", "alt", "decorative", "caption"]
    ]
    assert answer.json()["html"] == f'<figure><img src="{url}" alt="Сцена"></figure>'
    assert TextPicture.objects.count() == 1


def test_no_field_of_a_dialog_is_called_as_one_of_the_page_around_it(editor):
    """Else its label would belong to the other one."""
    around = {field.get("id") for field in elements_of(editor.get("/admin/news/post/add/"), "input")}
    dialogs = {field.get("id") for address in (PICTURE, VIDEO) for field in elements_of(editor.get(address), "input")}

    assert dialogs & around == {None}


def test_the_address_of_a_picture_cannot_come_from_elsewhere(editor):
    answer = editor.post(PICTURE, {"src": "https://other.example/x.png", "alt": "Зал"})

    assert "other.example" not in answer.json()["html"]


def test_a_video_is_a_link_in_a_figure(editor):
    answer = editor.post(VIDEO, {"url": "https://vimeo.com/123456", "title": "<Трейлер>"})

    assert answer.json()["html"] == '<figure><a href="https://vimeo.com/123456">&lt;Трейлер&gt;</a></figure>'


def test_a_video_from_elsewhere_is_refused(editor):
    answer = editor.post(VIDEO, {"url": "https://video.example/1", "title": "Трейлер"})

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["url"])


@pytest.mark.parametrize("address", [PICTURE, VIDEO, LINK])
def test_only_those_who_write_may_ask(client, db, address):
    assert client.get(address).status_code == 302
    nobody = create_member_of()
    client.force_login(nobody)
    assert client.get(address).status_code == 403
    nobody.user_permissions.add(Permission.objects.get(codename="view_post"))
    assert client.get(address).status_code == 403
    assert client.post(address).status_code == 403


@pytest.mark.parametrize("group", staff.GROUPS)
def test_every_group_that_writes_texts_may_ask(client, db, group):
    client.force_login(create_member_of(group))

    assert [client.get(address).status_code for address in (PICTURE, VIDEO, LINK)] == [200, 200, 200]


def test_an_upload_needs_its_token(db):
    client = Client(enforce_csrf_checks=True)
    client.force_login(create_member_of(staff.NEWS_EDITOR))

    assert upload(client).status_code == 403
    assert not TextPicture.objects.exists()


def test_the_dialog_of_links_lists_what_it_finds(editor):
    create_post(title_uk="Відкриття сезону", slug="season")
    page = editor.get(LINK, {"q": "сезону", "language": "uk"})

    assert [
        button.get("data-href") for button in elements_of(page, "button", type="button") if button.get("data-href")
    ] == ["/uk/news/season/"]
    assert "Ничего не нашлось." in text_of(editor.get(LINK, {"q": "нет такого"}))
