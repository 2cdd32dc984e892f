import random
import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template import Context, Template

from theatre_site.posters import MOTIFS, art_svg, hero_width_class, poster_svg
from theatre_site.posters.lettering import MEASURE

AUDIENCES = ["adults", "children"]
LETTERS = "АБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяʼ"


def create_production(**changes):
    return SimpleNamespace(
        **{
            "slug": "konek",
            "title": "Конёк-Горбунок",
            "audience": "children",
            "poster_motif": "",
            "poster_palette": None,
            "poster_title_on_top": None,
            "photo": None,
        }
        | changes
    )


def render(text, **context):
    return Template("{% load posters %}" + text).render(Context(context))


def art_of(poster):
    """The inner svg: what is drawn beside the title."""
    return ElementTree.fromstring(poster).find("svg")


def lines_of(poster):
    return [text.text for text in ElementTree.fromstring(poster).iter("text")]


def random_titles():
    chance = random.Random(44)
    for length in range(1, 61):
        words = "".join(chance.choice(LETTERS + "   -") for _ in range(length)).strip(" -") or "Я"
        yield words
        yield f"«{words}» — {words}"


def test_the_same_slug_always_gives_the_same_poster():
    assert poster_svg("Морозко", "morozko", "children") == poster_svg("Морозко", "morozko", "children")
    assert poster_svg("Морозко", "morozko", "children") != poster_svg("Морозко", "zolushka", "children")


def test_both_languages_share_drawing_and_palette():
    russian = poster_svg("Ревизор", "rev", "adults", title_on_top=True)
    ukrainian = poster_svg("Ревізор", "rev", "adults", title_on_top=True)

    assert lines_of(russian) == ["РЕВИЗОР"]
    assert lines_of(ukrainian) == ["РЕВІЗОР"]
    assert re.findall("pal-a.", russian) == re.findall("pal-a.", ukrainian)
    assert [shape.tag for shape in art_of(russian)] == [shape.tag for shape in art_of(ukrainian)]


def test_choosing_the_palette_leaves_the_drawing_as_it_was():
    by_lot = poster_svg("Женитьба", "zhen", "adults")
    chosen = poster_svg("Женитьба", "zhen", "adults", palette=3)

    assert "pal-a4" in chosen
    assert re.sub("pal-a.", "", chosen) == re.sub("pal-a.", "", by_lot)


def test_titles_are_escaped():
    poster = poster_svg("<b> & «Ко»", "x", "children")

    assert "".join(lines_of(poster)).replace(" ", "") == "<B>&«КО»"
    assert "<B>" not in poster


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_every_motif_is_well_formed_and_small(motif, audience):
    for seed in range(12):
        poster = poster_svg("Двенадцатая ночь", f"seed-{seed}", audience, motif=motif)
        ElementTree.fromstring(poster)
        ElementTree.fromstring(art_svg(f"seed-{seed}", audience, motif=motif))

        assert len(poster.encode()) <= 12 * 1024


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_line_of_any_title_is_longer_than_the_measure(audience):
    for title in random_titles():
        texts = list(ElementTree.fromstring(poster_svg(title, "x", audience)).iter("text"))

        assert max(float(text.get("textLength")) for text in texts) <= MEASURE
        assert "".join("".join(text.text for text in texts).split()) == "".join(title.upper().split())


@pytest.mark.parametrize("title", ["", " ", "-", "и", "ы" * 150, "кот и пёс " * 15, "- - -"])
def test_odd_titles_leave_room_for_the_drawing(title):
    assert float(art_of(poster_svg(title, "x", "children")).get("height")) >= 150


def test_a_photo_takes_the_place_of_the_drawing():
    poster = render("{% poster production %}", production=create_production(photo=SimpleNamespace(url='/m/a"b.webp')))
    (image,) = art_of(poster)

    assert image.tag == "image"
    assert image.get("href") == '/m/a"b.webp'
    assert (image.get("width"), image.get("height")) == (art_of(poster).get("width"), art_of(poster).get("height"))


def test_two_posters_on_a_page_share_no_ids():
    assert " id=" not in render("{% poster production %}{% poster production %}", production=create_production())


def test_an_unsaved_production_has_a_poster():
    new = create_production(slug="")

    assert render("{% poster new %}", new=new) == poster_svg(new.title, "new", "children")
    assert render("{% poster new seed='draft-1' %}", new=new) == poster_svg(new.title, "draft-1", "children")


def test_the_choices_of_the_editor_are_kept():
    chosen = create_production(poster_motif="bear", poster_palette=0, poster_title_on_top=False)

    assert render("{% poster p %}", p=chosen) == poster_svg(
        chosen.title, "konek", "children", motif="bear", palette=0, title_on_top=False
    )
    assert render("{% drawing p %}", p=chosen) == art_svg("konek", "children", motif="bear", palette=0)


def test_art_needs_no_production():
    assert render('{% art "rest" "children" motif="bird" %}') == art_svg("rest", "children", motif="bird")


def test_hero_titles_get_the_class_of_their_widest_part():
    assert hero_width_class("Барышня-крестьянка", "adults") == "w75"
    assert hero_width_class("Конёк-Горбунок", "children") == "w60"
    assert hero_width_class("О", "children") == "w25"
    assert hero_width_class("Ы" * 40, "children") == "w145"


def test_lines_of_a_hero_title_may_end_after_a_hyphen():
    assert render("{{ title|line_breaks }}", title="Конёк-<Горбунок>") == "Конёк-<wbr>&lt;Горбунок&gt;"


def test_the_stylesheet_knows_every_class_that_a_poster_uses():
    css = (Path(settings.BASE_DIR) / "static/css/components/poster-palettes.css").read_text()
    utilities = (Path(settings.BASE_DIR) / "static/css/utilities.css").read_text()

    assert re.findall(r"\.(pal-\w\d)", css) == [
        f"pal-{audience}{number}" for audience in "ca" for number in range(1, 7)
    ]
    assert re.findall(r"\.(w\d+)", utilities) == [f"w{width}" for width in range(25, 150, 5)]
