from .award import Award, Nomination
from .company import Company, Participant
from .document import Document
from .edition import PUBLIC_EDITIONS, Edition, EditionPartner, EditionPhoto, EditionVideo
from .jury import JuryMember
from .programme import ProgrammeItem

__all__ = [
    "PUBLIC_EDITIONS",
    "Award",
    "Company",
    "Document",
    "Edition",
    "EditionPartner",
    "EditionPhoto",
    "EditionVideo",
    "JuryMember",
    "Nomination",
    "Participant",
    "ProgrammeItem",
]
