from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from news.importing import Import
from news.importing.posts import REFUSED
from theatre_site.exchange.tables import FileProblem


class Command(BaseCommand):
    help = "Takes over posts of an earlier site from CSV or JSON. Tries it out only, unless --write is given."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--pictures", type=Path, help="their folder; else “pictures” beside the file")
        parser.add_argument("--rubric", default="", help="for rows that name none")
        parser.add_argument("--make-rubrics", action="store_true", help="make those that are not there")
        parser.add_argument("--write", action="store_true", help="do it, if no row is refused")
        parser.add_argument("--skip-refused", action="store_true", help="write all other rows")

    def handle(self, *, file, pictures, rubric, make_rubrics, write, skip_refused, **options):
        with translation.override("en"):
            try:
                posts = Import(
                    file, pictures=pictures or file.parent / "pictures", rubric=rubric, make_rubrics=make_rubrics
                )
            except OSError as reason:
                raise CommandError(f"{file} cannot be read: {reason.strerror}.") from reason
            except FileProblem as problem:
                raise CommandError(" ".join(problem.messages)) from problem
            self.report(posts)
            if not write:
                self.stdout.write("Nothing was written; say --write.")
            elif posts.refused and not skip_refused:
                raise CommandError("Nothing was written: mend the refused rows, or say --skip-refused.")
            else:
                posts.write()
                self.stdout.write("Written.")

    def report(self, posts):
        for row, outcome, changed, kept in posts.outcomes:
            self.stdout.write(f"{row.number}: {' · '.join(sentences(row, outcome, changed, kept))}")
        counted = Counter(outcome for _row, outcome, *_ in posts.outcomes)
        self.stdout.write(", ".join(f"{number} {outcome}" for outcome, number in counted.items()) + ".")


def sentences(row, outcome, changed, kept):
    yield f"{outcome} {row.source or ''}".strip()
    if outcome == REFUSED:
        yield from row.refusals or ["The other language of this post is refused."]
    elif outcome == "changed":
        yield ", ".join(changed)
    if kept:
        yield f"kept as it was edited here: {', '.join(kept)}"
    yield from row.notes
