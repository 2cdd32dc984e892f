"""The picture of all pages that have none of their own: the Ю from the home page and the theatre's name."""

from django.urls import reverse

from theatre_site.posters.palettes import CREAM, INK, MARIGOLD, ROSE, TOMATO

from .facts import Art, SharingPicture

# the post, the link, the disc and its eyes, which look at the post
LETTER = (
    f'<rect width="300" height="300" fill="{ROSE}"/>'
    f'<rect x="30" y="62" width="62" height="176" rx="2" fill="{INK}"/>'
    f'<rect x="91" y="132" width="50" height="36" fill="{TOMATO}"/>'
    f'<circle cx="206" cy="150" r="78" fill="{MARIGOLD}"/>'
    f'<circle cx="184" cy="128" r="15" fill="{CREAM}"/><circle cx="220" cy="128" r="15" fill="{CREAM}"/>'
    f'<circle cx="180" cy="131" r="7" fill="{INK}"/><circle cx="216" cy="131" r="7" fill="{INK}"/>'
)


def picture_of_theatre(theatre):
    return SharingPicture(
        key="theatre",
        address=reverse("picture"),
        title=str(theatre.short_name or theatre.name),
        art=Art(LETTER, INK, CREAM),
    )
