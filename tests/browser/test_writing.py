"""A news editor writes: what stands in the editor is what visitors get."""

import re

import pytest
from django.apps import apps
from django.utils import timezone

from news.models import Post
from tests.admin_forms import admin_url
from tests.factories import create_member_of, create_post, create_production, create_text_picture, picture
from tests.pages import address
from theatre_site import staff
from theatre_site.models import TextPicture

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal {mso-style-parent:"";}</style></head>
<body lang=RU><!--StartFragment--><h1 style='mso-outline-level:1'>Кто играет</h1>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:14.0pt;color:red'>Анна</span></b>
и другие<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7pt "Arial"'>&nbsp; </span></span><![endif]>городничий<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7pt "Arial"'>&nbsp; </span></span><![endif]>почтмейстер<o:p></o:p></p>
<p class=MsoNormal><img src="https://other.example/x.png"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""

PASTE = """([html, files]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/png"}));
  const text = CKEDITOR.instances.id_body_ru.editable().$;
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  text.dispatchEvent(event);
}"""


@pytest.fixture
def desk(transactional_db, open_page, client, live_server):
    """desk(post): its form as a news editor sees it. A test before this one may have emptied the database."""
    staff.make_groups(apps)
    client.force_login(create_member_of(staff.NEWS_EDITOR))
    session = client.cookies["sessionid"].value

    def desk(post, **options):
        page = open_page("/healthz", locale="ru-RU", timezone_id="Europe/Kyiv", **options)
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(admin_url(post))
        return page

    return desk


@pytest.fixture
def post(transactional_db):
    return create_post(status="draft", body_ru="", slug="premiere")


def publish(post):
    """As the chief editor does it."""
    Post.objects.filter(pk=post.pk).update(status="published", publish_at=timezone.now())


def text_in(page):
    """The text of the Russian editor, with the cursor in it."""
    page.wait_for_function("() => CKEDITOR.instances.id_body_ru?.status === 'ready'")
    text = page.frame_locator("#cke_id_body_ru iframe").locator("body")
    text.click()
    return text


def button(page, name):
    return page.locator(f"#cke_id_body_ru .cke_button__{name}")


def choose_format(page, name):
    page.locator("#cke_id_body_ru .cke_combo__format .cke_combo_button").click()
    page.frame_locator(".cke_combopanel iframe").get_by_role("option", name=name).click()


def save(page, post):
    page.locator("[name=_continue]").first.click()
    page.wait_for_selector(".messagelist")
    post.refresh_from_db()
    return post.body_ru


def test_a_news_editor_writes_an_illustrated_post(desk, post, open_page):
    create_production(title_ru="Ревизор", slug="revizor")
    page = desk(post)
    text_in(page)

    choose_format(page, "Заголовок 2")
    page.keyboard.type("Премьера")
    page.keyboard.press("Enter")
    page.keyboard.type('Приходите на "Ревизора" - ')
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox", name="Слова из названия или адрес").fill("реви")
    page.get_by_role("button", name="Ревизор Спектакль").click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    button(page, "picture").click()
    dialog = page.get_by_role("dialog", name="Вставить картинку")
    dialog.locator("[type=file]").set_input_files(
        {"name": "IMG_1.png", "mimeType": "image/png", "buffer": picture(size=(1600, 900)).read()}
    )
    dialog.get_by_label("Что на ней?").fill("Городничий читает письмо")
    dialog.get_by_label("Подпись").fill("Сцена из спектакля")
    dialog.get_by_role("button", name="Вставить").click()
    page.frame_locator("#cke_id_body_ru iframe").locator("figure img").wait_for()
    body = save(page, post)

    image = TextPicture.objects.get().image
    assert body == (
        "<h2>Премьера</h2>\n"
        '<p>Приходите на «Ревизора» — <a href="/ru/repertoire/revizor/" rel="noopener">Ревизор</a></p>\n'
        f'<figure><img src="{image.url}" alt="Городничий читает письмо">'
        "<figcaption>Сцена из спектакля</figcaption></figure>"
    )
    assert page.complaints == []
    publish(post)
    public = open_page(address(post, "ru"))
    shown = public.locator(".flow img")
    shown.scroll_into_view_if_needed()
    assert public.locator(".flow h2").inner_text() == "Премьера"
    assert shown.get_attribute("alt") == "Городничий читает письмо"
    assert image.url not in shown.evaluate("image => image.decode().then(() => image.currentSrc)")
    public.get_by_role("link", name="Ревизор", exact=True).click()
    assert public.url.endswith("/ru/repertoire/revizor/")


def test_what_is_pasted_from_word_is_clean_in_the_editor_and_on_the_page(desk, post):
    page = desk(post)
    text = text_in(page)
    page.evaluate(PASTE, [WORD, []])
    text.get_by_text("почтмейстер").wait_for()

    assert "mso" not in text.inner_html().lower()
    assert text.locator("img").count() == 0
    assert "Картинки с других сайтов" in page.locator(".cke_notification_warning").inner_text()
    assert save(page, post) == (
        "<h2>Кто играет</h2>\n<p><strong>Анна</strong> и другие</p>\n<ul><li>городничий</li><li>почтмейстер</li></ul>"
    )


def test_a_picture_that_is_pasted_is_asked_what_it_shows(desk, post):
    page = desk(post)
    text_in(page)
    page.evaluate(PASTE, ["", [["screen.png", list(picture().read())]]])
    dialog = page.get_by_role("dialog", name="Вставить картинку")
    dialog.get_by_role("button", name="Вставить").click()
    dialog.get_by_role("listitem").wait_for()

    assert dialog.get_by_role("listitem").inner_text() == "Напишите, что на ней, или отметьте «украшение»."
    assert not TextPicture.objects.exists()
    dialog.get_by_label("Украшение").check()
    dialog.get_by_role("button", name="Вставить").click()
    page.frame_locator("#cke_id_body_ru iframe").locator("figure img").wait_for()
    assert save(page, post) == f'<figure><img src="{TextPicture.objects.get().image.url}" alt=""></figure>'


def insert_picture(page, words):
    dialog = page.get_by_role("dialog", name="Вставить картинку")
    dialog.get_by_label("Что на ней?").fill(words)
    dialog.get_by_role("button", name="Вставить").click()
    page.frame_locator("#cke_id_body_ru iframe").get_by_alt_text(words).wait_for()


def shown_by(body):
    return re.findall('alt="([^"]*)"', body)


def test_pictures_that_are_put_in_together_are_asked_for_one_by_one(desk, post):
    page = desk(post)
    text_in(page)
    page.evaluate(PASTE, ["", [[f"{number}.png", list(picture().read())] for number in (1, 2)]])
    insert_picture(page, "Первая")
    insert_picture(page, "Вторая")
    page.keyboard.type("Дальше")

    body = save(page, post)
    assert shown_by(body) == ["Первая", "Вторая"]
    assert body.endswith("</figure>\n<p>Дальше</p>")
    assert page.complaints == []


def test_a_picture_after_a_picture_takes_the_place_of_none(desk, post):
    url = create_text_picture().image.url
    Post.objects.filter(pk=post.pk).update(body_ru=f'<figure><img src="{url}" alt="Зал"></figure>')
    page = desk(post)
    text_in(page).locator("figure img").click()
    button(page, "picture").click()
    page.get_by_role("dialog").locator("[type=file]").set_input_files(
        {"name": "2.png", "mimeType": "image/png", "buffer": picture().read()}
    )
    insert_picture(page, "Сцена")

    assert shown_by(save(page, post)) == ["Зал", "Сцена"]


def test_nothing_is_linked_while_a_picture_is_chosen(desk, post):
    url = create_text_picture().image.url
    Post.objects.filter(pk=post.pk).update(body_ru=f'<figure><img src="{url}" alt="Зал"></figure><p>Текст</p>')
    page = desk(post)
    text_in(page).locator("figure img").click()
    page.wait_for_selector("#cke_id_body_ru .cke_button__link.cke_button_disabled")
    page.frame_locator("#cke_id_body_ru iframe").get_by_text("Текст").click()
    page.wait_for_selector("#cke_id_body_ru .cke_button__link.cke_button_off")

    assert page.complaints == []


def test_a_picture_that_was_copied_from_a_page_is_taken_as_a_picture(desk, post):
    page = desk(post)
    text_in(page)
    html = '<meta charset="utf-8"><img src="https://other.example/x.png" alt="x">'
    page.evaluate(PASTE, [html, [["image.png", list(picture().read())]]])
    insert_picture(page, "Афиша")

    assert shown_by(save(page, post)) == ["Афиша"]


def test_what_cannot_be_put_into_a_text_is_said_in_the_language_of_the_office(desk, post):
    page = desk(post)
    text_in(page)
    page.evaluate(PASTE.replace("image/png", "application/pdf"), ["", [["rules.pdf", [37, 80, 68, 70]]]])
    assert page.locator(".cke_notification").inner_text().strip().startswith("В текст можно вставить только картинки")

    page.evaluate(PASTE, ["", [["screen.png", list(picture().read())]]])
    page.get_by_role("dialog", name="Вставить картинку").wait_for()
    assert page.locator(".cke_notification").count() == 1


def test_a_clipping_of_google_docs_is_pasted_whatever_its_spans_say(desk, post):
    page = desk(post)
    text = text_in(page)
    html = """<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1a2b"><p><span
        style="font-weight:700">Анна</span><span> и другие</span></p></b>"""
    page.evaluate(PASTE, [html, []])
    text.get_by_text("и другие").wait_for()

    assert save(page, post) == "<p><strong>Анна</strong> и другие</p>"
    assert page.complaints == []


def test_a_slip_of_the_mouse_does_not_close_the_dialog(desk, post):
    page = desk(post)
    text_in(page)
    button(page, "video").click()
    title = page.get_by_role("dialog", name="Вставить видео").get_by_label("Название")
    title.fill("Трейлер")
    box = title.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(20, box["y"] + 10)
    page.mouse.up()

    assert title.input_value() == "Трейлер"


def test_the_words_of_a_picture_are_changed_with_a_double_click(desk, post):
    url = create_text_picture().image.url
    Post.objects.filter(pk=post.pk).update(
        body_ru=f'<p>До</p><figure><img src="{url}" alt="Зал"><figcaption>Было</figcaption></figure><p>После</p>'
    )
    page = desk(post)
    text_in(page).locator("figure img").dblclick()
    dialog = page.get_by_role("dialog", name="Подпись и описание")

    assert dialog.get_by_label("Что на ней?").input_value() == "Зал"
    dialog.get_by_label("Подпись", exact=False).last.fill("Стало")
    dialog.get_by_role("button", name="Готово").click()
    page.frame_locator("#cke_id_body_ru iframe").get_by_text("Стало").wait_for()
    assert save(page, post) == (
        f'<p>До</p>\n<figure><img src="{url}" alt="Зал"><figcaption>Стало</figcaption></figure>\n<p>После</p>'
    )


def test_a_video_is_shown_behind_its_cover_and_loads_nothing_by_itself(desk, post, open_page):
    page = desk(post)
    text_in(page)
    page.keyboard.type("Смотрите")
    button(page, "video").click()
    dialog = page.get_by_role("dialog", name="Вставить видео")
    dialog.get_by_label("Адрес видео").fill("https://youtu.be/abcdefghijk")
    dialog.get_by_label("Название").fill("Трейлер")
    dialog.get_by_role("button", name="Вставить").click()
    page.frame_locator("#cke_id_body_ru iframe").locator("figure a").wait_for()

    assert save(page, post) == (
        '<p>Смотрите</p>\n<figure><a href="https://youtu.be/abcdefghijk" rel="noopener">Трейлер</a></figure>'
    )
    publish(post)
    public = open_page("/healthz")
    asked = []
    public.on("request", lambda request: asked.append(request.url))
    public.goto(address(post, "ru"))
    public.wait_for_load_state("networkidle")
    assert [url for url in asked if "youtu" in url] == []
    public.context.route(re.compile("youtube"), lambda route: route.fulfill(body=""))
    public.locator(".flow a.video").click()
    assert public.locator(".flow iframe.video").get_attribute("src").startswith("https://www.youtube-nocookie.com/")


def test_the_editor_is_reached_and_left_by_keyboard(desk, post):
    page = desk(post, width=360)
    text_in(page)
    page.keyboard.press("Alt+F10")
    assert page.evaluate("document.activeElement.className.startsWith('cke_')")
    page.keyboard.press("Escape")
    page.keyboard.type("Да")
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").wait_for()
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.tagName === 'IFRAME'")
    page.keyboard.type(" и нет")

    assert page.evaluate("CKEDITOR.instances.id_body_ru.getData()").strip() == "<p>Да и нет</p>"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript_a_text_is_written_in_a_plain_field(desk, post):
    page = desk(post, java_script_enabled=False)
    page.locator("[name=body_ru]").fill("Первый абзац\n\nВторой абзац")

    assert save(page, post) == "<p>Первый абзац</p>\n<p>Второй абзац</p>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialogs_break_no_rule_of_accessibility(desk, post, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = desk(post, width=360, color_scheme=scheme)
    text_in(page)
    for kind in ("picture", "video", "link"):
        button(page, kind).click()
        page.locator("dialog[open] .insert").wait_for()
        found = Axe().run(page, context="dialog").response["violations"]

        assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []
        assert page.evaluate("document.querySelector('dialog').scrollWidth <= 360")
        page.keyboard.press("Escape")
        page.wait_for_function("() => document.activeElement.tagName === 'IFRAME'")
