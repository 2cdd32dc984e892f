"""Search in two languages: `words` turns texts into dictionary forms, `fields` keeps them beside each row."""

from .fields import SearchField

__all__ = ["SearchField"]
