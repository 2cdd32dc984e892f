"""How well other forms of a word are found: word_forms.yaml holds texts and what visitors type to find them."""

from theatre_site.search.words import spelled, tokens

from .texts import WORD_FORMS, first_found

QUERIES = [
    (language, row["text"], query) for language, rows in WORD_FORMS.items() for row in rows for query in row["find"]
]


def test_the_set_is_large_and_half_of_it_is_ukrainian():
    ukrainian = [query for language, _text, query in QUERIES if language == "uk"]

    assert len(QUERIES) >= 150
    assert len(ukrainian) * 2 >= len(QUERIES)


def test_no_query_has_a_form_that_its_text_has():
    def long_words(text):
        return {spelled(token) for token in tokens(text) if len(token) > 3}

    same = [(query, word) for _, text, query in QUERIES for word in long_words(query) & long_words(text)]

    assert same == []


def test_at_least_97_of_100_find_their_text_among_the_first_five(texts):
    missed = [(query, text) for _, text, query in QUERIES if texts[text] not in first_found(query)]

    assert len(missed) <= len(QUERIES) * 0.03, missed
