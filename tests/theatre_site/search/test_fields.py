"""The vector of a row follows its texts, whatever the door."""

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection

from news.models import Post
from repertoire.models import Performance, Production
from tests.factories import create_performance, create_post, create_production, create_rubric, days_from_now, moment
from theatre_site.search import find
from theatre_site.views import SEARCHED

EMPTY = {"title_uk": "", "lead_ru": "", "lead_uk": ""}


def vector(row):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT search::text FROM {row._meta.db_table} WHERE id = %s", [row.pk])
        return cursor.fetchone()[0]


def unsaved_post(**fields):
    return Post(**{"slug": "new", "rubric": create_rubric(), "publish_at": days_from_now(-1), **fields})


def test_the_title_weighs_more_than_the_lead_and_the_lead_more_than_the_text(db):
    post = create_post(
        title_ru="Ревизор", title_uk="", lead_ru="Буфет", lead_uk="", body_ru="<p>Полный <b>у</b>спех</p>"
    )

    assert vector(post) == "'буфет':2B 'полный':3C 'ревизор':1A 'успех':4C"


def test_both_languages_are_in_one_vector(db):
    assert vector(create_post(**EMPTY | {"title_ru": "Ёлка", "title_uk": "Ялинка"})) == "'елка':1A 'ялинка':2A"


def test_every_door_writes_it(db):
    saved = create_post(**EMPTY, title_ru="Старое")
    saved.title_ru = "Спектаклями"
    saved.save()
    made = unsaved_post(title_ru="Спектаклями")
    Post.objects.bulk_create([made])
    updated = create_post(**EMPTY, title_ru="Старое")
    updated.title_ru = "Спектаклями"
    Post.objects.bulk_update([updated], ["title_ru", "search"])

    assert {vector(saved), vector(made), vector(updated)} == {"'спектакль':1A"}


def test_what_is_brought_back_from_the_history_or_a_fixture_is_found_too(db):
    post = create_post(**EMPTY, title_ru="Спектаклями")
    kept = serializers.serialize("json", [post])
    Post.objects.filter(pk=post.pk).update(title_ru="Другое", search=None)
    for restored in serializers.deserialize("json", kept):
        restored.save()

    assert '"search"' not in kept
    assert vector(post) == "'спектакль':1A"


def test_a_row_that_was_loaded_in_part_keeps_all_its_words(db):
    post = create_post(**EMPTY, title_ru="Спектакль", body_ru="<p>Секрет</p>")
    part = Post.objects.defer("body_ru").get(pk=post.pk)
    part.title_ru = "Ревизор"
    part.save()

    assert vector(post) == "'ревизор':1A 'секрет':2C"


def test_no_query_brings_the_vector_back(db, django_assert_num_queries):
    create_performance()
    with django_assert_num_queries(1) as queries:
        (shown,) = Performance.objects.public()
    sql = queries.captured_queries[0]["sql"]

    assert '."search"' not in sql
    assert shown.production.title_ru == "Ревизор"


def test_a_date_is_found_by_its_day_in_both_languages(db):
    day = create_performance(starts_at=moment(2026, 12, 5, 15))

    assert "5 декабря 2026, Суббота; 5 грудня 2026, Субота".lower() == day.day_in_words.lower()
    for query in ("ревизор 5 декабря", "ревизор в субботу", "ревізор грудень"):
        assert find(SEARCHED, query).total(kind_named("dates")) == 1


def kind_named(name):
    return next(kind for kind in SEARCHED if kind.name == name)


def test_a_renamed_play_renames_its_dates(db):
    play = create_production(title_ru="Старое", title_uk="")
    create_performance(production=play)
    play.title_ru = "Женитьба"
    play.save()

    assert find(SEARCHED, "женитьбой").total(kind_named("dates")) == 1
    assert not find(SEARCHED, "старое")


def test_reindexing_writes_all_or_only_what_is_missing(db, capsys):
    changed, new = create_production(), create_production(slug="x")
    Production.objects.filter(pk=changed.pk).update(title_ru="Женитьба", title_uk="")
    Production.objects.filter(pk=new.pk).update(title_ru="Женитьба", title_uk="", search=None)
    before = Production.objects.values_list("updated_at", flat=True).order_by("pk")
    was = list(before)
    call_command("reindex_search", missing=True)
    after_missing = vector(changed), vector(new)
    call_command("reindex_search")

    assert after_missing == ("'ревизор':1A 'ревізор':2A", "'женитьба':1A")
    assert vector(changed) == vector(new) == "'женитьба':1A"
    assert list(before.all()) == was
    assert "repertoire.Production: 2 of 2" in capsys.readouterr().out


def test_reindexing_takes_no_other_words(db):
    with pytest.raises(CommandError):
        call_command("reindex_search", "everything")


def test_the_longest_text_is_indexed(db):
    text = "<p>" + " ".join(f"слово{number} театр" for number in range(20_000)) + "</p>"
    post = create_post(**EMPTY, title_ru="Роман", body_ru=text)

    assert find(SEARCHED, "слово19999").text == "слово19999"
    assert find(SEARCHED, "слово19999").total(kind_named("news")) == 1
    assert vector(post).count("'театр':") == 1
