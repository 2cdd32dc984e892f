from .box_office import Concession, HoursException, OpeningHours
from .page import Notice, Page
from .partner import Partner
from .text_picture import TextPicture
from .theatre import SocialLink, Theatre
from .venue import Venue

__all__ = [
    "Concession",
    "HoursException",
    "Notice",
    "OpeningHours",
    "Page",
    "Partner",
    "SocialLink",
    "TextPicture",
    "Theatre",
    "Venue",
]
