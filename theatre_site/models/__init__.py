from .banner import Banner
from .box_office import Concession, HoursException, OpeningHours
from .page import Notice, Page
from .partner import Partner
from .preference import Preference
from .theatre import SocialLink, Theatre
from .venue import Venue

__all__ = [
    "Banner",
    "Concession",
    "HoursException",
    "Notice",
    "OpeningHours",
    "Page",
    "Partner",
    "Preference",
    "SocialLink",
    "Theatre",
    "Venue",
]
