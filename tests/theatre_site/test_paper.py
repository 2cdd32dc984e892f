import re
from io import BytesIO

import pytest
import resvg_py
import zxingcpp
from django.conf import settings
from django.utils import translation
from PIL import Image

from tests.factories import create_edition, create_performance, create_programme_item, create_theatre, moment
from tests.pages import elements_of, html_of
from theatre_site.paper import TYPE_SIZES, Row, Setting, Sheet, Text, in_columns, width, width_class


def rows(*heights, group=None):
    return [Row(number, height, group=group) for number, height in enumerate(heights)]


def things(columns):
    return columns and [[row.thing for row in column] for column in columns]


# How many lines


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("", 10, 1),
        ("Ревизор", 10, 1),
        ("Снежная королева", 6, 2),
        ("Щ" * 20, 10, 3),  # about 20 em in the text's face: broken wherever a line ends
    ],
)
def test_a_text_takes_as_many_lines_as_in_a_browser(text, measure, lines):
    assert Text(text).lines(measure) == lines


def test_a_short_word_stays_with_the_next_one():
    assert Text("лес и в поле").words == [width("лес", "text"), pytest.approx(width("и\u00a0в\u00a0поле", "text"))]


def test_a_sign_takes_the_room_of_its_frame():
    assert Text("", signs=["6+"]).words == [pytest.approx(width("6+", "text") + 1.3)]


def test_texts_of_two_sizes_run_on():
    both = Text("Ревизор") + Text("Маска") * 0.5

    assert both.words == [width("Ревизор", "text"), width("Маска", "text") * 0.5]


def test_a_heading_is_set_to_its_measure():
    assert [width_class("Май"), width_class("Декабрь"), width_class("Щ" * 60)] == ["w25", "w55", "w145"]


# Columns


def test_columns_are_as_even_as_they_can_be():
    assert things(in_columns(rows(1, 1, 1, 1, 1), 2, room=9)) == [[0, 1, 2], [3, 4]]
    assert things(in_columns(rows(5, 1, 1, 1, 1), 2, room=9)) == [[0], [1, 2, 3, 4]]
    assert things(in_columns([], 2, room=9)) == []


def test_what_is_too_tall_does_not_fit():
    assert in_columns(rows(5, 5), 1, room=9) is None
    assert in_columns(rows(10), 3, room=9) is None


def test_a_caption_takes_room_above_each_group_and_again_in_the_next_column():
    day = rows(2, 2, 2, 2, group="day")

    assert in_columns(day, 1, room=8, caption=1) is None
    assert things(in_columns(day, 1, room=9, caption=1)) == [[0, 1, 2, 3]]
    assert in_columns(day, 2, room=4, caption=1) is None
    assert things(in_columns(day, 2, room=5, caption=1)) == [[0, 1], [2, 3]]


def test_a_caption_never_stands_at_the_end_of_a_column():
    days = [*rows(2, 2, group="Monday"), *rows(2, group="Tuesday")]

    assert things(in_columns(days, 2, room=6.5, caption=1)) == [[0, 1], [0]]


class Poster(Sheet):
    def settings(self):
        return [Setting(1, 20), Setting(2, 10)]

    def room(self, setting):
        return 100

    def rows(self, setting):
        return rows(*[2] * self.number)

    def __init__(self, number):
        self.number = number


def test_the_largest_type_that_fits_is_taken():
    assert Poster(7).setting == Setting(1, 20)  # 14 of its 14.2 em
    assert Poster(8).setting == Setting(2, 10)


def test_more_than_a_sheet_can_hold_is_still_all_there():
    assert sum(len(column) for column in Poster(100).columns) == 100


# The address


def code_on(page):
    [svg] = re.findall(r'<svg [^>]*class="qr".*?</svg>', html_of(page))
    return svg


def address_in_qr_code(page):
    """What a telephone's camera reads from the page."""
    svg = code_on(page).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" width="370" height="370"', 1)
    picture = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg))))
    return zxingcpp.read_barcode(picture.convert("L")).text


def canonical(page):
    [link] = elements_of(page, "link", rel="canonical")
    return link.get("href")


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("path", ["afisha/2026/12/", "festival/2011/programme/", "box-office/"])
def test_a_camera_reads_the_canonical_address_from_paper(client, db, language, path):
    create_theatre()
    create_performance(starts_at=moment(2026, 12, 5, 15))
    create_programme_item(edition=create_edition(year=2011))

    page = client.get(f"/{language}/{path}", headers={"host": "localhost"})

    assert address_in_qr_code(page) == canonical(page) == f"http://localhost/{language}/{path}"


def test_a_page_that_is_not_translated_leads_to_where_it_can_be_read(client, db):
    edition = create_edition(year=2011, name_uk="")
    create_programme_item(edition=edition)

    page = client.get("/uk/festival/2011/programme/")

    assert address_in_qr_code(page) == "http://testserver/ru/festival/2011/programme/"


def test_the_code_has_its_quiet_zone_and_a_name_and_no_style(client, db):
    page = client.get("/ru/afisha/2026/12/")
    code = code_on(page)
    side = int(re.search(r'viewBox="0 0 (\d+) ', code)[1])
    [name] = {element.get("aria-label") for element in elements_of(page, "div", role="img")}

    with translation.override("ru"):
        assert name == translation.gettext("QR code with the address of this page")
    assert (side - 8 - 17) % 4 == 0  # a QR code of some version with four modules of white around it
    assert f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path stroke="#000"' in code
    assert "style" not in code


def test_every_size_of_type_has_its_class():
    css = (settings.BASE_DIR / "static/css/print/type-sizes.css").read_text()
    rules = re.findall(r"\.(pt-[\d-]+) \{\n  font-size: ([\d.]+)pt;", css)

    assert rules == [(Setting(1, size).css_class, str(size)) for size in TYPE_SIZES]
