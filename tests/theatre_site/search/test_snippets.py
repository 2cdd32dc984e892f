"""The found words are marked; nothing of a text is ever markup."""

import pytest

from theatre_site.search import snippets
from theatre_site.search.snippets import SNIPPET, IsFound
from theatre_site.search.terms import terms_of


def words(query):
    return IsFound(frozenset().union(*(term.forms for term in terms_of(query))))


def marked(text, is_found):
    return snippets.marked(text, snippets.places_in(text, is_found))


def snippet(text, is_found):
    return snippets.snippet(text, snippets.places_in(text, is_found))


def test_every_form_of_a_word_is_marked():
    assert marked("Спектакль, спектаклем; спектаклю!", words("спектакли")) == (
        "<mark>Спектакль</mark>, <mark>спектаклем</mark>; <mark>спектаклю</mark>!"
    )


def test_a_text_is_escaped_whether_it_is_marked_or_not():
    assert marked("<b>театр</b> & <script>театр</script>", words("театр")) == (
        "&lt;b&gt;<mark>театр</mark>&lt;/b&gt; &amp; &lt;script&gt;<mark>театр</mark>&lt;/script&gt;"
    )
    assert marked("</mark><img src=x onerror=alert(1)>", words("src")) == (
        "&lt;/mark&gt;&lt;img <mark>src</mark>=x onerror=alert(1)&gt;"
    )


def test_a_snippet_stands_where_most_of_the_words_are():
    text = "Театр. " + "слово " * 100 + "В театре играют сказку о царе. " + "слово " * 100
    found = snippet(text, words("театр сказка царь"))

    assert found.count("<mark>") == 3
    assert found.startswith("…слово")
    assert found.endswith("слово…")


def test_a_short_text_is_shown_whole():
    assert snippet("В театре тихо", words("театр")) == "В <mark>театре</mark> тихо"


@pytest.mark.parametrize("text", ["", "слово " * 500, "с" * 5000, "театр" + "с" * 5000, "с" * 5000 + " театр"])
def test_a_snippet_is_never_long(text):
    assert len(snippet(text, words("театр"))) <= SNIPPET + 70


def test_the_beginning_is_shown_if_the_words_stand_elsewhere():
    assert snippet("Первое предложение. " + "слово " * 100, words("театр")).startswith("Первое предложение.")
