"""What editors type is not lost: two of them on one form, last week's text, the recycle bin, a closed tab."""

import pytest
from django.apps import apps
from django.test import Client

from news.models import Post
from tests.admin_forms import admin_url
from tests.factories import create_member_of, create_post, create_rubric, picture
from theatre_site import staff


@pytest.fixture
def desk_of(transactional_db, open_page, live_server):
    """desk_of(user)("/admin/"): a page of the admin at this user's desk. Collects what the browser complains about."""

    def desk_of(user):
        client = Client()
        client.force_login(user)
        page = open_page("/healthz", locale="ru-RU", timezone_id="Europe/Kyiv")
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.session = client.cookies["sessionid"].value
        log_in(page, page.session, live_server)
        return page

    return desk_of


def log_in(page, session, live_server):
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])


@pytest.fixture
def groups(transactional_db):
    """A test with a real database empties it, the groups of the migration among the rest."""
    staff.make_groups(apps)


@pytest.fixture
def editor(groups):
    return create_member_of(staff.NEWS_EDITOR, first_name="Ольга")


@pytest.fixture
def desk(desk_of, editor):
    return desk_of(editor)


def write(page, field, text):
    """Types into the rich text editor of a field."""
    page.wait_for_function("id => CKEDITOR.instances[id]?.status === 'ready'", arg=f"id_{field}")
    page.frame_locator(f"#cke_id_{field} iframe").locator("body").click()
    page.keyboard.type(text)


def text_in(page, field):
    page.wait_for_function("id => CKEDITOR.instances[id]?.status === 'ready'", arg=f"id_{field}")
    return page.evaluate("id => CKEDITOR.instances[id].document.getBody().getText().trim()", f"id_{field}")


def save(page):
    page.locator("[name=_save]").first.click()


def is_kept(page, words):
    page.wait_for_function("words => Object.values(localStorage).some(kept => kept.includes(words))", arg=words)


def test_the_tab_is_closed_in_mid_sentence_and_the_text_comes_back(desk):
    rubric = create_rubric()
    desk.goto(admin_url(Post, "add"))
    desk.locator("#id_title_ru").press_sequentially("Щедрый вечер")
    desk.select_option("#id_rubric", str(rubric.pk))
    write(desk, "body_uk", "Чекаємо на вас у суб")
    is_kept(desk, "у суб")
    desk.close(run_before_unload=False)

    page = desk.context.new_page()
    page.goto(admin_url(Post, "add"))
    page.locator("[data-draft] [data-take]").click()
    assert page.locator("#id_title_ru").input_value() == "Щедрый вечер"
    assert text_in(page, "body_uk") == "Чекаємо на вас у суб"
    save(page)
    page.wait_for_selector(".messagelist .success")
    post = Post.objects.get()
    assert (post.title_ru, post.slug, post.rubric, post.body_uk) == (
        "Щедрый вечер",
        "shchedry-vecher",
        rubric,
        "<p>Чекаємо на вас у суб</p>",
    )

    page.goto(admin_url(Post, "add"))
    assert page.locator("[data-draft]").is_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('draft:')).length") == 0


def test_rows_that_were_added_come_back_too(desk):
    post = create_post(status="draft")
    desk.goto(admin_url(post))
    desk.locator("#postvideo-group summary").click()
    desk.locator("#postvideo-group .add-row a").click()
    desk.locator("#id_postvideo-0-title_ru").fill("Отрывок")
    is_kept(desk, "Отрывок")
    desk.reload()
    desk.locator("[data-draft] [data-take]").click()

    assert desk.locator("#id_postvideo-0-title_ru").input_value() == "Отрывок"
    assert desk.complaints == []


def test_a_session_that_has_run_out_loses_nothing(desk, editor, live_server):
    post = create_post(status="draft")
    desk.goto(admin_url(post))
    desk.locator("#id_title_ru").fill("Написано за час")
    editor.set_password("secret words")
    editor.save()  # ends all sessions
    save(desk)
    desk.locator("#id_username").fill(editor.username)
    desk.locator("#id_password").fill("secret words")
    desk.locator("[type=submit]").last.click()
    desk.locator("#send-again .default").click()
    desk.wait_for_selector(".messagelist .success")

    assert Post.objects.get().title_ru == "Написано за час"
    desk.goto(admin_url(post))
    assert desk.locator("[data-draft]").is_hidden()


def test_a_session_that_has_run_out_loses_nothing_without_javascript(open_page, editor, live_server):
    post = create_post(status="draft")
    editor.set_password("secret words")
    editor.save()
    page = open_page("/admin/login/", java_script_enabled=False)
    page.goto(admin_url(post))
    log_in_by_hand(page, editor)
    page.locator("#id_title_ru").fill("Написано за час")
    page.locator("[name=body_uk]").fill("Перший абзац\n\nДругий абзац")
    page.context.clear_cookies(name="sessionid")
    save(page)
    log_in_by_hand(page, editor)
    page.locator("#send-again .default").click()
    page.wait_for_selector(".messagelist .success")

    post.refresh_from_db()
    assert (post.title_ru, post.body_uk) == ("Написано за час", "<p>Перший абзац</p>\n<p>Другий абзац</p>")


def log_in_by_hand(page, user):
    page.locator("#id_username").fill(user.username)
    page.locator("#id_password").fill("secret words")
    page.locator("[type=submit]").last.click()


def test_a_form_that_is_refused_for_its_age_loses_nothing(desk, live_server):
    post = create_post(status="draft")
    desk.goto(admin_url(post))
    desk.locator("#id_title_ru").fill("Написано за час")
    desk.context.add_cookies([{"name": "csrftoken", "value": "x" * 32, "url": live_server.url}])
    save(desk)
    desk.locator("main .btn").first.click()
    desk.locator("[data-draft] [data-take]").click()

    assert desk.locator("#id_title_ru").input_value() == "Написано за час"


def test_nobody_is_offered_the_text_of_somebody_else(desk, live_server):
    post = create_post(status="draft")
    desk.goto(admin_url(post))
    desk.locator("#id_title_ru").fill("Тайна")
    is_kept(desk, "Тайна")
    client = Client()
    client.force_login(create_member_of(staff.NEWS_EDITOR))
    log_in(desk, client.cookies["sessionid"].value, live_server)
    desk.goto(admin_url(post))
    assert desk.locator("[data-draft]").is_hidden()

    log_in(desk, desk.session, live_server)
    desk.goto(admin_url(post))
    assert desk.locator("[data-draft]").is_visible()


def test_text_is_thrown_away_at_a_press_and_after_two_weeks(desk):
    post = create_post(status="draft")
    desk.goto(admin_url(post))
    desk.locator("#id_title_ru").fill("Ненужное")
    is_kept(desk, "Ненужное")
    desk.reload()
    desk.locator("[data-draft] [data-throw]").click()
    desk.reload()
    assert desk.locator("[data-draft]").is_hidden()

    old = "JSON.stringify({moment: Date.now() - 15 * 864e5, fields: {title_ru: 'Старое'}, counts: {}, rows: {}})"
    name = f"`draft:${{document.querySelector('script[data-user]').dataset.user}}:{admin_url(post)}`"
    desk.evaluate(f"localStorage.setItem({name}, {old})")
    desk.reload()
    assert desk.locator("[data-draft]").is_hidden()
    assert desk.evaluate(f"localStorage.getItem({name})") is None


def test_two_editors_collide_and_nobody_loses_a_word(desk_of, editor):
    post = create_post(status="draft", title_ru="Было", lead_ru="Начало", lead_uk="Початок")
    olha, ivan = desk_of(editor), desk_of(create_member_of(staff.NEWS_EDITOR, first_name="Иван"))
    olha.goto(admin_url(post))
    ivan.goto(admin_url(post))
    ivan.locator("#id_title_ru").fill("Название Ивана")
    ivan.locator("#id_lead_uk").fill("Початок від Івана")
    save(ivan)
    ivan.wait_for_selector(".messagelist .success")
    olha.locator("#id_title_ru").fill("Название Ольги")
    olha.locator("#id_lead_ru").fill("Начало от Ольги")
    with olha.expect_response(lambda response: response.request.method == "POST") as answer:
        save(olha)

    assert answer.value.status == 409
    assert "Иван" in olha.locator(".collision").inner_text()
    assert olha.locator("#id_title_ru").input_value() == "Название Ольги"
    assert olha.locator("#id_lead_uk").input_value() == "Початок від Івана"
    olha.locator("[name='_take-title_ru'][value=theirs]").check()
    save(olha)
    olha.wait_for_selector(".messagelist .success")
    saved = Post.objects.get()
    assert (saved.title_ru, saved.lead_ru, saved.lead_uk) == ("Название Ивана", "Начало от Ольги", "Початок від Івана")


def test_last_weeks_text_comes_back(desk):
    post = create_post(status="draft", body_ru="<p>Текст прошлой недели.</p>", body_uk="<p>Текст минулого тижня.</p>")
    desk.goto(admin_url(post))
    desk.wait_for_function("() => Object.values(CKEDITOR.instances).every(editor => editor.status === 'ready')")
    desk.evaluate("CKEDITOR.instances.id_body_uk.setData('<p>Новий текст.</p>')")
    save(desk)
    desk.wait_for_selector(".messagelist .success")
    desk.goto(admin_url(post))
    desk.locator(".historylink").first.click()
    desk.locator(".history__version .button").last.click()
    assert desk.locator(".difference del").first.inner_text().endswith("Новий текст")
    desk.locator(".history__answer [type=submit]").click()
    desk.wait_for_selector(".messagelist .success")

    assert Post.objects.get().body_uk == "<p>Текст минулого тижня.</p>"


def test_a_deleted_post_is_taken_back_with_its_picture(desk):
    post = create_post(status="draft", title_ru="Сезон", image=picture(), image_is_decorative=True)
    desk.goto(admin_url(post))
    desk.locator(".deletelink").first.click()
    desk.locator("#content [type=submit]").click()
    desk.wait_for_selector(".messagelist .success")
    assert desk.request.get(post.image.url).status == 404
    desk.goto(admin_url(Post, "changelist"))
    desk.locator(".object-tools a", has_text="Корзина").click()
    desk.locator(".history__version .button").click()
    desk.locator(".history__answer [type=submit]").click()
    desk.wait_for_selector(".messagelist .success")

    assert Post.objects.get().title_ru == "Сезон"
    assert desk.request.get(post.image.url).status == 200
