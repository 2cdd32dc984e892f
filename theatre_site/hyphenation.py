"""Soft hyphens at syllables in words that are too long for a line. Works on finished HTML, only on its text.

For the version for the visually impaired, where a line of a phone holds few letters. Words that fit stay as they
are: a word that is cut in two is harder to read.
"""

import re
from functools import lru_cache

import pyphen

from theatre_site.typography import MARKUP, NO_BREAK_SPACE

SOFT_HYPHEN = "\u00ad"
VOWELS = set("аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ")
WORD = re.compile(r"[а-яёіїєґʼ\u0301]+", re.IGNORECASE)
GLUED = re.compile(rf"[^\s<>]+(?:{NO_BREAK_SPACE}[^\s<>]+)+")
# an e-mail or web address has no syllables, but joints
ADDRESS = re.compile(r"(?<![\w&])[\w.+/-]*\w(?:@|\.(?=[a-z]{2})|/)[\w./@-]+", re.ASCII)
JOINT = re.compile(r"(?<=[@./])(?=\w)")
ONLY_RUSSIAN, ONLY_UKRAINIAN = set("ыэъё"), set("іїєґ")


def hyphenated(html, language, longest):
    """`longest`: how many letters fit into a line. `language` is that of the page; a word may show another."""
    pieces = MARKUP.split(html)
    pieces[::2] = (hyphenated_text(text, language, longest) for text in pieces[::2])
    return "".join(pieces)


def hyphenated_text(text, language, longest):
    if len(text) <= longest:
        return text
    text = GLUED.sub(lambda found: unglued(found[0], longest), text)
    text = ADDRESS.sub(lambda found: jointed(found[0], longest), text)
    return WORD.sub(lambda found: found[0] if len(found[0]) <= longest else in_syllables(found[0], language), text)


def unglued(words, longest):
    """Words that must not part may, if they do not fit into a line together."""
    return words if len(words) <= longest else words.replace(NO_BREAK_SPACE, " ")


def jointed(address, longest):
    return address if len(address) <= longest else JOINT.sub("<wbr>", address)


@lru_cache(maxsize=20_000)
def in_syllables(word, language):
    pieces = dictionary(language_of(word, language)).inserted(word, SOFT_HYPHEN).split(SOFT_HYPHEN)
    return SOFT_HYPHEN.join(with_vowels(pieces))


def with_vowels(pieces):
    """The dictionaries cut consonants off alone (те-а-т-р): such a piece joins the one before it."""
    joined = []
    for piece in pieces:
        if joined and (not VOWELS & set(piece) or piece[0] in "ьЬъЪʼ" or joined[-1][-1] == "ʼ"):
            joined[-1] += piece
        else:
            joined.append(piece)
    if len(joined) > 1 and not VOWELS & set(joined[0]):
        joined[:2] = ["".join(joined[:2])]
    return joined


def language_of(word, page_language):
    letters = set(word.lower())
    if letters & ONLY_UKRAINIAN:
        return "uk"
    return "ru" if letters & ONLY_RUSSIAN else page_language


@lru_cache(maxsize=2)
def dictionary(language):
    return pyphen.Pyphen(lang=language)
