import random
from functools import cache

import pytest
from django.conf import settings
from PIL import ImageFont

from theatre_site.posters.glyphs import ADVANCES, WORD_SPACE, width
from theatre_site.posters.lettering import HIGHEST_BLOCK, MEASURE, READABLE, hero_width_class, set_title
from theatre_site.posters.specimens import LONGEST, TITLES
from theatre_site.posters.syllables import syllables

AUDIENCES = ["adults", "children"]
LETTERS = "АБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяʼ"
KEYBOARD = "".join(map(chr, range(0x20, 0x7F))) + "«»„“”‘’–—…№"
EM = 1000


@cache
def fonts(audience):
    names = ["piazzolla-900"] if audience == "adults" else ["rubik-cyrillic", "rubik-latin"]
    return [font(name) for name in names]


def font(name):
    found = ImageFont.truetype(settings.BASE_DIR / f"static/fonts/{name}.woff2", EM)
    if name.startswith("rubik"):
        found.set_variation_by_axes([900])
    return found


def measured(text, audience):
    """In em, by the fonts themselves."""
    cyrillic, *latin = fonts(audience)
    own = [cyrillic if "Ѐ" <= glyph <= "ӿ" or glyph == "№" else [cyrillic, *latin][-1] for glyph in text]
    advances = (font.getlength(glyph) for font, glyph in zip(own, text, strict=True))
    return (sum(advances) + WORD_SPACE * text.count(" ")) / EM


def random_titles():
    chance = random.Random(44)
    for length in range(1, 61):
        words = "".join(chance.choice(LETTERS + "   -") for _ in range(length)).strip(" -") or "Я"
        yield words
        yield f"«{words}» — {words}"


def pasted(lines, title):
    """The lines as the title has them: a hyphen that only the end of a line asked for is gone."""
    text, rest = "", "".join(title.upper().split())
    for line in ("".join(line.split()) for line in lines):
        if line.endswith("-") and not rest.startswith(line):
            line = line[:-1]
        text, rest = text + line, rest.removeprefix(line)
    return text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_figures_are_those_of_the_fonts(audience):
    of_the_fonts = {glyph: measured(glyph, audience) * EM for glyph in ADVANCES[audience]}
    of_the_fonts[" "] -= WORD_SPACE

    assert {glyph: round(advance) for glyph, advance in of_the_fonts.items()} == ADVANCES[audience]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_letter_of_russian_ukrainian_and_of_the_keyboard_is_known(audience):
    assert set((LETTERS + KEYBOARD).upper()) - set(ADVANCES[audience]) == set()


def test_there_are_forty_hard_titles():
    assert len(dict(TITLES)) == 40
    assert {len(title) for title, audience in TITLES} >= {1, 2}
    assert max(len(title) for title, audience in TITLES) >= LONGEST - 5
    assert max(len(title) for title, audience in TITLES) <= LONGEST


@pytest.mark.parametrize(("title", "audience"), TITLES)
def test_the_forty_hardest_titles_fit_by_the_fonts_own_advances(title, audience):
    block = set_title(title, audience)

    for line in block.lines:
        assert measured(line.text, audience) * line.size <= MEASURE + 0.1
    assert block.height <= HIGHEST_BLOCK + 0.1
    assert pasted([line.text for line in block.lines], title) == "".join(title.upper().split())


@pytest.mark.parametrize(("title", "audience"), [each for each in TITLES if len(each[0]) <= 60])
def test_up_to_sixty_letters_are_large_enough_to_be_read(title, audience):
    assert set_title(title, audience).smallest >= READABLE


@pytest.mark.parametrize(("title", "audience"), [each for each in TITLES if len(each[0]) > 60])
def test_even_the_longest_titles_are_not_tiny(title, audience):
    assert set_title(title, audience).smallest >= 16.5


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_line_of_any_title_is_longer_than_the_measure(audience):
    for title in random_titles():
        block = set_title(title, audience)

        assert max(width(line.text, audience) * line.size for line in block.lines) <= MEASURE + 0.001
        assert block.height <= HIGHEST_BLOCK + 0.001
        assert pasted([line.text for line in block.lines], title) == "".join(title.upper().split())


@pytest.mark.parametrize("title", ["", " ", "-", "и", "ы" * 150, "кот и пёс " * 15, "- - -", "ёй " * 50, "Щ" * 150])
def test_odd_titles_leave_room_for_the_drawing(title):
    assert set_title(title, "children").height <= HIGHEST_BLOCK + 0.001


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Конёк-Горбунок", ["КОНЁК-", "ГОРБУНОК"]),
        ("Кот в сапогах", ["КОТ", "В САПОГАХ"]),
        ("Жизнь — театр", ["ЖИЗНЬ —", "ТЕАТР"]),
        ("— Ты кто?", ["— ТЫ", "КТО?"]),
        ("Гамлет - принц датский", ["ГАМЛЕТ -", "ПРИНЦ", "ДАТСКИЙ"]),
        ("Достопримечательности", ["ДОСТОПРИМЕ-", "ЧАТЕЛЬНОСТИ"]),
        ("Путешественница", ["ПУТЕШЕСТВЕННИЦА"]),
    ],
)
def test_lines_break_at_spaces_and_hyphens_and_only_in_very_long_words_at_a_syllable(title, lines):
    assert [line.text for line in set_title(title, "children").lines] == lines


def test_a_hyphen_that_is_not_in_the_title_stands_at_the_end_of_a_syllable():
    word = "Рентгеноэлектрокардиографический"
    first, *rest = (line.text for line in set_title(word, "children").lines)
    ends = {len("".join(syllables(word)[:number])) for number in range(1, len(syllables(word)))}

    assert len(first) - 1 in ends
    assert len(first) - 1 + len(rest[0]) - 1 in ends


def test_hero_titles_get_the_class_of_their_widest_part():
    assert hero_width_class("Барышня-крестьянка", "adults") == "w75"
    assert hero_width_class("Конёк-Горбунок", "children") == "w60"
    assert hero_width_class("О", "children") == "w25"
    assert hero_width_class("Ы" * 40, "children") == "w145"
