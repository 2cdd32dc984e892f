"""Words as the search knows them: dictionary forms of both languages, spelled so that what people confuse is equal.

«ёлке» is kept under «елка», «з ґанку» under «ганок», “п’єсами” under «пєса» whichever apostrophe it has, a word
that both languages know under the forms of both, «мастер-класс» whole («мастеркласс») and by part.
"""

import re
from functools import cache, lru_cache
from html import unescape
from unicodedata import normalize

import pymorphy3

from theatre_site.languages import LANGUAGE_CODES

LONGEST_WORD = 64
REMEMBERED_WORDS = 50_000
MOST_READINGS = 4

STRESS, SOFT_HYPHEN = "\u0301", "\u00ad"
APOSTROPHES = "'’ʼ‘`′"
HYPHENS = "-‐‑"
LETTERS = rf"(?:[^\W_]++|[{STRESS}{SOFT_HYPHEN}])++"
TOKEN = re.compile(rf"{LETTERS}(?:[{re.escape(APOSTROPHES + HYPHENS)}]{LETTERS})*")

SPELLING = str.maketrans(
    {"ё": "е", "ґ": "г", STRESS: None, SOFT_HYPHEN: None}
    | dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
)
KEY = str.maketrans({"ё": "е", "ґ": "г", "'": None, "-": None, "’": None})

CYRILLIC = re.compile("[а-яіїєґ]")
NOT_RUSSIAN = re.compile("[іїєґ']")
NOT_UKRAINIAN = re.compile("[ыэъё]")
STANDS_FOR_TWO = {"ru": "е", "uk": "г"}  # for itself and for ё, for itself and for ґ
FUNCTION_WORDS = {"PREP", "CONJ", "PRCL"}

INLINE_TAG = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


@cache
def analyzer(language):
    """The dictionary of a language, opened when it is first asked for: 0.2 seconds, once a process."""
    return pymorphy3.MorphAnalyzer(lang=language)


def plain_text(html):
    """The words of a text with markup, one space between two."""
    return " ".join(unescape(TAG.sub(" ", INLINE_TAG.sub("", html))).split())


def tokens(text):
    """The words of a text as they stand in it. An apostrophe that stands alone counts as a letter and is no word."""
    return [token for token in TOKEN.findall(normalize("NFC", text)) if key(token)]


def spelled(token):
    """In small letters, ё as е and ґ as г, with one kind of apostrophe and of hyphen."""
    return token.lower().translate(SPELLING)[:LONGEST_WORD]


def key(word):
    """How a dictionary form is kept: letters and digits only, so that no query can hold anything else."""
    return spelled(word).translate(KEY)


@lru_cache(REMEMBERED_WORDS)
def readings(token):
    """The word's dictionary forms; of a hyphenated one those of the whole, then those of each part."""
    word = spelled(token)
    parts = word.split("-")
    return (forms(word), *(forms(part) for part in parts if len(parts) > 1))


@lru_cache(REMEMBERED_WORDS)
def forms(word):
    """The dictionary forms of a spelled word: of each language that knows it, guessed where none does."""
    if not CYRILLIC.search(word):
        return frozenset([key(word)])
    known = [parse for language in languages_that_know(word) for parse in parses(language, word)]
    guessed = known or [parse for language in possible_languages(word) for parse in parses(language, word)]
    return frozenset(key(parse.normal_form) for parse in guessed) or frozenset([key(word)])


def parses(language, word):
    return analyzer(language).parse(word)[: None if is_in_dictionary(language, word) else MOST_READINGS]


def possible_languages(word):
    """By its letters alone; both for a word that mixes them."""
    possible = {"ru": not NOT_RUSSIAN.search(word), "uk": not NOT_UKRAINIAN.search(word)}
    return [language for language, fits in possible.items() if fits] or list(possible)


def languages_that_know(word):
    return [language for language in possible_languages(word) if is_in_dictionary(language, word)]


def is_in_dictionary(language, word):
    return analyzer(language).word_is_known(word)


def in_a_dictionary(words):
    """Those that are in one of the dictionaries. Of hundreds of words most are looked up exactly, which is quick: only
    a word with a letter that may stand for another takes longer."""
    return set().union(*(known_in(language, words) for language in LANGUAGE_CODES))


def known_in(language, words):
    there, letter = analyzer(language).dictionary.words, STANDS_FOR_TWO[language]
    return {word for word in words if word in there or (letter in word and is_in_dictionary(language, word))}


@lru_cache(REMEMBERED_WORDS)
def is_function_word(token):
    """A preposition, a conjunction, a particle: nobody looks for it alone."""
    word = spelled(token)
    return any(parses(language, word)[0].tag.POS in FUNCTION_WORDS for language in languages_that_know(word))
