"""Lists that leave the site as a file and come back: CSV and XLSX, by the rules of django-import-export.

A file is read into a `Table` (reading), tried out or carried out by the resource of its app (running), and written
again (sheets). Column names and words are taken in every language of the desk, and given in the reader's own.
"""

from .links import Link, usual_names
from .resources import KnownBySlug, ListResource, PublishableListResource
from .rows_by_key import number_column
from .words import key

__all__ = [
    "KnownBySlug",
    "Link",
    "ListResource",
    "PublishableListResource",
    "key",
    "number_column",
    "usual_names",
]
