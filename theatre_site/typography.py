"""What a typesetter does to a line of Russian or Ukrainian: spaces that must not break, ranges, quotes, apostrophes.

Works on finished HTML and touches only its text. Doing it twice changes nothing more.
"""

import re
from functools import lru_cache
from itertools import groupby

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
KEPT_TEXTS = 4_000  # most stand on many pages

SHORT_WORDS = (
    "а в и о у с к я до за на не ни но об от по из со ко во мы вы он то же их её "
    "і й з є та що як ні чи ви ми їх це для при про без над под під від или або все это так"
)
PARTICLES = "бы|ли|же|б|ж"
MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
UNITS = (
    "грн|гривен|гривень|КБ|МБ|%|лет|года?|году|рік|років|року|році|роки|"
    "мин|минут[аы]?|хв|хвилин[аи]?|час|часа|часов|годин[аи]?"
)

# an svg may hold another one; then "svg" ends at the inner end, and "text" keeps what follows it
MARKUP = re.compile(
    r"(<(?:svg|text|script|style|pre|code|textarea)\b.*?</(?:svg|text|script|style|pre|code|textarea)\s*>"
    r"|<!--.*?-->|<[^>]*>)",
    re.DOTALL,
)


def after_short_word():
    """A look back at any short word; `re` wants words of one length in each."""
    by_length = groupby(sorted(SHORT_WORDS.split(), key=len), key=len)
    return "|".join(rf"(?<=(?<![\w’ʼ-])(?i:{'|'.join(words)})[ ])" for length, words in by_length)


# Every alternative begins with the space itself and looks around it: found fast, and one space cannot
# hide the next ("и в лес").
GLUED_SPACE = re.compile(
    rf"""
    [ ](?:
        (?=\S|\Z)(?:{after_short_word()})
      | (?<=\d[ ])(?=(?:{MONTHS}|{UNITS})(?!\w))
      | (?<=№[ ])
      | (?<=[IVX][ ])(?=[А-Яа-яІЇЄҐіїєґ])
      | (?=[—–]\s)
      | (?=(?:{PARTICLES})(?![\w-]))
    )
    """,
    re.VERBOSE,
)
INITIALS = re.compile(r"\b([А-ЯІЇЄҐ]\.) ?([А-ЯІЇЄҐ]\.) ?(?=[А-ЯІЇЄҐ])")
RANGE = re.compile(r"(?<=\d)–(?=\d)")
# only Ukrainian has an apostrophe between a consonant and one of these vowels
APOSTROPHE = re.compile(r"(?<=[бвгґджзклмнпрстфхцчшщ])(?:['’]|&#x27;|&#39;|&rsquo;)(?=[яюєї])", re.IGNORECASE)
# Ukrainian says «о 15:00», but «об 11:00»
AT_ELEVEN = re.compile(r"\b([Оо])(?=[ \u00a0]11:)")
STRAIGHT_QUOTE = r'(?:"|&quot;|&#34;)'
OPENING_QUOTE = re.compile(rf'(?<![^\s(\[—–«„"]){STRAIGHT_QUOTE}(?=[\w«„"&])')
CLOSING_QUOTE = re.compile(rf"(?<=[\w.,!?…»“)%]){STRAIGHT_QUOTE}(?!\w)")


def typographed(html):
    pieces = MARKUP.split(html)
    pieces[::2] = map(typographed_text, pieces[::2])
    return "".join(pieces)


@lru_cache(KEPT_TEXTS)
def typographed_text(text):
    if text.isspace() or not text:
        return text
    text = GLUED_SPACE.sub(NO_BREAK_SPACE, text)
    if "." in text:
        text = INITIALS.sub(rf"\1{NO_BREAK_SPACE}\2{NO_BREAK_SPACE}", text)
    if "–" in text:
        text = RANGE.sub(f"–{WORD_JOINER}", text)
    if "11:" in text:
        text = AT_ELEVEN.sub(r"\1б", text)
    if "'" in text or "’" in text or "&" in text:
        text = APOSTROPHE.sub("ʼ", text)
    if '"' in text or "&quot;" in text or "&#34;" in text:
        text = with_quotes(text)
    return text


def with_quotes(text):
    """« » outside, „ “ inside. Left alone unless every straight quote finds its other half in this text."""
    quoted, opened = replace_all(OPENING_QUOTE, "«", text)
    quoted, closed = replace_all(CLOSING_QUOTE, "»", quoted)
    if opened != closed or re.search(STRAIGHT_QUOTE, quoted):
        return text
    return nested(quoted)


def replace_all(pattern, replacement, text):
    """Again and again, for of two quotes in a row the second is known by the first."""
    total = 0
    while True:
        text, found = pattern.subn(replacement, text)
        if not found:
            return text, total
        total += found


def nested(text):
    depth = 0

    def mark(found):
        nonlocal depth
        if found[0] == "«":
            depth += 1
            return "«" if depth == 1 else "„"
        depth -= 1
        return "»" if depth == 0 else "“"

    return re.sub("[«»]", mark, text)
