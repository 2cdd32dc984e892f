"""The content security policy stops nothing that the site needs: Chromium has nothing to complain about anywhere."""

import re

import pytest
from django.urls import reverse

from festivals.models import Edition
from news.models import Post
from repertoire.models import Performance, Production
from tests.admin_forms import admin_url
from tests.browser.sample_pages import sample_pages
from tests.factories import create_editor, create_post, create_post_photo, create_post_video
from theatre_site.previews import addresses_for_staff


def is_complaint(message):
    """About what a page may run, and about features that this browser does not know."""
    return any(policy in message.text for policy in ("Security Policy", "Permissions-Policy", "Trusted"))


@pytest.fixture
def watched(open_page):
    """watched(): a window, and what its policy has refused so far, in frames of the page too."""

    def watched(**options):
        page = open_page("/healthz", **options)
        page.refused = []
        page.on("console", lambda message: is_complaint(message) and page.refused.append((page.url, message.text)))
        return page

    return watched


@pytest.fixture
def office(sample, watched, client, live_server):
    client.force_login(create_editor())
    page = watched(locale="ru-RU")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return page


def write(page, field, text):
    page.wait_for_function("id => CKEDITOR.instances[id]?.status === 'ready'", arg=f"id_{field}")
    page.frame_locator(f"#cke_id_{field} iframe").locator("body").click()
    page.keyboard.type(text)


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("cookie", ["", "200.black.wide.wide.on"])
def test_no_page_of_visitors_does_what_its_policy_forbids(sample, watched, live_server, language, cookie):
    page = watched()
    if cookie:
        page.context.add_cookies([{"name": "vision", "value": cookie, "url": live_server.url}])
    for path in sample_pages(language):
        page.goto(path)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")

    assert page.refused == []


def test_an_inline_script_would_not_run(sample, watched):
    page = watched()
    page.goto("/ru/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )

    assert page.evaluate("window.ran") is None
    assert len(page.refused) == 1


def test_a_video_may_play_and_a_gallery_opens(transactional_db, watched):
    post = create_post()
    create_post_photo(post=post)
    create_post_video(post=post)
    page = watched()
    page.context.route(
        re.compile("youtube"), lambda route: route.fulfill(body="<b>player</b>", content_type="text/html")
    )
    page.goto(post.get_absolute_url())
    page.locator("a[data-player]").first.click()
    page.frame_locator("iframe.video").locator("b").wait_for(timeout=5000)
    page.locator(".gal figure > a[id]").first.click()
    page.locator("dialog[open]").wait_for(timeout=5000)

    assert page.refused == []


def test_the_office_works_under_its_policy(office):
    edition = Edition.objects.first()
    pages = [
        *(reverse(f"admin:{name}") for name in ("index", "own_settings", "password_change")),
        *(admin_url(model, "changelist") for model in (Post, Performance, Production, Edition)),
        *(admin_url(model, "add") for model in (Performance, Production)),
        *(admin_url(model, "import") for model in (Post, Performance)),
        admin_url(Post, "export"),
        admin_url(edition),
        admin_url(edition, "history"),
        reverse("admin:repertoire_performance_planner"),
        reverse("admin:festivals_edition_desk", args=[edition.pk]),
        reverse("admin:festivals_edition_programme", args=[edition.pk]),
        reverse("admin:festivals_edition_results", args=[edition.pk]),
        admin_url(Post, "deleted"),
        addresses_for_staff(Post.objects.first())["uk"],
    ]
    for path in pages:
        answer = office.goto(path)
        assert answer.status == 200, path

    assert office.refused == []


def test_a_text_is_written_with_pictures_under_the_policy_of_the_editor(office):
    post = Post.objects.exclude(body_ru="").first()
    office.goto(admin_url(post))
    write(office, "body_ru", "Слово. ")
    office.locator("#cke_id_body_ru .cke_button__bold").click()
    office.locator("#cke_id_body_ru .cke_button__table").click()
    office.locator(".cke_dialog_ui_button_cancel").first.click()
    office.locator("#cke_id_body_ru .cke_button__picture").click()
    office.locator("dialog[open] input[type=file]").wait_for()
    office.keyboard.press("Escape")
    office.locator(".select2-selection, .related-widget-wrapper a").first.wait_for(state="attached")
    office.locator("[name=_continue]").first.click()
    office.wait_for_selector(".messagelist .success")

    assert "Слово." in Post.objects.get(pk=post.pk).body_ru
    assert office.refused == []


def test_only_pages_with_an_editor_let_inline_scripts_run(office):
    loose = {}
    for path in (reverse("admin:index"), admin_url(Post, "changelist"), admin_url(Performance, "add")):
        loose[path] = "unsafe-inline" in office.goto(path).headers["content-security-policy"]
    assert not any(loose.values()), loose

    assert "unsafe-inline" in office.goto(admin_url(Post, "add")).headers["content-security-policy"]
