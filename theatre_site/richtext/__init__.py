"""Text with headings, lists, tables, pictures and links. It is cleaned on every write, whatever the door (form,
import, shell, bulk_create, update), so a template may write `|safe` and a reader may believe it.

allowed    what is kept, in two stages: while it is made tidy, and for good
tidying    pasted texts become ordinary ones: paragraphs, headings from h2, lists
tree       its elements and words as a list
word       what Word and Google Docs say in styles only: bold words, lists
cleaning   these put together
pictures   which of them are not described, and which are not kept
fields     the model field
editor     its form field: CKEditor 4 for now; only this module and settings.CKEDITOR_CONFIGS know
article    a text as a page shows it
"""

from .cleaning import cleaned, with_sponsored_links
from .fields import RichTextField

__all__ = ["RichTextField", "cleaned", "with_sponsored_links"]
