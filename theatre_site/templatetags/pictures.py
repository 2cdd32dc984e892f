from django import template

from ..images.renditions import USES, renditions

register = template.Library()


@register.inclusion_tag("includes/picture.html")
def picture(image, use, *, alt="", first=False):
    """{% picture post.public_image "article" alt=post.image_alt_text first=True %}: every picture of ours is shown so.

    `use` names its sizes, see theatre_site/images/renditions.py. `first` is for what is seen without scrolling:
    it does not wait. An empty `alt` says that the picture is decoration or that its words stand beside it.
    """
    found = renditions(image, use) if image else []
    return {
        "renditions": found,
        "largest": found[-1] if found else None,
        "sizes": USES[use].sizes,
        "alt": alt,
        "first": first,
    }


@register.filter
def with_neighbours(photos):
    """[(photo, the one before, the one after), …]"""
    photos = list(photos)
    return zip(photos, [None, *photos[:-1]], [*photos[1:], None], strict=True)
