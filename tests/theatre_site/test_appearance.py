"""The version for the visually impaired: what is remembered, and what a page is like with it."""

import re

import pytest

from tests.factories import create_post, create_theatre
from tests.pages import assert_valid, elements_of, html_of, links_of, main_of, said, text_of
from theatre_site.appearance import CHOICES, COOKIE, Appearance

BLACK = "200.black.wide.wide.on"
DEFAULT = "150.white.normal.normal.off"
A_YEAR = 31_536_000


def attributes_of(page):
    """What the html element says besides its language."""
    (html,) = elements_of(page, "html")
    return {name: value for name, value in html.attrib.items() if name != "lang"}


def with_cookie(client, value):
    client.cookies[COOKIE] = value
    return client


# The cookie


def test_a_choice_is_read_from_the_cookie_that_it_wrote():
    chosen = Appearance(size="200", colours="blue", letters="wide", lines="normal", pictures="on")

    assert chosen.as_cookie == "200.blue.wide.normal.on"
    assert Appearance.from_cookie(chosen.as_cookie) == chosen


@pytest.mark.parametrize(
    "forged",
    [
        *("", "1", "white", "150.white.normal.normal", f"{DEFAULT}.on", "300.white.normal.normal.off"),
        *("150.red.normal.normal.off", '150.white"><script>.normal.normal.off', "150.white.normal.normal.OFF", "....."),
    ],
)
def test_anything_else_in_the_cookie_is_the_ordinary_appearance(client, db, forged):
    page = with_cookie(client, forged).get("/ru/")

    assert Appearance.from_cookie(forged) is None
    assert page.status_code == 200
    assert attributes_of(page) == {}


@pytest.mark.parametrize(("https", "secure"), [(False, ""), (True, True)])
def test_one_cookie_is_set_for_a_year_and_no_script_can_read_it(client, db, settings, https, secure):
    settings.HTTPS = https
    answer = client.get("/ru/vision/", {"next": "/ru/news/"})
    (cookie,) = answer.cookies.values()

    assert (cookie.key, cookie.value) == (COOKIE, DEFAULT)
    assert (cookie["max-age"], cookie["samesite"], cookie["httponly"], cookie["path"]) == (A_YEAR, "Lax", True, "/")
    assert cookie["secure"] == secure


def test_pages_set_no_cookie_and_no_cache_mixes_the_versions_up(client, db):
    page = client.get("/ru/")

    assert page.cookies == {}
    assert page.headers["Vary"] == "Cookie, Accept-Encoding"


# Switching it on, changing it, switching it off


def test_the_link_leads_back_to_the_same_address(client, db):
    answer = client.get("/uk/vision/", {"next": "/uk/news/?page=2"})

    assert (answer.status_code, answer.url) == (302, "/uk/news/?page=2#vision")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer.headers["Cache-Control"]


def test_each_choice_changes_one_thing_and_keeps_the_rest(client, db):
    for name, values in CHOICES.items():
        for value in values:
            answer = with_cookie(client, BLACK).get("/ru/vision/", {name: value, "next": "/ru/"})
            assert answer.cookies[COOKIE].value == Appearance.from_cookie(BLACK).changed({name: value}).as_cookie


def test_the_normal_version_comes_back_and_the_cookie_goes(client, db):
    answer = with_cookie(client, BLACK).get("/ru/vision/off/", {"next": "/ru/news/"})

    assert (answer.url, answer.cookies[COOKIE].value, answer.cookies[COOKIE]["max-age"]) == ("/ru/news/", "", 0)
    assert attributes_of(client.get("/ru/news/")) == {}


@pytest.mark.parametrize(
    "elsewhere",
    [
        *("", "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "news/"),
        *("http:/evil.example", "\t//evil.example", "///evil.example"),
    ],
)
@pytest.mark.parametrize("link", ["/ru/vision/", "/ru/vision/off/"])
def test_nobody_is_led_to_another_site(client, db, link, elsewhere):
    assert client.get(link, {"next": elsewhere}).url.removesuffix("#vision") == "/ru/"


def test_a_line_break_in_the_way_back_does_no_harm(client, db):
    answer = client.get("/ru/vision/", {"next": "/ru/\r\nSet-Cookie: a=b"})

    assert answer.status_code == 302
    assert list(answer.cookies) == [COOKIE]


@pytest.mark.parametrize("wish", [{"size": "300"}, {"colours": ""}, {"pictures": "<b>"}])
def test_what_is_not_offered_is_not_found(client, db, wish):
    answer = client.get("/uk/vision/", wish)

    assert answer.status_code == 404
    assert answer.cookies == {}
    assert said("This page is not in the programme", "uk") in text_of(answer)


# The page


def test_the_choice_is_on_the_page_at_the_same_address(client, db):
    page = with_cookie(client, BLACK).get("/ru/news/")

    assert attributes_of(page) == {
        "data-vision": "black",
        "data-size": "200",
        "data-letters": "wide",
        "data-lines": "wide",
        "data-pictures": "on",
    }
    assert [link.get("href") for link in elements_of(page, "link", rel="stylesheet")] == ["/static/css/vision.css"]
    assert [link.get("href") for link in elements_of(page, "link", rel="canonical")] == ["http://testserver/ru/news/"]
    assert_valid(page)


@pytest.mark.parametrize("path", ["/ru/", "/uk/news/", "/ru/news/?page=1", "/uk/no-such-page/"])
def test_every_page_leads_to_the_version_and_back(client, db, path):
    language = path[1:3]
    ways = elements_of(client.get(path), "a", rel="nofollow")
    back = elements_of(with_cookie(client, DEFAULT).get(path), "a", rel="nofollow")
    next_ = path.replace("?", "%3F").replace("=", "%3D")

    assert [way.get("href") for way in ways] == [f"/{language}/vision/?next={next_}"] * 2
    assert ways[0].get("aria-label") == said("Version for the visually impaired", language)
    assert [way.get("href") for way in back if "off/" in way.get("href")] == [
        f"/{language}/vision/off/?next={next_}"
    ] * 2


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_panel_offers_every_choice_and_marks_the_one_in_use(client, db, language):
    page = with_cookie(client, BLACK).get(f"/{language}/")
    (panel,) = elements_of(page, "div", id="vision")
    links = [link for link in panel.iter("a") if link.get("rel") == "nofollow"]
    offered = {(name, value) for name, values in CHOICES.items() for value in values}
    in_use = set(zip(CHOICES, BLACK.split("."), strict=True))

    def choice(link):
        return tuple(re.search(r"\?(\w+)=(\w+)&next=/\w\w/$", link.get("href")).groups())

    assert {choice(link) for link in links} == offered
    assert {choice(link) for link in links if link.get("aria-current") == "true"} == in_use
    assert all(text_of("".join(link.itertext())) for link in links)


def test_with_pictures_off_the_server_sends_none(client, db):
    """Neither posters nor drawings, eyes, the frieze or the logo: only icons, which stand for a word."""
    create_theatre()
    page = with_cookie(client, DEFAULT).get("/ru/")

    assert [tag for tag in ("img", "picture", "image") if f"<{tag}" in html_of(page)] == []
    assert {svg.get("class") for svg in elements_of(page, "{http://www.w3.org/2000/svg}svg")} <= {"i"}
    assert re.findall(r'<svg\b[^>]*class="(?!i")', html_of(page)) == []
    assert "frieze" not in html_of(page)
    assert [text_of("".join(mark.itertext())) for mark in elements_of(page, "b", class_="brand__t")] == ["ТЮЗ", "ТЮЗ"]


def test_with_pictures_on_they_are_there(client, db):
    ordinary = client.get("/ru/")
    page = with_cookie(client, "150.white.normal.normal.on").get("/ru/")

    assert "<svg" in main_of(page)
    assert main_of(page).count("<svg") == main_of(ordinary).count("<svg")


@pytest.mark.parametrize("path", ["/ru/afisha/2026/12/", "/ru/news/"])
def test_what_is_for_paper_only_is_left_to_the_ordinary_version(client, db, path):
    """The version prints its own large letters."""
    create_theatre()
    ordinary = client.get(path)
    page = with_cookie(client, "150.white.normal.normal.on").get(path)

    assert "onpaper" in html_of(ordinary)
    assert "onpaper" not in html_of(page)


def test_the_ordinary_page_has_no_soft_hyphens_and_no_panel(client, db):
    post = create_post(body_ru="<p>Достопримечательности</p>")
    path = f"/ru/news/{post.slug}/"

    assert "\u00ad" not in html_of(client.get(path))
    assert elements_of(client.get(path), "div", id="vision") == []
    assert "До\u00adсто\u00adпри\u00adме\u00adча\u00adтель\u00adно\u00adсти" in html_of(
        with_cookie(client, "200.white.normal.normal.off").get(path)
    )


def test_the_links_of_both_versions_are_the_same(client, db):
    create_post()

    assert links_of(main_of(client.get("/ru/"))) == links_of(main_of(with_cookie(client, DEFAULT).get("/ru/")))


def test_the_broken_page_keeps_the_choice(client, db, monkeypatch):
    monkeypatch.setattr("theatre_site.views.Venue.objects.home", lambda: 1 / 0)
    client.raise_request_exception = False
    page = with_cookie(client, DEFAULT).get("/ru/box-office/")

    assert page.status_code == 500
    assert attributes_of(page)["data-vision"] == "white"
    assert "<svg" not in html_of(page)


def test_the_footer_says_what_is_remembered(client, db):
    words = "Исключение одно: если вы включили версию для слабовидящих, мы запомним только это."

    assert words in text_of(client.get("/ru/"))
