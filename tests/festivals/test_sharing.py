from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import translation

from festivals.numerals import roman
from festivals.sharing import numeral_on_leaf, picture_of_edition
from tests.factories import create_edition
from theatre_site.posters.palettes import CREAM, LEAF


def test_the_picture_of_an_edition_has_its_year_its_days_and_its_numeral(db):
    edition = create_edition(
        year=2011, number=3, title_ru="Третий фестиваль", starts_on=date(2011, 2, 9), ends_on=date(2011, 2, 15)
    )
    with translation.override("ru"):
        shared = picture_of_edition(edition)

    assert (shared.title, shared.above) == ("ТЮЗ-2011", ("9–15 февраля 2011", "Третий фестиваль"))
    assert (shared.art.ground, shared.art.ink) == (LEAF, CREAM)
    assert shared.art.shapes == numeral_on_leaf(3)
    assert shared.address == "/ru/festival/2011/picture.png"


def test_an_edition_without_days_says_its_year(db):
    assert picture_of_edition(create_edition(year=2007, starts_on=None, ends_on=None)).above == ("2007",)


@pytest.mark.parametrize("number", range(1, 40))
def test_every_numeral_stands_inside_the_square(number):
    numeral = ElementTree.fromstring(f"<svg>{numeral_on_leaf(number)}</svg>").find("path")
    x, y = (float(part) for part in numeral.get("transform").split(")")[0].removeprefix("translate(").split())
    scale = float(numeral.get("transform").split("scale(")[1].rstrip(")"))

    assert numeral.get("d").count("M") == len(roman(number))
    assert 40 <= x < 150
    assert y + 100 * scale <= 300
