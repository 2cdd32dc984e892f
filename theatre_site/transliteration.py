"""Cyrillic in Latin letters, for addresses: Ukrainian as the Cabinet of Ministers ordered it on 27 January 2010
(No. 55), Russian as it is usually written on signs and in addresses."""

import re

from django.utils.text import slugify

SAME = dict(zip("абвдезклмнопрстуф", "abvdezklmnoprstuf", strict=True))
SAME |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": ""}

UKRAINIAN = SAME | {"г": "h", "ґ": "g", "и": "y", "і": "i", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
RUSSIAN = SAME | {"г": "g", "и": "i", "ё": "yo", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}

# What only the other language has (in names and quotations) is written as the other language writes it.
LETTERS = {"uk": RUSSIAN | UKRAINIAN, "ru": UKRAINIAN | RUSSIAN}

# At the beginning of a word, in the middle, at its end.
SPECIAL = {
    "uk": [(r"\bє", "ye"), (r"\bї", "yi"), (r"\bй", "y"), (r"\bю", "yu"), (r"\bя", "ya"), (r"зг", "zgh")],
    "ru": [(r"[иы]й\b", "y")],
}
APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")


def in_latin(text, language):
    """In lower case; what is not Cyrillic stays as it is."""
    text = APOSTROPHE.sub("", text.lower())
    for pattern, letters in SPECIAL[language]:
        text = re.sub(pattern, letters, text)
    return "".join(LETTERS[language].get(letter, letter) for letter in text)


def slug_of(text, language):
    """“Щедрий вечір” → “shchedryi-vechir”; "" for a text without a letter or a digit."""
    return slugify(in_latin(text, language))
