"""Where a long word may be broken: between two syllables, and nowhere else."""

import re
from functools import cache

UKRAINIAN, LATIN = re.compile("[іїєґ]"), re.compile("[a-z]")
VOWELS = "аеёиоуыэюяіїєaeiouy"
VOWEL = re.compile(f"[{VOWELS}]")
# no syllable begins like this: with й, ь or ъ, or with a vowel that is torn from its consonant
TORN = re.compile(f"[йьъ]|(?<=[^{VOWELS}йьъ'])[{VOWELS}]")
# for the dictionaries, letter by letter
PLAIN = str.maketrans("ёʼ’", "е''")


def syllables(word):
    """["при", "клю", "че", "ния"]; the word alone where the dictionaries know no break."""
    plain = word.lower().translate(PLAIN)
    places = [0]
    for place in dictionary(language_of(plain)).positions(plain):
        # the patterns alone would sometimes leave a consonant by itself
        if VOWEL.search(plain, places[-1], place) and VOWEL.search(plain, place) and not TORN.match(plain, place):
            places.append(place)
    return [word[start:end] for start, end in zip(places, [*places[1:], None], strict=True)]


def language_of(word):
    if UKRAINIAN.search(word):
        return "uk_UA"
    return "en_US" if LATIN.search(word) else "ru_RU"


@cache
def dictionary(language):
    import pyphen  # most titles never need it

    return pyphen.Pyphen(lang=language)
