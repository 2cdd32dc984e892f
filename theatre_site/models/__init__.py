from .box_office import Concession, HoursException, OpeningHours
from .known_word import KnownWord
from .page import Notice, Page
from .partner import Partner
from .theatre import SocialLink, Theatre
from .venue import Venue

__all__ = [
    "Concession",
    "HoursException",
    "KnownWord",
    "Notice",
    "OpeningHours",
    "Page",
    "Partner",
    "SocialLink",
    "Theatre",
    "Venue",
]
