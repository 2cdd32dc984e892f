"""The sizes in which a picture is shown, made by django-imagefield when its row is saved.

A use names how wide the picture is on the page and how it is cut. Renditions are WebP: as small as AVIF for
screens of this size, made in a fifth of the time, and read by every browser since 2020.
"""

from typing import NamedTuple

from imagefield.processing import register

from .masters import LONGEST_SIDE, in_srgb

QUALITY = 80
MIDDLE = [0.5, 0.5]


class Use(NamedTuple):
    widths: tuple
    sizes: str = ""  # for the browser: how wide it will be on the page
    shape: tuple | None = None  # (3, 2): cut to it round the focal point


USES = {
    "article": Use((480, 960, 1440), "(min-width: 47rem) 44rem, calc(100vw - 2rem)"),
    "thumbnail": Use((400, 800), "(min-width: 64rem) 22rem, (min-width: 41rem) 46vw, calc(100vw - 2rem)", (3, 2)),
    "large": Use((960, 1920), "100vw"),
    "banner": Use((480, 960), "(min-width: 62rem) 26rem, (min-width: 40rem) 46vw, calc(100vw - 2rem)", (3, 2)),
    "portrait": Use((360, 720), "(min-width: 24rem) 22rem, calc(100vw - 2rem)"),
    "face": Use((112, 224), "7rem", (1, 1)),
    "poster": Use((900,)),
    "logo": Use((320,)),
    "preview": Use((300,)),  # in the office
}


class Rendition(NamedTuple):
    url: str
    width: int
    height: int
    focus: str  # the focal point, from the left and from the top: "0.5x0.3"


@register
def as_webp(get_image):
    def processor(image, context):
        context.save_kwargs.update(format="WEBP", quality=QUALITY, method=4)
        return get_image(in_srgb(image), context)

    return processor


def formats(uses):
    """For imagefield: {"thumbnail_400": how to make it, …}"""
    return {
        name_of(use, width): recipe(width, USES[use].shape) for use in ["preview", *uses] for width in USES[use].widths
    }


def name_of(use, width):
    return f"{use}_{width}"


def recipe(width, shape):
    """Only what is cut depends on the focal point, and so gets another name when it moves."""

    def of(file, context):
        context.extension = ".webp"
        if shape:
            context.processors = ["as_webp", "autorotate", ("crop", (width, height_for(width, shape)))]
        else:
            context.processors = ["as_webp", "autorotate", ("thumbnail", (width, LONGEST_SIDE))]
            context.ppoi = MIDDLE

    return of


def height_for(width, shape):
    return round(width * shape[1] / shape[0])


def needed(use, width, height):
    """[(rendition's name, its width, its height), …]: of those larger than the picture only the first."""
    if not width or not height:  # the file is lost
        return []
    widths, _sizes, shape = USES[use]
    whole = min(width, int(height * shape[0] / shape[1])) if shape else width
    enough = next((number for number, each in enumerate(widths) if each >= whole), len(widths))
    return [(name_of(use, each), *size_of(each, width, height, shape)) for each in widths[: enough + 1]]


def size_of(each, width, height, shape):
    """As imagefield rounds it: `crop` enlarges, `thumbnail` does not."""
    if shape:
        return each, height_for(each, shape)
    scale = min(1.0, each / width, LONGEST_SIDE / height)
    return int(scale * width), int(scale * height)


def renditions(file, use):
    """[Rendition, …] of a picture, the smallest first; none if its file is lost. Asks neither disk nor database."""
    return [Rendition(getattr(file, name), *size, file.focus) for name, *size in needed(use, *file.dimensions)]


def rendition(file, use):
    """The largest one of this use, or None."""
    return next(reversed(renditions(file, use)), None)
