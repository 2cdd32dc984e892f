"""A spreadsheet takes a text that begins like a formula for one. An apostrophe before it says that it is a text; it
is taken away again when the file comes back."""

import re

FORMULA = re.compile(r"'*[=+\-@\t]")
GUARDED = re.compile(r"'+[=+\-@\t]")


def guarded(text):
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text):
    return text[1:] if GUARDED.match(text) else text
