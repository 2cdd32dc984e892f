"""Galleries, videos and the focal point, as a real browser shows them."""

import pytest

from news.models import PostPhoto
from tests.admin_forms import admin_url
from tests.browser.test_admin import desk
from tests.factories import create_post, create_post_photo, create_post_video, picture
from theatre_site.images.renditions import renditions

__all__ = ["desk"]

PHOTOS = 12


@pytest.fixture
def post(transactional_db):
    """With a gallery and a video."""
    post = create_post()
    for number in range(PHOTOS):
        shown = picture(f"{number}.jpg", size=(1200, 800), color=(20 * number, 60, 120), kind="JPEG")
        create_post_photo(post=post, order=number, image=shown, alt_ru=f"Сцена {number + 1}", caption_ru="Премьера")
    create_post_video(post=post)
    return post


def names_of(post, use):
    return {each.url.rpartition("/")[2] for photo in post.photos.all() for each in renditions(photo.image, use)}


def watch(page):
    """The names of what is asked for from now on, a name each time."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    return asked


def thumbnail(page, number):
    return page.locator(".gal figure > a[id]").nth(number - 1)


def shown(page):
    return page.locator("dialog.viewer:visible img").evaluate_all("found => found.map(each => each.alt)")


def test_a_gallery_loads_small_pictures_and_a_large_one_when_it_is_opened(post, open_page):
    page = open_page("/ru/")
    asked = watch(page)
    page.goto(post.get_absolute_url())
    for number in range(1, PHOTOS + 1):
        thumbnail(page, number).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    large = names_of(post, "large")

    assert len(set(asked) & names_of(post, "thumbnail")) == PHOTOS
    assert set(asked) & large == set()

    thumbnail(page, 2).click()
    page.wait_for_function("() => document.querySelector('dialog.viewer[open] img')?.naturalWidth > 0")
    assert len(set(asked) & large) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_pictures_arrive(post, open_page, width):
    page = open_page("/ru/", width=width)
    page.route("**/*.woff2", lambda route: route.abort())  # letters that come late move by a hair: test_weight.py
    page.add_init_script(
        "window.moved = 0;"
        "new PerformanceObserver(list => list.getEntries().forEach(each => window.moved += each.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(post.get_absolute_url())
    for number in (4, 8, 12):
        thumbnail(page, number).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.moved") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_the_viewer_works_without_javascript(post, open_page, width):
    page = open_page(post.get_absolute_url(), width=width, java_script_enabled=False)
    viewer = page.locator("dialog.viewer:visible")
    assert viewer.count() == 0

    thumbnail(page, 1).click()
    assert viewer.get_by_role("img").get_attribute("alt") == "Сцена 1"
    assert viewer.bounding_box()["width"] == width

    viewer.get_by_role("link", name="Следующая").click()
    assert viewer.get_by_role("img").get_attribute("alt") == "Сцена 2"

    viewer.get_by_role("link", name="Закрыть").click()
    assert viewer.count() == 0


def test_the_viewer_is_a_dialog_with_keys_and_gives_the_focus_back(post, open_page):
    page = open_page(post.get_absolute_url())
    thumbnail(page, 3).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=f"Фотография 3 из {PHOTOS}", exact=True)
    assert dialog.is_visible()
    assert page.evaluate("document.activeElement.closest('dialog').open")

    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["Сцена 5"]
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["Сцена 4"]

    for _ in range(8):  # the focus stays inside
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")

    page.keyboard.press("Escape")
    assert shown(page) == []
    assert page.evaluate("document.activeElement.id") == f"open-{post.photos.all()[2].pk}"


def test_a_photo_has_an_address_of_its_own_that_can_be_closed(post, open_page):
    page = open_page(f"{post.get_absolute_url()}#photo-{post.photos.all()[5].pk}")
    assert shown(page) == ["Сцена 6"]

    page.keyboard.press("Escape")
    assert shown(page) == []


def test_the_first_and_the_last_photo_lead_no_further(post, open_page):
    page = open_page(post.get_absolute_url())
    thumbnail(page, 1).click()
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["Сцена 1"]
    page.keyboard.press("Escape")

    thumbnail(page, PHOTOS).click()
    page.keyboard.press("ArrowRight")
    assert shown(page) == [f"Сцена {PHOTOS}"]


def test_a_gallery_prints_as_rows_of_photos_with_their_captions(post, open_page):
    page = open_page(f"{post.get_absolute_url()}#photo-{post.photos.first().pk}", java_script_enabled=False)
    page.emulate_media(media="print")

    assert page.locator("dialog.viewer:visible").count() == 0
    assert page.locator(".gal figure > a img:visible").count() == PHOTOS
    assert page.locator(".gal > li > figure > figcaption:visible").count() == PHOTOS
    assert page.locator("a.video").evaluate("link => getComputedStyle(link, '::after').content") == (
        '" (https://www.youtube.com/watch?v=abcdefghijk)"'
    )
    assert len({round(thumbnail(page, number).bounding_box()["y"]) for number in (1, 2, 3)}) == 1


def test_a_video_asks_nothing_of_anybody_before_the_click(post, open_page, live_server):
    page = open_page("/ru/")
    asked = []
    page.context.route("**/*", lambda route: answer(route, live_server.url, asked))
    page.goto(post.get_absolute_url())
    page.locator("a.video").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == []

    page.locator("a.video").click()
    page.wait_for_selector("iframe.video")
    page.wait_for_load_state("networkidle")
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0"]
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert page.locator("iframe.video").get_attribute("title") == "Смотреть видео: Открытие"


def answer(route, own, asked):
    """Nothing in a test goes out to the internet."""
    if route.request.url.startswith((own, "data:")):
        return route.continue_()
    asked.append(route.request.url)
    return route.fulfill(body="<p>video</p>", content_type="text/html")


def test_without_javascript_a_video_is_a_link_to_its_host(post, open_page):
    page = open_page(post.get_absolute_url(), java_script_enabled=False)

    assert page.locator("a.video").get_attribute("href") == "https://www.youtube.com/watch?v=abcdefghijk"
    assert page.locator("iframe").count() == 0


def test_the_focal_point_is_set_by_a_click_or_by_numbers(post, desk):
    page = desk(admin_url(post))
    page.locator("#postphoto-group summary").first.click()
    row = page.locator("#postphoto-0")
    preview, field = row.locator(".imagefield-preview-image"), row.locator("#id_postphoto-0-image_ppoi")
    size = preview.bounding_box()

    preview.click(position={"x": size["width"] / 4, "y": size["height"] / 2})
    assert (field.input_value(), point_of(row)) == ("0.25x0.50", ["25%", "50%"])

    field.fill("0.75x0.5")
    assert point_of(row) == ["75%", "50%"]

    page.locator("[name=_save]").first.click()
    page.wait_for_selector(".messagelist .success")
    assert PostPhoto.objects.first().image_ppoi == "0.75x0.5"
    assert page.complaints == []


def point_of(row):
    return row.locator(".imagefield-point").evaluate("({style}) => [style.insetInlineStart, style.insetBlockStart]")
