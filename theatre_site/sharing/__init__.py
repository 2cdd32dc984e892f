"""The picture that a friend sees when somebody sends a page: 1200 × 630, the drawing of the poster and its title.

Each app says in its `sharing.py` what stands on the pictures of its pages. A picture is drawn when it is first asked
for and then kept; see keeping.py.
"""

from .facts import Art, SharingPicture, art_of
from .house import picture_of_theatre
from .keeping import HEIGHT, WIDTH, picture_response

__all__ = ["HEIGHT", "WIDTH", "Art", "SharingPicture", "art_of", "picture_of_theatre", "picture_response"]
