"""What somebody has typed, as the database understands it."""

import re
from dataclasses import dataclass
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery

from .words import is_function_word, readings, spelled, tokens


class FormsQuery(SearchQuery):
    """Taken as it stands: its words are dictionary forms already, and PostgreSQL need not parse them."""

    template = "(%(expressions)s)::tsquery"

    def __init__(self, text):
        super().__init__(text, search_type="raw")


@dataclass(frozen=True)
class Term:
    """One word of a query: found if one of its forms is there; a hyphenated one also if all of its parts are."""

    whole: frozenset
    parts: tuple = ()

    def __str__(self):
        return self.weighing("")

    def weighing(self, weight):
        """ "A" finds it in titles only."""
        ways = [any_of(self.whole, weight)]
        if self.parts:
            ways.append(" & ".join(any_of(part, weight) for part in self.parts))
        return f"({' | '.join(ways)})"

    @property
    def forms(self):
        return self.whole.union(*self.parts)


@dataclass(frozen=True)
class Blank:
    """Stands for the term of this number in SQL that is written once for all words."""

    number: int

    def __str__(self):
        return self.weighing("")

    def weighing(self, weight):
        return f"\x01{self.number}{weight}\x02"


BLANK = re.compile(r"\x01(\d+)(A?)\x02")


def filled_in(parameter, terms):
    """A parameter of a query that was made with blanks, with these terms."""
    if not isinstance(parameter, str):
        return parameter
    return BLANK.sub(lambda blank: terms[int(blank[1])].weighing(blank[2]), parameter)


def any_of(forms, weight):
    mark = f":{weight}" if weight else ""
    return "(" + " | ".join(f"'{form}'{mark}" for form in sorted(forms)) + ")"


def terms_of(text):
    """The words of a query, each once. Prepositions and the like count only if there is nothing else."""
    words = {spelled(token): token for token in tokens(text)}
    telling = {word: token for word, token in words.items() if not is_function_word(token)} or words
    return [Term(whole, tuple(parts)) for whole, *parts in map(readings, telling.values())]


def joined(terms, together):
    """One query for several words: all of them (`and_`) or some (`or_`)."""
    return {and_: " & ", or_: " | "}[together].join(map(str, terms))
