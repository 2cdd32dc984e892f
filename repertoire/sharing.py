"""What stands on the pictures of our pages when somebody sends them to a friend."""

from dataclasses import replace

from django.template.defaultfilters import capfirst
from django.template.defaultfilters import date as format_date
from django.urls import reverse
from django.utils import timezone

from theatre_site.sharing import SharingPicture, art_of


def picture_of_production(production):
    return SharingPicture(
        key=f"production-{production.pk}",
        address=reverse("repertoire:production_picture", args=[production.slug]),
        title=str(production.title),
        voice=production.audience,
        art=art_of(
            production.slug,
            production.audience,
            motif=production.poster_motif,
            palette=production.poster_palette,
            variant=production.poster_variant,
        ),
        above=tuple(filter(None, [str(production.genre), production.get_audience_display()])),
        age_mark=production.age_mark,
        **photo_of(production),
    )


def photo_of(production):
    photo = production.public_photo
    return {"photo": photo.name, "focus": production.photo_ppoi} if photo else {}


def picture_of_performance(performance):
    begins = timezone.localtime(performance.starts_at)
    return replace(
        picture_of_its_play(performance),
        key=f"performance-{performance.pk}",
        address=reverse("repertoire:performance_picture", args=[performance.pk]),
        title=str(performance.heading),
        above=(capfirst(format_date(begins, "l, j E Y")), f"{begins.hour}:{begins:%M}"),
        age_mark=performance.age_mark,
        state="" if performance.state == performance.State.SCHEDULED else performance.get_state_display(),
    )


def picture_of_its_play(performance):
    """A guest show, or a play to be announced, has a drawing of its own."""
    if performance.production:
        return picture_of_production(performance.production)
    audience = performance.for_audience
    return SharingPicture(key="", address="", title="", voice=audience, art=art_of(performance.pk, audience))
