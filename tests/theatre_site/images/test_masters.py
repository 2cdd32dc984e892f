"""What is kept of an upload: its pixels, upright and in the colours of the web."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from tests.factories import picture
from tests.uploads import content_of, file, phone_photo
from theatre_site.images.masters import cleaned

PURPLE, YELLOW = (45, 26, 74), (248, 182, 45)


def kept(upload):
    content, ending = cleaned(upload)
    content = content.read()
    image = Image.open(BytesIO(content))
    image.load()
    return image, ending, content


def nearly(colour):
    return pytest.approx(colour, abs=6)


def test_a_phone_photo_is_turned_upright_made_smaller_and_forgets_where_it_was_taken():
    image, ending, content = kept(phone_photo())

    assert (image.format, ending, image.size) == ("JPEG", ".jpg", (1920, 2560))
    assert image.getpixel((960, 100)) == nearly(PURPLE)
    assert image.getpixel((960, 2400)) == nearly(YELLOW)
    assert (dict(image.getexif()), dict(image.getexif().get_ifd(0x8825))) == ({}, {})
    assert [word for word in (b"Exif", b"GPS", b"Olena", b"http://ns.adobe.com") if word in content] == []


def test_a_heic_photo_is_turned_upright_too_and_becomes_a_jpeg():
    upright = Image.open(phone_photo(size=(400, 300)))
    heic = content_of(upright, "HEIF", exif=upright.info["exif"])
    assert b"Olena" in heic

    image, ending, content = kept(file("IMG_1.heic", heic))

    assert (image.format, ending, image.size) == ("JPEG", ".jpg", (300, 400))
    assert image.getpixel((150, 20)) == nearly(PURPLE)
    assert b"Olena" not in content


def test_png_and_webp_lose_their_words_too():
    photo = Image.new("RGB", (60, 40))
    exif = Image.Exif()
    exif[0x0110] = "Phone of Olena"
    uploads = [
        file("a.png", content_of(photo, "PNG", exif=exif)),
        file("a.webp", content_of(photo, "WEBP", exif=exif, xmp=b"<x:xmpmeta>Olena</x:xmpmeta>")),
        file("a.avif", content_of(photo, "AVIF", exif=exif)),
    ]
    assert [b"Olena" in upload.read() for upload in uploads] == [True, True, True]

    assert [b"Olena" in kept(upload)[2] for upload in uploads] == [False, False, False]


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("JPEG", "RGB", ("JPEG", "RGB")),
        ("JPEG", "L", ("JPEG", "RGB")),
        ("JPEG", "CMYK", ("JPEG", "RGB")),
        ("WEBP", "RGB", ("JPEG", "RGB")),
        ("AVIF", "RGB", ("JPEG", "RGB")),
        ("HEIF", "RGB", ("JPEG", "RGB")),
        ("PNG", "RGB", ("PNG", "RGB")),
        ("PNG", "P", ("PNG", "RGB")),
        ("PNG", "1", ("PNG", "RGB")),
        ("PNG", "LA", ("PNG", "RGBA")),
        ("PNG", "I;16", ("PNG", "RGB")),
        ("PNG", "RGBA", ("PNG", "RGBA")),
        ("WEBP", "RGBA", ("PNG", "RGBA")),
        ("AVIF", "RGBA", ("PNG", "RGBA")),
    ],
)
def test_every_reader_knows_what_is_kept(kind, mode, expected):
    image, ending, _content = kept(file("a", content_of(Image.new(mode, (60, 40)), kind)))

    assert (image.format, image.mode) == expected
    assert ending == {"JPEG": ".jpg", "PNG": ".png"}[image.format]


def test_a_channel_of_transparency_that_hides_nothing_is_left_out():
    image, ending, _content = kept(file("a.webp", content_of(Image.new("RGBA", (60, 40), "red"), "WEBP")))

    assert (image.mode, ending) == ("RGB", ".jpg")


def test_what_a_palette_calls_transparent_stays_so():
    palette = Image.new("P", (60, 40), 1)
    palette.putpalette([0, 0, 0, 200, 60, 60])
    palette.putpixel((0, 0), 0)
    image, _ending, _content = kept(file("a.png", content_of(palette, "PNG", transparency=1)))

    assert (image.getpixel((0, 0)), image.getpixel((5, 5))[3]) == ((0, 0, 0, 255), 0)


def red_and_blue_change_places():
    """A profile in whose space red is blue: whoever ignores it shows the wrong colours."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", ".jpg"), ("PNG", ".png")])
def test_colours_with_a_profile_become_those_of_the_web(kind, ending):
    photo = Image.new("RGB", (60, 40), (220, 40, 40))
    upload = file(f"a{ending}", content_of(photo, kind, icc_profile=red_and_blue_change_places()))
    image, _ending, content = kept(upload)

    assert image.getpixel((5, 5)) == nearly((40, 40, 220))
    assert (image.info.get("icc_profile"), b"ICC_PROFILE" in content) == (None, False)


def test_colours_with_a_profile_keep_what_can_be_seen_through():
    photo = Image.new("RGBA", (60, 40), (220, 40, 40, 100))
    upload = file("a.png", content_of(photo, "PNG", icc_profile=red_and_blue_change_places()))

    assert kept(upload)[0].getpixel((5, 5)) == nearly((40, 40, 220, 100))


def test_a_broken_profile_breaks_nothing():
    photo = Image.new("RGB", (60, 40), (200, 60, 60))
    image, _ending, content = kept(file("a.jpg", content_of(photo, "JPEG", icc_profile=b"nonsense", quality=95)))

    assert image.getpixel((5, 5)) == nearly((200, 60, 60))
    assert b"nonsense" not in content


def test_a_small_picture_is_not_enlarged():
    assert kept(picture(size=(60, 40)))[0].size == (60, 40)
