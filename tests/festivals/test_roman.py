from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from festivals.templatetags.roman import roman, roman_numeral


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "I"), (2, "II"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (20, "XX"), (44, "XLIV"), (1994, "MCMXCIV")],
)
def test_a_number_is_written_in_roman_letters(number, letters):
    assert roman(number) == letters


@pytest.mark.parametrize("number", range(1, 21))
def test_every_numeral_up_to_twenty_is_drawn_a_shape_a_letter(number):
    svg = ElementTree.fromstring(roman_numeral(number)).find("svg")

    assert len(svg.findall("path")) == len(roman(number))


def test_the_drawing_is_as_wide_as_its_posts_and_the_gaps_between():
    assert 'viewBox="0 0 86 100"' in roman_numeral(3)
    assert 'viewBox="0 0 110 100"' in roman_numeral(4)


def test_a_numeral_with_other_letters_is_written():
    assert roman_numeral(50) == '<span class="rn" aria-hidden="true">L</span>'


def test_the_drawing_is_hidden_from_screen_readers():
    page = Template("{% load roman %}{% roman_numeral 2 %}{{ 2|roman }}").render(Context())

    assert page == (
        '<span class="rn" aria-hidden="true"><svg viewBox="0 0 54 100" focusable="false">'
        '<path d="M0 0h22v100h-22z"/><path d="M32 0h22v100h-22z"/></svg></span>II'
    )
