"""What stands on the picture of a post when somebody sends it to a friend."""

from django.template.defaultfilters import date as format_date
from django.urls import reverse
from django.utils import timezone

from theatre_site.posters.chance import Chance
from theatre_site.sharing import SharingPicture, art_of

# A post may tell of anything: no bear and no ship, but what there is in every theatre.
MOTIFS = ["beams", "curtain", "masks", "patch", "sun", "town"]


def photo_of(post):
    image = post.public_image
    return {"photo": image.name, "focus": post.image_ppoi} if image else {}


def picture_of_post(post):
    return SharingPicture(
        key=f"post-{post.pk}",
        address=reverse("news:picture", args=[post.slug]),
        title=str(post.title),
        art=art_of(post.slug, "children", motif=Chance(f"{post.slug}:motif").pick(MOTIFS)),
        above=(format_date(timezone.localtime(post.publish_at), "j E Y"),),
        **photo_of(post),
    )
