"""An import in the history of texts."""

import pytest
import reversion
from reversion.models import Revision

from news.resources import PostResource
from tests.exchange import counts, csv_file, import_file, try_file
from tests.factories import create_editor, create_post, create_rubric

HEADERS = ["slug", "title_ru", "rubric"]


@pytest.fixture
def site(db):
    create_post(slug="old", rubric=create_rubric(name_ru="Новости"))


def revisions():
    return [
        (revision.comment, {version.object_repr for version in revision.version_set.all()})
        for revision in Revision.objects.order_by("pk")
    ]


def test_an_import_is_one_revision_of_all_changed_rows(site):
    editor = create_editor()

    import_file(PostResource, csv_file(HEADERS, ["new", "Новое", "Новости"], ["old", "Иначе", "Новости"]), editor)

    assert revisions() == [("Загружено из файла «list.csv»", {"Новое", "Иначе"})]


def test_what_was_only_tried_out_or_refused_is_no_revision_even_if_the_request_is_one(site):
    good, bad = ["new", "Новое", "Новости"], ["other", "Плохое", "Нет такой"]
    with reversion.create_revision():
        assert counts(try_file(PostResource, csv_file(HEADERS, good))) == (1, 0, 0)
    with reversion.create_revision():
        assert import_file(PostResource, csv_file(HEADERS, good, bad)).refused == 1

    assert revisions() == []


def test_within_a_request_that_is_a_revision_it_is_the_same_one(site):
    with reversion.create_revision():
        import_file(PostResource, csv_file(HEADERS, ["new", "Новое", "Новости"]))

    assert revisions() == [("Загружено из файла «list.csv»", {"Новое"})]
