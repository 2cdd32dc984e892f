"""A text as visitors get it."""

import pytest

from tests.factories import create_page, create_partner, create_post, create_text_picture, create_theatre
from tests.pages import address, assert_valid, elements_of, html_of, main_of, programs_of
from tests.queries import queries_for
from theatre_site.images import rendition
from theatre_site.models import Partner

VIDEO = '<figure><a href="https://youtu.be/abcdefghijk">Трейлер & афиша</a></figure>'


@pytest.fixture
def shown(client, db):
    """shown(html): the main part of a page with this text."""

    def shown(html):
        page = client.get(address(create_page(body_ru=html), "ru"))
        assert_valid(page)
        return main_of(page)

    return shown


def figure(row, alt="Зал", caption=""):
    caption = caption and f"<figcaption>{caption}</figcaption>"
    return f'<figure><img src="{row.image.url}" alt="{alt}">{caption}</figure>'


def test_a_picture_is_shown_in_sizes_that_fit_and_never_as_it_was_uploaded(shown):
    row = create_text_picture()
    page = shown(figure(row, alt="Зал &amp; сцена", caption="Премьера"))
    (image,) = elements_of(page, "img")
    large = rendition(row.image, "article")

    assert image.attrib.keys() == {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"}
    assert [image.get(name) for name in ("alt", "loading", "width", "height")] == ["Зал & сцена", "lazy", "1440", "810"]
    assert [part.split()[1] for part in image.get("srcset").split(", ")] == ["480w", "960w", "1440w"]
    assert large.url in image.get("srcset")
    assert row.image.url not in page
    assert [caption.text for caption in elements_of(page, "figcaption")] == ["Премьера"]


def test_a_decorative_picture_has_an_empty_description(shown):
    (image,) = elements_of(shown(figure(create_text_picture(), alt="")), "img")

    assert image.get("alt") == ""


def test_a_picture_of_a_child_without_consent_is_not_shown_with_its_caption(shown):
    row = create_text_picture(shows_children=True)
    page = shown(f"<p>До</p>{figure(row, caption='Маша')}<p>После</p>")

    assert elements_of(page, "figure") == elements_of(page, "img") == []
    assert "Маша" not in page
    row.has_consent = True
    row.save()
    assert "Маша" in shown(figure(row, caption="Маша"))


def test_a_picture_that_was_deleted_leaves_no_hole(shown):
    row = create_text_picture()
    html = figure(row, caption="Зал")
    row.delete()

    assert elements_of(shown(f"<p>До</p>{html}"), "figure") == []


def test_pictures_of_a_text_cost_one_query_together(client, db):
    without = create_page(body_ru="<p>Да</p>")
    with_three = create_page(body_ru="".join(figure(create_text_picture()) for _ in range(3)))

    assert queries_for(client, address(with_three, "ru")) == queries_for(client, address(without, "ru")) + 1


def test_the_file_of_something_else_waits_until_the_reader_comes_to_it(shown):
    (image,) = elements_of(shown('<p><img src="/media/partners/x.png" alt="Знак"></p>'), "img")

    assert (image.get("loading"), image.get("src")) == ("lazy", "/media/partners/x.png")


def test_a_video_loads_nothing_before_it_is_asked_for(shown):
    page = shown(VIDEO)
    (link,) = elements_of(page, "a", class_="video")

    assert link.get("href") == "https://youtu.be/abcdefghijk"
    assert link.get("data-player").startswith("https://www.youtube-nocookie.com/embed/abcdefghijk?")
    assert "Трейлер &amp; афиша" in page
    assert "YouTube" in page
    assert elements_of(page, "iframe") == elements_of(page, "img") == []
    assert programs_of(page) == ["/static/js/video.js"]


def test_links_to_partners_who_pay_say_so_in_any_text(client, db):
    create_theatre()
    create_partner(url="https://www.detmir.example/shop", rel=Partner.Rel.SPONSORED)
    create_partner(url="https://friend.example/", rel=Partner.Rel.PLAIN)
    links = '<a href="https://{0}/">{0}</a>'
    hosts = ["detmir.example", "www.detmir.example", "friend.example", "other.example"]
    page = client.get(address(create_post(body_ru="<p>" + " ".join(map(links.format, hosts)) + "</p>"), "ru"))
    (text,) = elements_of(page, "div", class_="flow")

    assert {link.text: link.get("rel") for link in elements_of(html_of(text), "a")} == {
        "detmir.example": "sponsored noopener",
        "www.detmir.example": "sponsored noopener",
        "friend.example": "noopener",
        "other.example": "noopener",
    }
