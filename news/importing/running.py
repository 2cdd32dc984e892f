from collections import Counter

from django.core.files.storage import default_storage
from django.db import transaction

from .pictures import Pictures
from .posts import REFUSED, Sheaf
from .reading import read
from .rows import Row, Rubrics


class Import:
    """`outcomes` is [(row, outcome, changed columns, kept columns), …] in the order of the file."""

    def __init__(self, path, *, pictures, rubric="", make_rubrics=False):
        rubrics = Rubrics(rubric, may_make=make_rubrics)
        self.rows = [Row(number, words, rubrics) for number, words in read(path)]
        self.refuse_the_same_source()
        self.pictures = Pictures(pictures)
        by_key = {}
        for row in self.rows:
            by_key.setdefault(row.key, []).append(row)
        self.sheaves = [Sheaf(rows, self.pictures) for rows in by_key.values()]
        self.refuse_the_same_slug()
        outcomes = {row: outcome for sheaf in self.sheaves for row, outcome in sheaf.compare().items()}
        self.outcomes = [(row, *outcomes[row]) for row in self.rows]

    def refuse_the_same_source(self):
        often = Counter(row.source for row in self.rows if row.source)
        for row in self.rows:
            if often[row.source] > 1:
                row.refusals.append(f"The old address {row.source} is there twice.")

    def refuse_the_same_slug(self):
        often = Counter(slug for sheaf in self.sheaves if (slug := sheaf.rows[0].columns.get("slug")))
        for sheaf in self.sheaves:
            if often[sheaf.rows[0].columns.get("slug")] > 1:
                sheaf.refuse("Two posts of the file have this slug.")

    @property
    def refused(self):
        return [row for row, outcome, *_ in self.outcomes if outcome == REFUSED]

    def write(self):
        """All that is not refused, or nothing: files that were laid down before something broke go, too."""
        written = []
        try:
            with transaction.atomic():
                for sheaf in self.sheaves:
                    if not (sheaf.is_refused or sheaf.was_deleted):
                        written.append(sheaf)
                        sheaf.write()
        except BaseException:
            self.throw_away(written)
            raise

    def throw_away(self, written):
        new = [sheaf.post.image for sheaf in written if sheaf.has_new_image]
        for name in [*self.pictures.made, *(image.name for image in new if image and image._committed)]:
            default_storage.delete(name)
