"""How a value stands in a cell, and what a cell means: words instead of codes, the clocks of the theatre.

`clean` gets the text of a cell, which is never empty, and says in a sentence what is wrong with it.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.widgets import Widget

from theatre_site.our_time import is_of_our_time

from . import words

DAYS = ["%Y-%m-%d", "%d.%m.%Y"]
HOURS = ["%H:%M", "%H:%M:%S"]


class Cell(Widget):
    """Text as it is."""

    hint = gettext_lazy("text")

    def clean(self, value, row=None, instance=None, **kwargs):
        return value

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else words.plain(str(value))

    def typed(self, text):
        """For a sheet, which knows numbers and moments from texts."""
        return text

    def allowed(self):
        """What may be chosen, if there is a choice."""
        return []

    def example(self):
        return next(iter(self.allowed()), "")


class RichText(Cell):
    hint = gettext_lazy("text with simple HTML: <p>, <h2>, <ul>, <a>")


class Number(Cell):
    hint = gettext_lazy("a whole number")

    def clean(self, value, row=None, instance=None, **kwargs):
        try:
            return int(value.replace(" ", "").replace("\N{NO-BREAK SPACE}", ""))
        except ValueError:
            raise ValueError(_("“%(cell)s” is not a whole number.") % {"cell": words.clipped(value)}) from None

    def typed(self, text):
        return int(text) if text.isascii() and text.isdecimal() else text

    def example(self):
        return "60"


class AgeMark(Number):
    """A plain number of years that people write as 6+."""

    hint = gettext_lazy("6+ or 6")

    def clean(self, value, row=None, instance=None, **kwargs):
        return super().clean(value.removesuffix("+"))

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else f"{value}+"

    def example(self):
        return "6+"


class YesNo(Cell):
    hint = ""

    def clean(self, value, row=None, instance=None, **kwargs):
        meant = words.key(value)
        if meant in {"1", "true", "+", *map(words.key, in_words(words.YES))}:
            return True
        if meant in {"0", "false", "-", *map(words.key, in_words(words.NO))}:
            return False
        raise ValueError(_("“%(cell)s” is neither yes nor no.") % {"cell": words.clipped(value)})

    def render(self, value, obj=None, **kwargs):
        return _(words.YES) if value else _(words.NO)

    def allowed(self):
        return [_(words.YES), _(words.NO)]

    def example(self):
        return _(words.NO)


def in_words(message):
    return words.in_every_language(gettext_lazy(message))


class Choice(Cell):
    """The word of a choice in any language, or its code."""

    hint = ""

    def __init__(self, choices):
        super().__init__()
        self.choices = [(code, label) for code, label in choices if code not in {None, ""}]
        self.nothing = [label for code, label in choices if code == ""]

    def clean(self, value, row=None, instance=None, **kwargs):
        meant = words.key(value)
        for code, label in self.choices:
            if meant in {words.key(word) for word in [str(code), *words.in_every_language(label)]}:
                return code
        if meant in {words.key(word) for label in self.nothing for word in words.in_every_language(label)}:
            return ""
        raise ValueError(
            _("“%(cell)s” is not one of these: %(words)s.")
            % {"cell": words.clipped(value), "words": ", ".join(self.allowed())}
        )

    def render(self, value, obj=None, **kwargs):
        return str(dict(self.choices).get(value, ""))

    def allowed(self):
        return [str(label) for code, label in self.choices]


class Day(Cell):
    hint = gettext_lazy("05.12.2026 or 2026-12-05")

    def clean(self, value, row=None, instance=None, **kwargs):
        if found := parsed(value.removesuffix(" 00:00"), DAYS):
            return found.date()
        raise ValueError(_("“%(cell)s” is not a day. Write it like 05.12.2026.") % {"cell": words.clipped(value)})

    def render(self, value, obj=None, **kwargs):
        return value.isoformat() if value else ""

    def typed(self, text):
        return datetime.strptime(text, DAYS[0]).date() if text else text

    def example(self):
        return "2026-12-05"


class Moment(Cell):
    """To the minute, as the clocks of the theatre have it."""

    hint = gettext_lazy("05.12.2026 15:00 or 2026-12-05 15:00")

    def clean(self, value, row=None, instance=None, **kwargs):
        found = parsed(value.replace("T", " "), [f"{day} {hour}" for day in DAYS for hour in HOURS])
        if not found:
            raise ValueError(
                _("“%(cell)s” is not a day and an hour. Write it like 05.12.2026 15:00.")
                % {"cell": words.clipped(value)}
            )
        try:
            return from_current_timezone(found)
        except ValidationError:
            raise ValueError(
                _("On the night when the clocks change there is no %(cell)s, or there are two.") % {"cell": value}
            ) from None

    def render(self, value, obj=None, **kwargs):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""

    def typed(self, text):
        return datetime.strptime(text, f"{DAYS[0]} {HOURS[0]}") if text else text

    def example(self):
        return "2026-12-05 15:00"


def parsed(text, formats):
    for each in formats:
        try:
            found = datetime.strptime(" ".join(text.split()), each)
        except ValueError:
            continue
        return found if is_of_our_time(found) else None
    return None
