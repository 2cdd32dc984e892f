from .banner import Banner
from .box_office import Concession, HoursException, OpeningHours
from .content_change import ContentChange
from .known_word import KnownWord
from .page import Notice, Page
from .partner import Partner
from .preference import Preference
from .redirect import Addressed, Redirect
from .sign_in import FailedSignIn, SignIn, SignInRule
from .text_picture import TextPicture
from .theatre import SocialLink, Theatre
from .venue import Venue

__all__ = [
    "Addressed",
    "Banner",
    "Concession",
    "ContentChange",
    "FailedSignIn",
    "HoursException",
    "KnownWord",
    "Notice",
    "OpeningHours",
    "Page",
    "Partner",
    "Redirect",
    "Preference",
    "SignIn",
    "SignInRule",
    "SocialLink",
    "TextPicture",
    "Theatre",
    "Venue",
]
