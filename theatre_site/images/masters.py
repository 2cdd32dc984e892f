"""The one copy that is kept of an upload: upright, in sRGB, without anything but its pixels.

Where the camera stood, what it was called and when the picture was taken is nobody's business. Longer than 2560
pixels no screen of ours shows it. JPEG, or PNG if something is transparent or was PNG: every reader knows both.
"""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

from .checks import opened

LONGEST_SIDE = 2560
QUALITY = 88
WITH_A_PROFILE = {"RGB", "CMYK", "L"}  # the modes that a colour profile can be about


def cleaned(file):
    """(content, ending) of the copy to keep. Of an animation only the first picture is left."""
    file.seek(0)
    with opened(file) as upload:
        was_png = upload.format == "PNG"
        picture = in_srgb(upright(smaller(upload)))
    if was_png or picture.mode == "RGBA":
        return saved(picture, "PNG"), ".png"
    return saved(picture, "JPEG", quality=QUALITY, progressive=True), ".jpg"


def smaller(picture):
    """First of all, so that nothing large is ever copied."""
    if picture.mode in {"1", "P", "PA"}:  # a palette has nothing between its colours
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def upright(picture):
    return ImageOps.exif_transpose(picture)


def in_srgb(picture):
    """RGB, or RGBA if something can be seen through, in the colours that the web has without a profile."""
    colours = picture if picture.mode in WITH_A_PROFILE else picture.convert("RGB")
    if profile := picture.info.get("icc_profile"):
        colours = converted(colours, profile)
    colours = colours.convert("RGB")
    if transparency := transparency_of(picture):
        colours.putalpha(transparency)
    return colours


def converted(picture, profile):
    """Through the profile; as it is if the profile is of no use."""
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def transparency_of(picture):
    """The channel; None if nothing can be seen through."""
    if not picture.has_transparency_data:
        return None
    channel = picture.convert("RGBA").getchannel("A")
    return channel if channel.getextrema()[0] < 255 else None


def saved(picture, kind, **how):
    picture.info.clear()  # Pillow would write a comment or a profile that it finds here
    content = BytesIO()
    picture.save(content, kind, **how)
    return ContentFile(content.getvalue())
