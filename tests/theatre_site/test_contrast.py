"""The contrast of letters, computed from the stylesheets as WCAG 2 does it."""

import re

import pytest
from coloraide import Color
from django.conf import settings

from theatre_site.appearance import CHOICES

CSS = settings.BASE_DIR / "static/css"
TEXT, GRAPHICS, LARGE, FOR_THE_VISUALLY_IMPAIRED = 4.5, 3, 3, 7

LETTERS = [
    *[("ink", "paper"), ("ink", "paper-2"), ("ink-2", "paper"), ("ink-2", "paper-2"), ("link", "paper")],
    *[("link", "paper-2"), ("red", "paper"), ("red", "paper-2"), ("on-red", "red"), ("paper", "ink")],
    *[("on-sat", "sat"), ("on-sun", "sun"), ("on-stage", "stage"), ("on-sun", "coral"), ("on-leaf", "leaf")],
    *[("on-foot", "foot"), ("foot", "on-foot")],
]
# the focus on every ground where something can have it, and what must be seen beside the words
SHAPES = [
    *[("focus", "paper"), ("focus", "paper-2"), ("focus", "stage"), ("sun", "sat"), ("sun", "leaf"), ("sun", "foot")],
    *[("on-sun", "sun"), ("on-sun", "coral"), ("tomato", "paper")],
]
SCHEMES = ["white", "black", "blue", "brown"]

DECLARATION = re.compile(r"--([\w-]+):\s*([^;]+);")
ONE_OF_TWO = re.compile(r"light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)")
PAIR = re.compile(r"background(?:-color)?: var\(--([\w-]+)\);(?:[^{}]*?\s)?color: var\(--([\w-]+)\)")


def block(css, selector):
    """The custom properties of the first block with this selector: {name: value}."""
    return dict(DECLARATION.findall(re.search(re.escape(selector) + r" {(.*?)}", css, re.DOTALL)[1]))


def tokens(theme):
    """{name: colour} of the ordinary look: "plain" is for old browsers, then "light" and "dark"."""
    css = (CSS / "tokens.css").read_text()
    plain, modern = css.split("@supports")
    colours = block(plain, ":root")
    if theme != "plain":
        side = {"light": r"\1", "dark": r"\2"}[theme]
        colours |= {name: ONE_OF_TWO.sub(side, value) for name, value in block(modern, ":root").items()}
    return {name: Color(value) for name, value in colours.items() if re.match(r"#|oklch\(", value)}


def scheme(name):
    css = (CSS / "vision/tokens.css").read_text()
    colours = block(css, ":root") | ({} if name == "white" else block(css, f'[data-vision="{name}"]'))
    return {name: Color(value) for name, value in colours.items() if value.startswith("#")}


def too_weak(colours, pairs, least):
    ratios = {(one, other): colours[one].contrast(colours[other], method="wcag21") for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("theme", ["plain", "light", "dark"])
def test_letters_and_shapes_are_seen_in_every_theme(theme):
    assert too_weak(tokens(theme), LETTERS, TEXT) == {}
    assert too_weak(tokens(theme), SHAPES, GRAPHICS) == {}


@pytest.mark.parametrize("name", SCHEMES)
def test_each_scheme_for_the_visually_impaired_is_stronger(name):
    colours = scheme(name)

    assert sorted(colours) == ["focus", "ink", "link", "paper"]
    assert too_weak(colours, [("ink", "paper"), ("link", "paper")], FOR_THE_VISUALLY_IMPAIRED) == {}
    assert too_weak(colours, [("focus", "paper")], GRAPHICS) == {}


def test_the_schemes_are_those_that_can_be_chosen():
    css = (CSS / "vision/tokens.css").read_text()

    assert list(CHOICES["colours"]) == SCHEMES
    assert ["white", *re.findall(r'\[data-vision="(\w+)"\]', css)] == SCHEMES
    assert len({str(scheme(name)["paper"]) for name in SCHEMES}) == len(SCHEMES)


def test_every_title_of_a_poster_is_seen():
    css = (CSS / "components/poster-palettes.css").read_text()
    palettes = {
        name: dict(DECLARATION.findall(body)) for name, body in re.findall(r"\.(pal-\w+) {(.*?)}", css, re.DOTALL)
    }
    weak = {
        name: too_weak({part: Color(value.strip()) for part, value in parts.items()}, [("pt", "pz")], LARGE)
        for name, parts in palettes.items()
    }

    assert len(palettes) == 12
    assert {name: pairs for name, pairs in weak.items() if pairs} == {}


def test_no_pair_of_the_stylesheets_is_forgotten():
    """What a rule writes on its own ground is among the pairs above."""
    used = {
        (letters, ground)
        for path in CSS.rglob("*.css")
        if not {"admin", "print"} & {*path.parts}
        for ground, letters in PAIR.findall(path.read_text())
    }

    assert used - {*LETTERS} == set()
    assert len(used) == 11
