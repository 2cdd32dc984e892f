from xml.etree import ElementTree

import pytest

from theatre_site.posters import Photo
from theatre_site.posters.photo import covering, photograph


def test_a_photo_whose_size_nobody_knows_is_cut_evenly():
    image = ElementTree.fromstring(photograph(Photo("/m/a.webp"), 300, 270))

    assert image.attrib == {
        "href": "/m/a.webp",
        "width": "300",
        "height": "270",
        "preserveAspectRatio": "xMidYMid slice",
    }


@pytest.mark.parametrize(
    ("focus", "place"),
    [
        ("0.5x0.5", (-150, 0, 600, 300)),
        ("0x0", (0, 0, 600, 300)),
        ("1x0.5", (-300, 0, 600, 300)),
        ("0.6x0.9", (-210, 0, 600, 300)),
        ("", (-150, 0, 600, 300)),
    ],
)
def test_the_focus_of_a_wide_photo_comes_to_the_middle(focus, place):
    assert covering(Photo("/m/a.webp", 1200, 600, focus), 300, 300) == pytest.approx(place)


@pytest.mark.parametrize("focus", ["0x0", "0.1x0.9", "0.33x0.5", "1x1"])
@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (300, 270), (90, 2000)])
def test_the_focus_is_always_in_the_frame_and_the_frame_is_always_full(size, focus):
    x, y, width, height = covering(Photo("/m/a.webp", *size, focus), 300, 270)
    focus_x, focus_y = (float(part) for part in focus.split("x"))

    assert width / height == pytest.approx(size[0] / size[1])
    assert x <= 0.001 >= y
    assert x + width >= 299.999
    assert y + height >= 269.999
    assert 0 <= round(x + focus_x * width) <= 300
    assert 0 <= round(y + focus_y * height) <= 270


def test_the_picture_is_placed_by_its_focus():
    image = ElementTree.fromstring(photograph(Photo("/m/a.webp", 1200, 600, "1x0.5"), 300, 300))

    assert [image.get(name) for name in ("x", "y", "width", "height", "preserveAspectRatio")] == [
        "-300",
        "0",
        "600",
        "300",
        "none",
    ]
