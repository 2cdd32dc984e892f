from base64 import b64encode
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.template.loader import render_to_string

from theatre_site.posters import poster_svg
from theatre_site.posters.specimens import TITLES

FONTS = ["rubik-cyrillic", "rubik-latin", "piazzolla-900"]


class Command(BaseCommand):
    help = "Draws the titles that are hardest to set on one sheet, to look at in a browser"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the HTML file to write")

    def handle(self, *, file, **options):
        posters = [
            poster_svg(title, f"{number}-{title}", audience, standalone=True)
            for number, (title, audience) in enumerate(TITLES)
        ]
        file.write_text(render_to_string("poster_sheet.html", {"posters": posters, "fonts": embedded_fonts()}))
        self.stdout.write(f"{len(posters)} posters: {file}")


def embedded_fonts():
    """{name: data}, so that the sheet is one file."""
    folder = settings.BASE_DIR / "static" / "fonts"
    return {name.replace("-", "_"): b64encode((folder / f"{name}.woff2").read_bytes()).decode() for name in FONTS}
