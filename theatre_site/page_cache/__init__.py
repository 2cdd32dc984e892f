"""Whole pages for visitors, answered without Django.

A page that was made before is sent again as bytes, if its address (and the choice of looks) is the same. It is made
anew after every change of the content, at every moment at which time alone changes something, and after a minute.

- address.py: which requests may be answered so; what a page depends on, and nothing else.
- era.py: the time in which pages stay as they are. Every process asks the database once a second, so a change is
  seen by everybody, on every machine, a second after its commit. triggers.py: how the database knows.
- at_hand.py: the answers of this second, which nobody needs to think over.
- layer.py: finds, makes and keeps them. One visitor makes a page, the others wait. Without a database what is kept
  goes on being served and says so.

What many pages have in common is made once an era: theatre_site/parts.py.
"""

from .layer import NUMBERED, KeptPages

__all__ = ["NUMBERED", "KeptPages"]
