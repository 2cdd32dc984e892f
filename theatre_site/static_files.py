"""Static files in production: one stylesheet instead of fifty, names with a hash, compressed copies.

In development the browser follows the @imports of the stylesheets by itself and none of this runs.
"""

import re
from posixpath import dirname, join, normpath, relpath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# the look, the one that the version for the visually impaired loads instead, and the office
STYLESHEETS = ("css/site.css", "css/vision.css", "css/admin.css")
OUR_FOLDERS = ("css/", "fonts/", "img/", "js/")
# CKEditor finds its parts by fixed addresses under CKEDITOR_BASEPATH, and only editors ever load them
EDITOR = "ckeditor/"

IMPORT = re.compile(r'@import url\("(?P<address>[^"]+)"\)(?: layer\((?P<layer>\w+)\))?(?: (?P<media>\w+))?;')
ADDRESS = re.compile(r'url\("(?P<address>\.[^"]*)"\)')
STRING = r'"[^"\n]*"'
COMMENT = re.compile(rf"(?P<string>{STRING})|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"(?P<string>{STRING})|\s*(?P<mark>[{{}};,])\s*|\s+")


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    keep_only_hashed_files = True  # pages ask for no others; compressing both would take twice as long

    def post_process(self, paths, dry_run=False, **options):
        if dry_run:
            return
        paths = {name: source for name, source in paths.items() if not name.startswith(EDITOR)}
        self.join_stylesheets(paths)
        yield from super().post_process(paths, **options)

    def join_stylesheets(self, paths):
        """Puts the joined stylesheets in the place of those that import, and their parts out of the way."""
        joined = {
            name: joined_stylesheet(name, lambda part: read(*paths[part])) for name in STYLESHEETS if name in paths
        }
        parts = {part for css, its_parts in joined.values() for part in its_parts}
        for name in (*joined, *parts):
            self.delete(name)
        for name in parts:
            del paths[name]
        for name, (css, _parts) in joined.items():
            self.save(name, ContentFile(without_comments_and_spaces(css).encode()))
            paths[name] = (self, name)

    def stored_name(self, name):
        return name if name.startswith(EDITOR) else super().stored_name(name)

    def hashed_name(self, name, content=None, filename=None):
        """Somebody else's stylesheet may name a file that does not exist, ours may not."""
        try:
            return super().hashed_name(name, content, filename)
        except ValueError:
            if name.startswith(OUR_FOLDERS):
                raise
            return name


def read(storage, name):
    with storage.open(name) as file:
        return file.read().decode()


def joined_stylesheet(name, read):
    """The stylesheet with every @import replaced by what it imports, and the names of the imported parts."""
    parts = []

    def imported(found):
        part = normpath(join(dirname(name), found["address"]))
        parts.append(part)
        css = with_addresses_from(dirname(name), read(part), part)
        for condition in (found["layer"] and f"@layer {found['layer']}", found["media"] and f"@media {found['media']}"):
            css = f"{condition} {{\n{css}}}\n" if condition else css
        return css

    return IMPORT.sub(imported, read(name)), parts


def with_addresses_from(folder, css, part):
    """A part's relative addresses as seen from the folder of the stylesheet that it goes into."""

    def moved(found):
        return f'url("{relpath(normpath(join(dirname(part), found["address"])), folder)}")'

    return ADDRESS.sub(moved, css)


def without_comments_and_spaces(css):
    """Only what is safe without understanding CSS: comments, line breaks, spaces round { } ; and commas."""
    css = COMMENT.sub(lambda found: found["string"] or "", css)
    css = SPACE.sub(lambda found: found["string"] or found["mark"] or " ", css)
    return css.replace(";}", "}").strip()
