"""Posts of an earlier site, from CSV or JSON: docs/import.md has the shape of the file.

reading     from a file to rows of words
rows        one row: one language of one post, its words understood or refused
pictures    what a row and its text name, found in a folder
posts       rows that belong together: what would change, and the change itself
running     all of them: a report, and nothing written if one of them is refused
"""

from .running import Import

__all__ = ["Import"]
