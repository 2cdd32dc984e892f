"""Pictures from editors: checked by their content, kept clean, shown in sizes that fit.

checks        what is taken, and the sentences that refuse the rest
masters       the one clean copy that is kept of an upload
renditions    the sizes that pages show
fields        the model field that puts these together
consented     a photo of one's own, and who may see it
gallery       photos in a row, their words and who may see them
"""

from theatre_site.attachments import AttachmentField, PdfField  # the first migrations look for them here

from .checks import validate_picture
from .consented import ConsentedPhoto
from .fields import PictureField
from .gallery import GalleryPhoto
from .renditions import rendition
from .rules import check_described, children_tick, consent_tick, decorative_tick, description, may_be_seen

__all__ = [
    "AttachmentField",
    "ConsentedPhoto",
    "GalleryPhoto",
    "PdfField",
    "PictureField",
    "check_described",
    "children_tick",
    "consent_tick",
    "decorative_tick",
    "description",
    "may_be_seen",
    "rendition",
    "validate_picture",
]
