"""A post from the first word to the site and off it again, each step by who may take it."""

import pytest
from django.apps import apps
from django.test import Client

from news.models import Post
from tests.admin_forms import admin_url
from tests.factories import create_member_of, create_post, create_rubric, create_theatre, moment, picture
from tests.pages import address
from theatre_site import staff

COUNT_CLICKS = "addEventListener('click', event => event.isTrusted && clicked(event.target.tagName), true)"


@pytest.fixture
def desk_of(transactional_db, open_page, live_server):
    """desk_of(staff.NEWS_EDITOR, path): a page of the office as one of them sees it. `clicks` counts the hand's."""
    staff.make_groups(apps)  # the test before has emptied the tables

    def desk_of(group, path, **options):
        client = Client()
        client.force_login(create_member_of(group, first_name=group))
        page = open_page("/admin/login/", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        session = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.clicks, page.complaints = [], []
        page.context.expose_binding("clicked", lambda source, tag: page.clicks.append(tag))
        page.context.add_init_script(COUNT_CLICKS)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path)
        return page

    return desk_of


def write(page, field, text):
    page.wait_for_function("id => CKEDITOR.instances[id]?.status === 'ready'", arg=f"id_{field}")
    page.evaluate("id => CKEDITOR.instances[id].focus()", f"id_{field}")
    page.keyboard.type(text)


def said(page, kind="success"):
    page.wait_for_selector(f".messagelist .{kind}")
    return page.locator(f".messagelist .{kind}").first.inner_text()


def step(page, name):
    with page.expect_navigation():
        page.locator(f"[name=_{name}]").first.click()


@pytest.mark.usefixtures("at")
def test_a_post_goes_all_the_way(desk_of, open_page):
    rubric = create_rubric(name_ru="Новости")
    create_theatre()
    nina = desk_of(staff.NEWS_EDITOR, admin_url(Post, "add"))

    # writes and illustrates
    nina.fill("#id_title_ru", "Щедрый вечер")
    nina.fill("#id_title_uk", "Щедрий вечір")
    nina.select_option("#id_rubric", str(rubric.pk))
    nina.fill("#id_lead_ru", "Ждём вас.")
    nina.fill("#id_lead_uk", "Чекаємо на вас.")
    write(nina, "body_ru", "Приходите в субботу.")
    write(nina, "body_uk", "Приходьте в суботу.")
    photo = {"name": "hall.png", "mimeType": "image/png", "buffer": picture(size=(900, 600)).read()}
    nina.set_input_files("#id_image", photo)
    nina.fill("#id_image_alt_ru", "Зал")
    nina.fill("#id_image_alt_uk", "Зала")
    step(nina, "continue")
    post = Post.objects.get()
    assert (post.slug, post.status) == ("shchedry-vecher", "draft")
    assert nina.locator(".checklist__item[data-kind=good]").count() == 7

    # looks at it as visitors will
    for language, title in [("ru", "Щедрый вечер"), ("uk", "Щедрий вечір")]:
        with nina.expect_popup() as popup:
            nina.locator(f".object-tools a[hreflang={language}]").click()
        popup.value.wait_for_load_state()
        assert popup.value.locator("h1").inner_text() == title
        assert popup.value.locator("figure img").evaluate("image => image.naturalWidth > 0")
        assert popup.value.locator(".preview-bar").is_visible()
    assert open_page(address(post, "ru")).locator("h1").inner_text() != "Щедрый вечер"

    # shows it to somebody without an account
    nina.get_by_role("link", name="Ссылка для читателя").click()
    nina.locator(".preview-link input[type=submit]").click()
    nina.locator("[data-copies=link-uk]").click()
    nina.get_by_role("button", name="Скопировано").wait_for()
    author = open_page(nina.locator("#link-uk").input_value(), width=360)
    assert author.locator("h1").inner_text() == "Щедрий вечір"
    assert author.locator(".preview-bar").is_visible()

    # and sends it
    nina.goto(admin_url(post))
    step(nina, "send_for_review")
    assert said(nina) == "«Щедрый вечер»: отправлено на проверку."
    assert nina.complaints == []

    # the chief editor approves it for Friday evening
    olena = desk_of(staff.CHIEF_EDITOR, admin_url(Post, "changelist"))
    olena.get_by_role("link", name="Щедрый вечер").click()
    olena.fill("#id_publish_at_0", "20.11.2026")
    olena.fill("#id_publish_at_1", "18:00")
    step(olena, "publish")
    assert said(olena) == "«Щедрый вечер»: появится на сайте 20 ноября, 18:00."
    assert Post.objects.get().publish_at == moment(2026, 11, 20, 18)
    assert olena.locator(".badge[data-kind=wait]").count() == 1

    # who wrote it can read it now, and knows whom to ask
    nina.goto(admin_url(post))
    assert "Изменить может: Chief editor." in nina.locator(".publication__locked").first.inner_text()
    assert nina.locator("#id_title_ru").count() == 0

    # the chief editor thinks again
    olena.get_by_role("link", name="Щедрый вечер").click()
    step(olena, "withdraw")
    assert said(olena) == "«Щедрый вечер»: больше не на сайте."
    assert Post.objects.get().status == "withdrawn"
    assert olena.complaints == []


def test_a_scheduled_post_comes_by_itself_and_goes_at_the_press_of_a_button(desk_of, open_page, at):
    create_theatre()
    post = create_post(title_ru="Премьера", slug="premera", publish_at=moment(2026, 11, 20, 18))

    assert open_page(address(post, "ru")).locator("h1").inner_text() != "Премьера"
    at("2026-11-20 18:00")
    visitor = open_page(address(post, "ru"))
    assert visitor.locator("h1").inner_text() == "Премьера"

    step(desk_of(staff.CHIEF_EDITOR, admin_url(post)), "withdraw")
    visitor.reload()
    assert visitor.locator("h1").inner_text() != "Премьера"


def type_a_plain_post(page):
    page.fill("#id_title_ru", "Замена спектакля")
    page.fill("#id_lead_ru", "В субботу играем «Ревизора».")
    write(page, "body_ru", "Билеты действительны.")


def choose_rubric(page):
    """Two clicks: they open the list and choose from it."""
    page.locator("#id_rubric").focus()
    page.select_option("#id_rubric", index=1)
    page.clicks += ["SELECT", "OPTION"]


def test_who_may_publish_needs_three_clicks_after_typing(desk_of):
    create_rubric()
    olena = desk_of(staff.CHIEF_EDITOR, admin_url(Post, "add"))
    type_a_plain_post(olena)
    olena.clicks.clear()

    choose_rubric(olena)
    step(olena, "publish")
    assert said(olena).startswith("«Замена спектакля»: теперь на сайте.")

    assert len(olena.clicks) == 3
    assert Post.objects.published().count() == 1


def test_writing_and_approving_need_six_clicks_after_typing(desk_of):
    create_rubric()
    nina = desk_of(staff.NEWS_EDITOR, admin_url(Post, "add"))
    type_a_plain_post(nina)
    nina.clicks.clear()
    choose_rubric(nina)
    step(nina, "send_for_review")
    said(nina)

    olena = desk_of(staff.CHIEF_EDITOR, "/admin/")
    olena.locator("#content-main .model-post th a").click()
    olena.get_by_role("link", name="Замена спектакля").click()
    step(olena, "publish")
    said(olena)

    assert len(nina.clicks + olena.clicks) == 6
    assert Post.objects.published().count() == 1


def test_without_javascript_and_on_a_phone_the_buttons_do_the_same(desk_of):
    post = create_post(status="draft", title_ru="Премьера")
    page = desk_of(staff.CHIEF_EDITOR, admin_url(post), java_script_enabled=False, width=360)

    page.fill("#id_title_ru", "Другое")
    step(page, "publish")

    assert said(page).startswith("«Другое»: теперь на сайте.")
    assert Post.objects.get().status == "published"


@pytest.mark.parametrize("width", [360, 1440])
def test_the_form_and_the_page_of_the_link_fit(desk_of, width):
    post = create_post(status="draft", title_uk="", lead_uk="")
    page = desk_of(staff.CHIEF_EDITOR, admin_url(post), width=width)
    for path in [admin_url(post), admin_url(post).replace("change/", "preview-link/")]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_line_of_the_checklist_leads_to_its_field(desk_of):
    post = create_post(status="draft", lead_uk="", body_ru="<p>Текст</p>")
    page = desk_of(staff.CHIEF_EDITOR, admin_url(post))
    page.wait_for_function("() => CKEDITOR.instances.id_body_uk?.status === 'ready'")

    page.locator(".checklist").get_by_role("link", name="Оба языка").click()
    assert page.evaluate("document.activeElement.id") == "id_lead_uk"

    Post.objects.update(lead_uk="Є")
    page.reload()
    page.wait_for_function("() => CKEDITOR.instances.id_body_uk?.status === 'ready'")
    page.locator(".checklist").get_by_role("link", name="Оба языка").click()
    assert page.evaluate("CKEDITOR.currentInstance?.name") == "id_body_uk"
