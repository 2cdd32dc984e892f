"""The sharing picture: drawn once, kept, and drawn anew when something on it changes."""

from dataclasses import replace
from random import Random

import pytest
from PIL import Image

from tests.factories import (
    NOT_PUBLIC,
    create_edition,
    create_performance,
    create_post,
    create_production,
    create_theatre,
)
from tests.pages import address
from tests.pictures import colours_of, hex_of, picture_in
from theatre_site.posters.palettes import colours
from theatre_site.sharing import SharingPicture, art_of, keeping
from theatre_site.sharing.drawing import LARGEST_FILE, png_of
from theatre_site.sharing.wood_type import FONTS, length, wrapped

MAKERS = {
    "production": create_production,
    "performance": create_performance,
    "post": create_post,
    "edition": create_edition,
}


@pytest.fixture
def drawn(monkeypatch):
    """The titles that were drawn, in their order."""
    titles = []

    def png_of_and_count(picture):
        titles.append(picture.title)
        return png_of(picture)

    monkeypatch.setattr(keeping, "png_of", png_of_and_count)
    return titles


@pytest.fixture
def share(media_root):
    def names():
        return sorted(path.name for path in (media_root / "share").glob("*"))

    return names


def facts(**changes):
    return SharingPicture(
        **{
            "key": "production-1",
            "address": "/ru/repertoire/kot/picture.png",
            "title": "Кот в сапогах",
            "art": art_of("kot", "children", motif="cat", palette=0),
            "theatre": "Театр юного зрителя",
            "town": "Макеевка",
            **changes,
        }
    )


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("kind", MAKERS)
def test_everything_public_has_a_picture_beside_its_page(client, db, kind, language):
    create_theatre()
    response = client.get(f"{address(MAKERS[kind](), language)}picture.png")
    image = picture_in(response)

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert (image.format, image.size) == ("PNG", (1200, 630))


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_all_other_pages_have_the_picture_of_the_theatre(client, db, language):
    assert picture_in(client.get(f"/{language}/picture.png")).size == (1200, 630)


@pytest.mark.parametrize("state", NOT_PUBLIC)
@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_not_public_has_no_picture(client, db, at, drawn, share, kind, state):
    hidden = create_performance(production=create_production(**NOT_PUBLIC[state])) if kind == "performance" else None
    hidden = hidden or MAKERS[kind](**NOT_PUBLIC[state])

    assert client.get(f"{address(hidden, 'ru')}picture.png").status_code == 404
    assert (drawn, share()) == ([], [])


def test_a_picture_is_drawn_once_and_kept(client, db, drawn, share):
    where = f"{address(create_production(), 'ru')}picture.png"
    first, second = (b"".join(client.get(where).streaming_content) for _ in range(2))

    assert first == second
    assert drawn == ["Ревизор"]
    assert len(share()) == 1


def test_each_language_has_its_own(client, db, drawn, share):
    production = create_production()
    for language in ("ru", "uk", "ru"):
        client.get(f"{address(production, language)}picture.png")

    assert drawn == ["Ревизор", "Ревізор"]
    assert len(share()) == 2


def test_a_changed_poster_is_drawn_anew_and_the_old_one_goes(client, db, drawn, share):
    production, other = create_production(), create_production(title_ru="Женитьба")
    for shown in (production, other):
        client.get(f"{address(shown, 'ru')}picture.png")
    (before,) = (name for name in share() if name.startswith(f"production-{production.pk}-ru-"))
    production.poster_motif = "bear"
    production.save()
    client.get(f"{address(production, 'ru')}picture.png")

    assert drawn == ["Ревизор", "Женитьба", "Ревизор"]
    assert len(share()) == 2
    assert before not in share()


def test_the_name_of_one_thing_is_no_beginning_of_another(client, db, share):
    """Production 1 must not sweep away the picture of production 11."""
    for key in ("production-11", "production-1"):
        keeping.kept(facts(key=key))

    assert len(share()) == 2


def test_a_browser_that_has_it_is_not_sent_it_again(client, db):
    where = f"{address(create_post(), 'ru')}picture.png"
    first = client.get(where)
    again = client.get(where, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert client.get(where, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_address_with_the_right_digest_may_be_kept_for_a_year(client, db):
    where = f"{address(create_post(), 'ru')}picture.png"
    digest = client.get(where)["ETag"].strip('"')

    assert client.get(where)["Cache-Control"] == "public, max-age=3600"
    assert client.get(f"{where}?v={digest}")["Cache-Control"] == "public, max-age=31536000"
    assert client.get(f"{where}?v=old")["Cache-Control"] == "public, max-age=3600"


def test_the_same_facts_give_the_same_bytes():
    assert png_of(facts()) == png_of(facts())


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Кот"},
        {"voice": "adults"},
        {"art": art_of("kot", "children", motif="cat", palette=1)},
        {"above": ("Детям",)},
        {"age_mark": "6+"},
        {"state": "Отменён"},
        {"theatre": "Театр"},
        {"town": "Донецк"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_everything_on_the_picture_is_seen_and_counts(change):
    changed = replace(facts(), **change)

    assert png_of(changed) != png_of(facts())
    assert changed.digest != facts().digest


def test_a_picture_has_the_colours_of_the_poster():
    palette = colours("children", 3)
    image = png_of(facts(art=art_of("kot", "children", motif="cat", palette=3)))

    assert colours_of(picture_in(image)) >= {palette["g"], palette["z"], palette["t"], palette["a"]}


@pytest.mark.parametrize("title", ["Ю", "Щедрый вечер", "Й" * 60, "Пожалуйста " * 13, "«Ґ» & <Ё>, 1812…"])
def test_no_title_touches_the_edge(title):
    ground = "#f8b62d"
    image = picture_in(png_of(facts(title=title, art=art_of("kot", "children", motif="cat", palette=0)))).convert("RGB")
    edge = image.crop((1200 - 40, 0, 1200, 630)).getcolors()

    assert [hex_of(colour) for count, colour in edge] == [ground]


def test_a_photo_stands_in_the_place_of_the_drawing_and_the_file_stays_small(media_root):
    noise = Image.frombytes("RGB", (900, 700), Random(44).randbytes(900 * 700 * 3))
    media_root.mkdir(parents=True, exist_ok=True)
    noise.save(media_root / "noise.png")
    png = png_of(facts(photo="noise.png"))

    assert len(png) <= 300 * 1024
    assert "#f8b62d" in colours_of(picture_in(png))


def test_a_photo_is_cut_round_its_focus(media_root):
    wide = Image.new("RGB", (1200, 400), "#ffffff")
    wide.paste("#0000ff", (0, 0, 400, 400))
    media_root.mkdir(parents=True, exist_ok=True)
    wide.save(media_root / "wide.png")

    def middle(focus):
        return picture_in(png_of(facts(photo="wide.png", focus=focus))).convert("RGB").getpixel((315, 315))

    assert middle("0.1x0.5") == (0, 0, 255)
    assert middle("0.8x0.5") == (255, 255, 255)


def test_without_the_file_of_its_photo_a_picture_has_its_drawing(media_root):
    assert png_of(facts(photo="gone.jpg")) == png_of(facts())


def test_pictures_are_far_smaller_than_what_messengers_take():
    assert len(png_of(facts(age_mark="12+", state="Отменён", above=("Суббота, 21 ноября 2026", "15:00")))) < 150 * 1024
    assert LARGEST_FILE < 300 * 1024


def test_long_words_above_are_broken_at_spaces():
    assert wrapped("Донецкий театр юного зрителя", 30, 700, 300) == ["Донецкий театр", "юного зрителя"]
    assert all(length(line, 30, 700) <= 300 for line in wrapped("Третий открытый фестиваль театров", 30, 700, 300))
    assert FONTS.is_dir()
