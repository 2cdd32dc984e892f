import pytest

from festivals.models import Edition
from news.models import Post
from repertoire.models import Performance
from tests.admin_forms import admin_url
from tests.factories import create_edition, create_editor, create_rubric, create_slot


@pytest.fixture
def desk(transactional_db, open_page, client, live_server):
    """desk("/admin/"): a page of the admin as an editor sees it. Collects what the browser complains about."""
    client.force_login(create_editor())
    session = client.cookies["sessionid"].value
    complaints = []

    def desk(path):
        page = open_page("/admin/login/", locale="ru-RU", timezone_id="Europe/Kyiv")
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.on("console", lambda message: message.type in {"error", "warning"} and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        page.complaints = complaints
        return page

    return desk


def write(page, field, text):
    """Types into the rich text editor of a field."""
    page.wait_for_function("id => CKEDITOR.instances[id]?.status === 'ready'", arg=f"id_{field}")
    frame = page.frame_locator(f"#cke_id_{field} iframe")
    frame.locator("body").click()
    page.keyboard.type(text)


def test_an_editor_writes_a_post(desk):
    rubric = create_rubric()
    page = desk(admin_url(Post, "add"))

    page.locator("#id_title_ru").press_sequentially("Щедрый вечер")
    page.select_option("#id_rubric", str(rubric.pk))
    write(page, "body_ru", "Ждём вас в субботу.")
    write(page, "body_uk", "Чекаємо на вас у суботу.")
    page.locator("[name=_save]").first.click()
    page.wait_for_selector(".messagelist .success")

    post = Post.objects.get()
    assert (post.slug, post.body_ru, post.body_uk) == (
        "shchedry-vecher",
        "<p>Ждём вас в субботу.</p>",
        "<p>Чекаємо на вас у суботу.</p>",
    )
    assert page.complaints == []


def test_each_editor_knows_the_language_that_is_written_in_it(desk):
    page = desk(admin_url(Post, "add"))

    page.wait_for_function("() => Object.values(CKEDITOR.instances).every(editor => editor.status === 'ready')")

    assert page.evaluate(
        "['ru', 'uk'].map(code => CKEDITOR.instances[`id_body_${code}`].document.$.body.lang || "
        "CKEDITOR.instances[`id_body_${code}`].document.$.documentElement.lang)"
    ) == ["ru", "uk"]


def test_rows_are_added_to_an_edition(desk):
    edition = create_edition()
    page = desk(admin_url(edition))

    page.locator("#jurymember-group summary").click()
    page.locator("#jurymember-group .add-row a").click()
    page.locator("#id_jurymember-0-name_ru").fill("Олег Коваль")
    write(page, "jurymember-0-bio_ru", "Критик.")
    page.locator("[name=_save]").first.click()
    page.wait_for_selector(".messagelist .success")

    member = Edition.objects.get().jury.get()
    assert (member.name_ru, member.bio_ru) == ("Олег Коваль", "<p>Критик.</p>")
    assert page.complaints == []


def test_the_weekly_rhythm_makes_its_dates_at_the_press_of_a_button(desk):
    create_slot()
    page = desk("/admin/repertoire/performance/")

    page.locator(".object-tools form button").click()
    page.wait_for_selector(".messagelist .success")

    assert page.locator("#result_list tbody tr").count() == Performance.objects.count() > 0
    assert page.complaints == []
