"""`manage.py import_posts`, as docs/import.md has it: its files, its words, where old addresses lead."""

import csv
import io

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

EXAMPLE = settings.BASE_DIR / "docs" / "import-example"
ROW = {"source": "/node/5", "language": "ru", "title": "Старое", "date": "2011-10-05", "rubric": "news"}


def as_csv(rows):
    content = io.StringIO()
    table = csv.DictWriter(content, list(dict.fromkeys(name for row in rows for name in row)))
    table.writeheader()
    table.writerows(rows)
    return content.getvalue()


def run(path, *options, write=True):
    """What it has said, line by line."""
    output = io.StringIO()
    call_command("import_posts", path, *options, *(["--write"] if write else []), stdout=output)
    return output.getvalue().splitlines()


def refused(path, *options):
    output = io.StringIO()
    with pytest.raises(CommandError) as problem:
        call_command("import_posts", path, "--write", *options, stdout=output)
    return [*output.getvalue().splitlines(), str(problem.value)]


def way(client, address):
    return client.get(address, follow=True).redirect_chain
