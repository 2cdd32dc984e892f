import json

import pytest

from .running import ROW, as_csv


@pytest.fixture(autouse=True)
def rubric(db):
    from tests.factories import create_rubric  # Django is not yet open when pytest reads this file

    return create_rubric(slug="news", name_ru="Новости", name_uk="Новини")


@pytest.fixture
def file(tmp_path):
    """Writes rows into a file and says where it is."""

    def write(*rows, name="posts.csv", encoding="utf-8"):
        path = tmp_path / name
        rows = [{**ROW, **row} for row in rows]
        path.write_text(as_csv(rows) if name.endswith("csv") else json.dumps(rows, ensure_ascii=False), encoding)
        return path

    return write
