import re
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings

from theatre_site.posters import MOTIFS, Photo, art_svg, poster_svg
from theatre_site.posters.motifs import LOWEST
from theatre_site.posters.specimens import TITLES

AUDIENCES = ["adults", "children"]
CSS = Path(settings.BASE_DIR) / "static/css"


def art_of(poster):
    """The inner svg: what is drawn beside the title."""
    return ElementTree.fromstring(poster).find("svg")


def lines_of(poster):
    return [text.text for text in ElementTree.fromstring(poster).iter("text")]


def test_the_same_slug_always_gives_the_same_poster():
    assert poster_svg("Морозко", "morozko", "children") == poster_svg("Морозко", "morozko", "children")
    assert poster_svg("Морозко", "morozko", "children") != poster_svg("Морозко", "zolushka", "children")


def test_the_drawings_of_posters_that_hang_already_do_not_change():
    """Another digest here means that posters look different after an upgrade. Is that meant?"""
    drawings = sha256()
    for motif in sorted(set(MOTIFS) - {"horse"}):
        for audience in AUDIENCES:
            for seed in range(6):
                drawings.update(art_svg(f"seed-{seed}", audience, motif=motif).encode())

    assert drawings.hexdigest()[:16] == "17e66f3e8eea74ef"


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


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_every_motif_can_be_leafed_through(motif):
    variants = [poster_svg("Морозко", "morozko", "children", motif=motif, variant=number) for number in range(24)]

    assert variants[0] == poster_svg("Морозко", "morozko", "children", motif=motif)
    assert all(one != next_one for one, next_one in zip(variants, variants[1:], strict=False))
    assert len(set(variants)) >= 12


def test_every_other_drawing_looks_the_other_way_and_in_other_colours():
    plain, turned, straight = (art_svg("morozko", "children", motif="heart", variant=number) for number in (0, 1, 2))

    assert [art.count('transform="matrix(-1 0 0 1 300 0)"') for art in (plain, turned, straight)] == [0, 1, 0]
    assert re.findall('circle[^>]+class="(.)"', plain) != re.findall('circle[^>]+class="(.)"', straight)


def test_another_drawing_keeps_the_palette_and_the_place_of_the_title():
    first, second = (poster_svg("Морозко", "morozko", "children", variant=number) for number in (0, 1))

    assert re.findall("pal-c.", first) == re.findall("pal-c.", second)
    assert art_of(first).attrib == art_of(second).attrib


@pytest.mark.parametrize("motif", sorted(LOWEST))
def test_a_figure_that_needs_more_height_than_there_is_becomes_smaller(motif):
    low = art_of(poster_svg("Ой, " * 30, "x", "children", motif=motif))
    high = art_of(poster_svg("Превеликая", "x", "children", motif=motif))

    assert float(low.get("height")) < LOWEST[motif] <= float(high.get("height"))
    assert [shape.get("transform", "")[:8] for shape in low][1:] == ["matrix(0"]
    assert "transform" not in {name for shape in high for name in shape.attrib}


def test_titles_are_escaped():
    poster = poster_svg("<script>alert(1)</script> & «Ко»", "x\"'<", "children", age_mark="<b>")

    assert "".join("".join(lines_of(poster)).split()) == "<SCRIPT>ALERT(1)</SCRIPT>&«КО»<b>"
    assert re.findall(r"<(?!/?(?:svg|rect|g|path|circle|text)\b)", poster) == []


@pytest.mark.parametrize("standalone", [False, True])
@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_every_motif_with_every_title_is_well_formed_and_small(motif, standalone):
    for number, (title, audience) in enumerate(TITLES):
        poster = poster_svg(
            title, f"seed-{number}", audience, motif=motif, variant=number % 3, age_mark="12+", standalone=standalone
        )
        ElementTree.fromstring(poster)

        assert len(poster.encode()) <= 12 * 1024


@pytest.mark.parametrize(("title_on_top", "places"), [(True, (270, 370)), (False, (270, 30))])
def test_the_age_mark_stands_in_the_corner_that_is_farthest_from_the_title(title_on_top, places):
    poster = ElementTree.fromstring(poster_svg("Кот", "x", "children", title_on_top=title_on_top, age_mark="6+"))
    mark = poster.find("circle")

    assert (float(mark.get("cx")), float(mark.get("cy"))) == places
    assert [text.text for text in poster.iter("text")] == ["КОТ", "6+"]


def test_a_photo_takes_the_place_of_the_drawing():
    art = art_of(poster_svg("Кот", "x", "children", photo=Photo('/m/a"b.webp')))
    (image,) = art

    assert image.tag == "image"
    assert image.get("href") == '/m/a"b.webp'
    assert (image.get("width"), image.get("height")) == (art.get("width"), art.get("height"))


@pytest.mark.parametrize("title_on_top", [True, False])
def test_a_photo_reaches_over_every_edge_of_its_frame(title_on_top):
    drawn, photo = (
        [
            float(art_of(poster_svg("Кот", "x", "children", photo=photo, title_on_top=title_on_top)).get(name))
            for name in ("x", "y", "width", "height")
        ]
        for photo in (None, Photo("/m/a.webp"))
    )

    assert [there - here for here, there in zip(drawn, photo, strict=True)] == [-1, -1, 2, 2]


def test_a_standalone_poster_needs_no_stylesheet():
    poster = poster_svg("Кот", "x", "children", palette=0, standalone=True)

    assert "class=" not in poster
    assert "style" not in poster
    assert {text.get("font-family") for text in ElementTree.fromstring(poster).iter() if text.text} == {"Rubik"}
    assert set(re.findall(r'fill="(#\w+)"', poster)) <= {"#f8b62d", "#2d1a4a", "#e5462a", "#fff2da", "#f7b5b0"}


def test_the_stylesheet_knows_every_width_of_a_hero_title():
    assert re.findall(r"\.(w\d+)", (CSS / "utilities.css").read_text()) == [f"w{width}" for width in range(25, 150, 5)]
