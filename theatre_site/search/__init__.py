"""Search in two languages: `words` turns texts into dictionary forms, `fields` keeps them beside each row, `kinds` says
what can be found, `searching` finds it, `slips` forgives the typing and `snippets` shows where a word stands."""

from .fields import SearchField
from .forms import SearchForm, narrowed
from .hits import texts
from .kinds import Kind
from .searching import HitsOfKind, find

__all__ = ["HitsOfKind", "Kind", "SearchField", "SearchForm", "find", "narrowed", "texts"]
