"""Slips of the fingers: one letter wrong, missing, doubled or swapped, or the keyboard in another language.

Asked only when nothing was found. A guess is a word that occurs in our texts, in whatever form.
"""

import re

from .known_words import known
from .layouts import in_other_layouts
from .words import CYRILLIC, forms, in_a_dictionary, key, readings, tokens

SHORTEST, LONGEST = 4, 20
MOST_WRONG_WORDS = 3
MOST_GUESSES = 3

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяієї"
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Letters that people mix up because one language writes them so and the other so, or because they sound alike.
ALIKE = ["иіыїй", "еєэ", "гх", "оа", "сз", "тд", "бп", "шщ", "ьъ"]
ONE_WORD = re.compile(r"[^\W\d_]+")


def meant(text):
    """Other texts that may have been meant, the likeliest first; none if every word of this one occurs."""
    chunks = list(dict.fromkeys(text.split()))
    wrong = wrong_ones({chunk: keys_of(chunk) for chunk in chunks})
    guesses = guesses_that_occur(wrong) if len(wrong) <= MOST_WRONG_WORDS else {}
    for number in range(max(map(len, guesses.values()), default=0)):
        yield " ".join(chosen(guesses.get(chunk), number) or chunk for chunk in text.split())


def chosen(guesses, number):
    return guesses[min(number, len(guesses) - 1)] if guesses else None


def guesses_that_occur(chunks):
    """{chunk: [guess, …]}, with one query for all of them."""
    guesses = {chunk: guesses_for(chunk) for chunk in chunks}
    there = occurring({guess: words for each in guesses.values() for guess, words in each.items()})
    return {chunk: [guess for guess in each if guess in there][:MOST_GUESSES] for chunk, each in guesses.items()}


def wrong_ones(keys):
    right = occurring(keys)
    return [word for word in keys if word not in right]


def occurring(keys):
    """Those texts of {text: [the keys of each of its words]} of which every word occurs."""
    there = known(set().union(*(each for words in keys.values() for each in words)))
    return {text for text, words in keys.items() if not any(map(there.isdisjoint, words))}


def guesses_for(chunk):
    """{guess: [keys of each word]}, the likeliest first."""
    guesses = {other: keys_of(other) for other in in_other_layouts(chunk) if tokens(other)}
    word = key(chunk)
    if ONE_WORD.fullmatch(word) and SHORTEST <= len(word) <= LONGEST:
        guesses |= keys_of_variants(variants(word))
    return guesses


def keys_of(text):
    return [{key(token)}.union(*readings(token)) for token in tokens(text)]


def keys_of_variants(words):
    """Most variants are no words at all, and to guess their forms would take long."""
    known = in_a_dictionary(words)
    return {word: [{word, *forms(word)} if word in known else {word}] for word in words}


def variants(word):
    """All words that are one slip away, each once, the likeliest slip first. The first letter is seldom wrong."""
    places = [*range(1, len(word)), 0]
    letters = LETTERS if CYRILLIC.search(word) else LATIN_LETTERS
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places if i + 1 < len(word))
    once = (word[:i] + word[i + 1 :] for i in places if word[i] == word[i - 1])
    twice = (word[: i + 1] + word[i:] for i in places)
    alike = (word[:i] + other + word[i + 1 :] for i in places for other in alike_to(word[i]))
    missing = (word[:i] + letter + word[i:] for i in [*places, len(word)] for letter in letters)
    wrong = (word[:i] + letter + word[i + 1 :] for i in places for letter in letters)
    extra = (word[:i] + word[i + 1 :] for i in places)
    found = dict.fromkeys(other for slip in (swapped, once, twice, alike, missing, wrong, extra) for other in slip)
    found.pop(word, None)
    return list(found)


def alike_to(letter):
    return [other for group in ALIKE if letter in group for other in group if other != letter]
