"""What a typesetter mends in a text when it is saved: quotes, dashes, an ellipsis, ranges, the Ukrainian apostrophe.

Spaces that must not break are left to typography.py, which sets them when a page is shown: kept in the database they
would hide "в лес" from every search. Addresses, e-mails, telephone numbers, code and markup are never touched, and
doing it twice changes nothing more.
"""

import re

from theatre_site.typography import MARKUP, MONTHS, UNITS, with_quotes

INLINE = re.compile(r"</?(?:a|em|span|strong|sub|sup)\b")
BREAK = re.compile(r"<br\b")
HOLDER = "\ufffc"  # stands for words that are not looked at

PROTECTED = re.compile(
    r"(https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[a-z-]+)+(?:/\S*)?"
    r"|\+?\d[\d()]*(?:[ \u00a0-]\(?\d+\)?){2,})"
)

DASH = re.compile(
    r"(?<=[^\s\d–—-])([ \u00a0])(?:-{1,3}|–)(?=[ \u00a0]\S)|(?<=\d)([ \u00a0])(?:-{1,3}|–)(?=[ \u00a0][^\W\d])"
)
SPEECH = re.compile(r"^(?:-{1,2}|–)(?=[ \u00a0]\S)", re.MULTILINE)
ELLIPSIS = re.compile(r"(?<![.?!…])\.{3}(?![.…])")
RANGE = re.compile(
    rf"""
    (?<![\w.,:-])(?:
        (\d\d?:\d\d)-(?=\d\d?:\d\d(?![\w:-]))
      | ([12]\d{{3}})-(?=[12]\d{{3}}(?![\w-]))
      | (\d{{1,4}})-(?=\d{{1,4}}[ \u00a0]?(?:{MONTHS}|{UNITS}|гг?\.|рр?\.)(?!\w))
    )""",
    re.VERBOSE,
)
LETTER = "А-Яа-яЁёІіЇїЄєҐґ"
APOSTROPHE = re.compile(rf"(?<=[{LETTER}])['’‘`´](?=[яюєїЯЮЄЇ])")
ENGLISH_QUOTES = re.compile(r"“([^“”„«»]*)”")


def typeset(text, language):
    """A line or lines of plain text."""
    return with_quotes(straight(mended(text, language)))


def typeset_html(html, language):
    """A cleaned text. Quotes find each other over inline tags, within a block."""
    pieces = MARKUP.split(html.replace("&nbsp;", "\u00a0"))
    line = []  # numbers of the pieces that stand in one line, and "\n" between lines
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            pieces[number] = mended_between(pieces, number, language, begins=not line or line[-1] == "\n")
            line.append(number)
        elif BREAK.match(piece):
            line.append("\n")
        elif not INLINE.match(piece):
            set_quotes(pieces, line)
            line = []
    set_quotes(pieces, line)
    return "".join(pieces)


def mended_between(pieces, number, language, *, begins):
    """One piece of text; that words stand before and after it decides about a dash."""
    before = "" if begins else HOLDER
    after = HOLDER if number + 1 < len(pieces) and INLINE.match(pieces[number + 1]) else ""
    text = mended(f"{before}{pieces[number]}{after}", language)
    return text.removeprefix(before).removesuffix(after)


def set_quotes(pieces, line):
    """Every mark keeps its place, so the joined words can be cut where they were."""
    before = "".join(each if isinstance(each, str) else pieces[each] for each in line)
    after = with_quotes(straight(before))
    place = 0
    for each in line:
        length = len(each) if isinstance(each, str) else len(pieces[each])
        if not isinstance(each, str):
            pieces[each] = after[place : place + length]
        place += length


def straight(text):
    return ENGLISH_QUOTES.sub(r'"\1"', text)


def mended(text, language):
    parts = PROTECTED.split(text)
    for number in range(0, len(parts), 2):
        before, after = HOLDER if number else "", HOLDER if number + 1 < len(parts) else ""
        words = mended_words(f"{before}{parts[number]}{after}", language)
        parts[number] = words.removeprefix(before).removesuffix(after)
    return "".join(parts)


def mended_words(text, language):
    text = DASH.sub(lambda found: f"{found[1] or found[2]}—", text)
    text = RANGE.sub(lambda found: f"{found[1] or found[2] or found[3]}–", text)
    text = SPEECH.sub("—", ELLIPSIS.sub("…", text))
    return APOSTROPHE.sub("ʼ", text) if language == "uk" else text
