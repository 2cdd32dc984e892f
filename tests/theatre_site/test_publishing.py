"""What the public may see. The same rule holds for posts, pages, productions, people and festival editions."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone, translation

from news.models import Post
from repertoire.models import Production
from tests.factories import (
    create_credit,
    create_edition,
    create_page,
    create_performance,
    create_person,
    create_post,
    create_production,
    days_from_now,
    moment,
)
from theatre_site.models import Page

MAKERS = [create_post, create_page, create_production, create_person, create_edition]
PAST, FUTURE = -1, 1
MOMENTS = [
    # publish_at, unpublish_at, is the public to see it?
    (PAST, None, True),
    (PAST, FUTURE, True),
    (FUTURE, None, False),
    (FUTURE, FUTURE + 1, False),
    (PAST - 1, PAST, False),
]


def from_now(days):
    return None if days is None else days_from_now(days)


def rows_at_all_moments(create):
    """{row: may the public see it?} for every status at every moment."""
    return {
        create(status=status, publish_at=from_now(begin), unpublish_at=from_now(end)): status == "published" and seen
        for status in Post.Status
        for begin, end, seen in MOMENTS
    }


@pytest.mark.parametrize("create", MAKERS)
def test_public_means_published_begun_and_not_yet_ended(db, create):
    rows = rows_at_all_moments(create)
    model = type(next(iter(rows)))

    assert set(model.objects.published()) == {row for row, seen in rows.items() if seen}
    assert {row: row.is_public for row in rows} == rows
    assert sum(rows.values()) == 2


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("create", MAKERS)
def test_what_is_not_public_has_no_page(client, db, create, language):
    rows = rows_at_all_moments(create)
    with translation.override(language):
        answers = {row: client.get(row.get_absolute_url()).status_code for row in rows}

    assert answers == {row: 200 if seen else 404 for row, seen in rows.items()}


def test_a_post_comes_and_goes_by_itself_to_the_second(db, at):
    create_post(publish_at=moment(2026, 11, 21, 9), unpublish_at=moment(2026, 11, 22, 18))
    seen = {}
    for words in ("2026-11-21 08:59:59", "2026-11-21 09:00", "2026-11-22 17:59:59", "2026-11-22 18:00"):
        at(words)
        seen[words] = Post.objects.published().count()
        assert Post.objects.get().is_public == bool(seen[words])

    assert list(seen.values()) == [0, 1, 1, 0]


def test_the_rule_is_part_of_the_query(db, django_assert_num_queries):
    for _ in range(3):
        create_post(status="draft")

    with django_assert_num_queries(1):
        assert not list(Post.objects.published())


def test_the_rule_reaches_over_a_relation(db):
    hidden = create_production(publish_at=days_from_now(1))
    create_performance(production=hidden)
    shown = create_performance(production=create_production(unpublish_at=days_from_now(1)))
    performances = type(shown).objects

    assert list(performances.filter(Production.published_condition("production__"))) == [shown]


def test_a_new_row_is_a_draft(db):
    assert Page(title_ru="Новая", slug="new").status == "draft"


def test_an_end_before_the_beginning_is_refused_with_a_word_beside_its_field(db):
    page = create_page()
    page.unpublish_at = page.publish_at

    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert "unpublish_at" in error.value.message_dict


@pytest.mark.parametrize("create", MAKERS)
def test_an_end_before_the_beginning_is_refused_by_the_database(db, create):
    now = timezone.now()

    with pytest.raises(IntegrityError, match="ends_after_it_begins"):
        create(publish_at=now, unpublish_at=now - timedelta(seconds=1))


def test_a_person_with_credits_in_hidden_productions_names_the_public_ones_only(client, db):
    person = create_person()
    create_credit(person=person, production=create_production(title_ru="Видимый"))
    create_credit(person=person, production=create_production(title_ru="Черновик", status="draft"))
    page = client.get(person.get_absolute_url()).content.decode()

    assert "Видимый" in page
    assert "Черновик" not in page
