from types import SimpleNamespace
from xml.etree import ElementTree

from django.template import Context, Template

from theatre_site.posters import Photo, art_svg, poster_svg


def create_production(**changes):
    return SimpleNamespace(
        **{
            "slug": "konek",
            "title": "Конёк-Горбунок",
            "audience": "children",
            "age_mark": "6+",
            "poster_motif": "",
            "poster_palette": None,
            "poster_variant": 0,
            "poster_title_on_top": None,
            "poster_photo": None,
        }
        | changes
    )


def render(text, **context):
    return Template("{% load posters %}" + text).render(Context(context))


def test_a_photo_takes_the_place_of_the_drawing():
    poster = render("{% poster production %}", production=create_production(poster_photo=Photo('/m/a"b.webp')))
    art = ElementTree.fromstring(poster).find("svg")

    assert [(shape.tag, shape.get("href")) for shape in art] == [("image", '/m/a"b.webp')]


def test_two_posters_on_a_page_share_no_ids():
    assert " id=" not in render("{% poster production %}{% poster production %}", production=create_production())


def test_an_unsaved_production_has_a_poster():
    new = create_production(slug="")

    assert render("{% poster new %}", new=new) == poster_svg(new.title, "new", "children")
    assert render("{% poster new seed='draft-1' %}", new=new) == poster_svg(new.title, "draft-1", "children")


def test_the_choices_of_the_editor_are_kept():
    chosen = create_production(poster_motif="bear", poster_palette=0, poster_variant=3, poster_title_on_top=False)

    assert render("{% poster p %}", p=chosen) == poster_svg(
        chosen.title, "konek", "children", motif="bear", palette=0, variant=3, title_on_top=False
    )
    assert render("{% drawing p %}", p=chosen) == art_svg("konek", "children", motif="bear", palette=0, variant=3)


def test_the_large_poster_bears_the_age_mark():
    production = create_production()

    assert render("{% poster p age=p.age_mark %}", p=production) == poster_svg(
        production.title, "konek", "children", age_mark="6+"
    )


def test_art_needs_no_production():
    assert render('{% art "rest" "children" motif="bird" %}') == art_svg("rest", "children", motif="bird")


def test_lines_of_a_hero_title_may_end_after_a_hyphen():
    assert render("{{ title|line_breaks }}", title="Конёк-<Горбунок>") == "Конёк-<wbr>&lt;Горбунок&gt;"
