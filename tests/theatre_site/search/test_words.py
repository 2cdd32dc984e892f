"""Words as the search knows them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from theatre_site.search.terms import Term, terms_of
from theatre_site.search.words import LONGEST_WORD, forms, key, plain_text, readings, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ёлкой", "елке"),
        ("Ґанок", "ганку"),
        ("ґудзики", "ґудзика"),
        ("п'єсами", "п’єса"),
        ("пʼєсу", "п'єси"),
        ("сім’ю", "сім'ї"),
        ("спектаклями", "Спектакль"),
        ("виставою", "вистави"),
        ("дітьми", "дитину"),
        ("мастер-классах", "мастер-класс"),
        ("майстер‑класом", "майстер-клас"),  # with a hyphen that does not break
        ("за\u0301мок", "замка"),  # with a stress mark
        ("ре\u00adви\u00adзор", "ревизору"),  # with soft hyphens
        ("Якименко", "якименко"),
    ],
)
def test_two_forms_of_a_word_meet(one, other):
    assert readings(one)[0] & readings(other)[0]


def test_a_word_of_both_languages_is_kept_under_the_forms_of_both():
    assert forms("злого") == {"злой", "злий"}
    assert forms("гори") == {"гора", "гореть", "горіти", "гори"}


def test_a_hyphenated_word_is_kept_whole_and_by_part():
    whole, *parts = readings("мастер-классом")

    assert whole == {"мастеркласс"}
    assert [set(part) for part in parts] == [{"мастер"}, {"класс"}]


def test_digits_and_latin_letters_are_kept():
    assert tokens("ТЮЗ-2013 в 15:00, Arts VEGA 6+") == ["ТЮЗ-2013", "в", "15", "00", "Arts", "VEGA", "6"]
    assert [set(reading) for reading in readings("VEGA")] == [{"vega"}]
    assert readings("2013")[0] == {"2013"}


def test_keys_hold_letters_and_digits_only():
    strange = "а' б’в-г \\ \x00 \ud800 'x':1A & | ! <-> ); drop table news_post; --"

    found = [form for token in tokens(strange) for reading in readings(token) for form in reading]
    assert all(form.isalnum() for form in found)
    assert len(key("ы" * 10_000)) == LONGEST_WORD


def test_markup_is_no_word_and_does_not_cut_one():
    assert plain_text("<p>Р<b>евизор</b></p><p>Гоголя &amp; <a href='/x'>театр</a></p>") == "Ревизор Гоголя & театр"


def test_prepositions_count_only_alone():
    assert terms_of("о сказке и в театре") == [*terms_of("сказке"), *terms_of("театре")]
    assert terms_of("в") == [Term(forms("в"))]
    assert terms_of("!!! — …") == []


def test_a_query_is_words_and_signs_of_our_own():
    assert str(terms_of("театр' | !зал")[0]) == "(('театр'))"
    assert str(terms_of("мастер-класс")[0]) == "(('мастеркласс') | ('мастер') & ('класс'))"


def test_dictionaries_are_opened_when_first_asked_for_and_once():
    script = """if True:
        from theatre_site import local_defaults; local_defaults.fill_in()
        import django; django.setup()
        from theatre_site.search.words import analyzer, forms
        print(analyzer.cache_info().misses)
        for word in ("спектаклями", "виставами", "казками"): forms(word)
        print(analyzer.cache_info().misses)
    """
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "theatre_site.settings"}
    done = subprocess.run([sys.executable, "-c", script], cwd=settings.BASE_DIR, capture_output=True, env=environment)

    assert done.stdout.split() == [b"0", b"2"]


@pytest.mark.parametrize("text", ["ʼ", "\u0301", "\u00ad", "ʼ – ʼ"])
def test_a_mark_that_stands_alone_is_no_word(text):
    assert tokens(text) == []
    assert terms_of(text) == []
