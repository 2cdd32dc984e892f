import re
from pathlib import Path

from django.conf import settings

from theatre_site.posters.palettes import PALETTES, ROLES, colours

CSS = Path(settings.BASE_DIR) / "static/css/components/poster-palettes.css"
RULE = re.compile(r"\.pal-(\w)(\d) \{\n(.*?)\n\}", re.DOTALL)
COLOUR = re.compile(r"--p(\w):(#\w{6});")


def test_the_stylesheet_has_the_same_palettes():
    in_css = {
        (audience, int(number)): dict(COLOUR.findall(rule)) for audience, number, rule in RULE.findall(CSS.read_text())
    }
    in_python = {
        (audience[0], number + 1): colours(audience, number)
        for audience, palettes in PALETTES.items()
        for number in range(len(palettes))
    }

    assert in_css == in_python


def test_every_shape_can_be_seen_on_its_ground():
    """Leafing through drawings gives any shape any of the four colours."""
    for audience, palettes in PALETTES.items():
        for number in range(len(palettes)):
            palette = colours(audience, number)

            assert palette["g"] not in {palette[role] for role in "abcd"}
            assert palette["z"] != palette["t"]
            assert list(palette) == list(ROLES)
