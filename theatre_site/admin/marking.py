"""Two texts as one: what was there before is struck out, what is new is underlined, what stayed is shortened."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
AROUND = 12  # words (and the spaces between them) that are shown beside a change
TOO_LONG = 4000  # pieces; comparing two such texts word by word would take too long


def marked(before, after):
    pieces = [piece for piece in compared(before.split("\n"), after.split("\n")) if piece]
    return format_html_join("", '<span class="difference__line">{}</span>', ((piece,) for piece in pieces))


def compared(before, after):
    """Line by line; where lines were replaced, word by word."""
    for kind, i, k, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "…" if len(before) > 1 else " ".join(before)
        else:
            yield in_words("\n".join(before[i:k]), "\n".join(after[m:n]))


def in_words(before, after):
    old, new = WORDS.findall(before), WORDS.findall(after)
    if not old or not new or len(old) + len(new) > TOO_LONG:
        return format_html("{}{}", gone(before), added(after))
    pieces = []
    for kind, i, k, m, n in whole_words(old, new):
        if kind == "equal":
            pieces.append(shortened(old[i:k], first=i == 0, last=k == len(old)))
        else:
            pieces += [gone("".join(old[i:k])), " " if i < k and m < n else "", added("".join(new[m:n]))]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def whole_words(old, new):
    """Changes with nothing but a space between them are one change."""
    joined = []
    for kind, i, k, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        only_space = kind == "equal" and not "".join(old[i:k]).strip() and i > 0 and k < len(old)
        kind = "equal" if kind == "equal" and not only_space else "replace"
        if joined and kind == joined[-1][0] == "replace":
            i, m = joined[-1][1], joined[-1][3]
            joined.pop()
        joined.append((kind, i, k, m, n))
    return joined


def shortened(words, *, first, last):
    head, tail = ([] if first else words[:AROUND]), ([] if last else words[-AROUND:])
    if len(words) <= len(head) + len(tail) + AROUND:
        return "".join(words)
    return f"{''.join(head)}…{''.join(tail)}" if head or tail else "…"


def gone(text):
    return mark("del", _("removed:"), text)


def added(text):
    return mark("ins", _("added:"), text)


def mark(tag, said, text):
    """Screen readers keep quiet about `del` and `ins`, so it is said in words, too."""
    if not text:
        return ""
    return format_html('<{0}><span class="visually-hidden">{1} </span>{2}</{0}>', tag, said, text)
