"""Hostile and ugly HTML, see pieces.yaml: clean and still readable, on the public page too."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
import yaml

from news.models import Post
from tests.factories import create_rubric
from tests.pages import address, assert_valid, elements_of, plain
from theatre_site.richtext import cleaned
from theatre_site.richtext.allowed import ATTRIBUTES, SCHEMES, TAGS

KINDS = yaml.safe_load((Path(__file__).parent / "pieces.yaml").read_text("utf-8"))
CODE = re.compile(r"alert\(|mso-|@font-face|@import|expression\(|\bimg\b|</?script|\[if |Normal 0")
ADDED = {"rel", "loading", "decoding"}  # by cleaning and by the page
A_POST = 25


def listed(value):
    return [value] if isinstance(value, str) else value or []


def tree(html):
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def words_of(html):
    return plain("".join(tree(html).itertext()))


def assert_harmless(elements):
    for element in elements:
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES["*"] | ATTRIBUTES.get(element.tag, set()) | ADDED
        assert urlsplit(element.get("href", "")).scheme in SCHEMES | {""}
        assert element.get("src", "/media/").startswith("/media/")


def test_there_are_more_than_two_hundred_different_pieces():
    assert len({piece["html"] for pieces in KINDS.values() for piece in pieces}) >= 270


@pytest.mark.parametrize("kind", KINDS)
def test_every_piece_comes_out_clean_and_readable(kind):
    for piece in KINDS[kind]:
        html = cleaned(piece["html"])
        words = words_of(html)

        assert_harmless(list(tree(html).iter())[1:])
        assert [text for text in listed(piece.get("says")) if plain(text) not in words] == [], html
        assert [text for text in listed(piece.get("gone")) if text.lower() in html.lower()] == [], html
        assert html == piece.get("is", html)
        assert piece.get("shows_code") or not CODE.search(words), html


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing_more(kind):
    kept = [cleaned(piece["html"]) for piece in KINDS[kind]]

    assert [cleaned(html) for html in kept] == kept


def test_the_public_page_shows_them_all_clean_and_readable(client, db):
    """Each post holds many, one under the other, as they came through the last door."""
    rubric = create_rubric()
    pieces = [piece for some in KINDS.values() for piece in some]
    batches = [pieces[start : start + A_POST] for start in range(0, len(pieces), A_POST)]
    posts = Post.objects.bulk_create(
        Post(
            title_ru="Проба", slug=f"proba-{number}", rubric=rubric, status=Post.Status.PUBLISHED, body_ru=under(batch)
        )
        for number, batch in enumerate(batches)
    )

    for post, batch in zip(posts, batches, strict=True):
        page = client.get(address(post, "ru"))
        (text,) = elements_of(page, "div", class_="flow")
        words = plain("".join(text.itertext()))
        assert_valid(page)
        assert_harmless(set(list(text.iter())[1:]) - set(made_by_the_page(text)))
        assert [word for piece in batch for word in listed(piece.get("says")) if plain(word) not in words] == []


def under(pieces):
    return "".join(f"<h2>Проба {number}</h2>{cleaned(piece['html'])}" for number, piece in enumerate(pieces))


def made_by_the_page(text):
    """Frames round tables and covers of videos, which no text can bring along."""
    yield from (frame for frame in text.iter("div") if frame.get("class") == "tbl")
    yield from (script for script in text.iter("script") if script.get("src") == "/static/js/video.js")
    for figure in text.iter("figure"):
        if figure.find("a[@class='video']") is not None:
            yield from list(figure.iter())
