"""Files as people send them: good, strange and hostile."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.factories import picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
WEB_PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
PROGRAM = b"MZ\x90\x00" + b"\x00" * 60
ROTATED_RIGHT = 6


def file(name, content):
    return SimpleUploadedFile(name, content)


def content_of(image, kind, **how):
    content = BytesIO()
    image.save(content, kind, **how)
    return content.getvalue()


def cut_off(upload):
    return file(upload.name, upload.read()[: upload.size // 2])


def noise(name, kind, size=(300, 300)):
    """A picture of some size in bytes, so that half of it is half a picture."""
    return file(name, content_of(Image.effect_noise(size, 90).convert("RGB"), kind))


def phone_photo(name="IMG_2041.jpg", size=(4032, 3024)):
    """Lying on its side, dark above (for whoever turns it) and with the place where it was taken."""
    photo = Image.new("RGB", size, "#f8b62d")
    photo.paste("#2d1a4a", (0, 0, size[0] // 4, size[1]))
    exif = Image.Exif()
    exif[0x0112] = ROTATED_RIGHT
    exif[0x0110] = "Phone of Olena"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 2.0, 30.0), 3: "E", 4: (37.0, 58.0, 12.0)})
    return file(name, content_of(photo, "JPEG", exif=exif, comment=b"Olena's phone", quality=80))


def bomb(side=30_000, name="bomb.png"):
    """A few kilobytes that want to be 900 million pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return file(name, b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def refused_uploads():
    """{what: (upload, the sentence in Russian)}: what an issue of this site promises to refuse, and more."""
    taken = "Загрузите картинку JPEG, PNG, WebP, AVIF или HEIC."
    no_picture = "Это не картинка, или файл повреждён. Откройте его на компьютере и сохраните заново как JPEG."
    damaged = "Картинка повреждена: части её не хватает. Скопируйте её с камеры ещё раз."
    bombs = "В этой картинке слишком много пикселей, можно не больше 64 миллионов. Уменьшите её и загрузите снова."
    return {
        "bomb": (bomb(), bombs),
        "small bomb": (bomb(side=10_000), bombs),
        "GIF named .jpg": (
            picture("dance.jpg", kind="GIF"),
            f"Файл называется «dance.jpg», а внутри него GIF. {taken}",
        ),
        "GIF": (
            picture("dance.gif", kind="GIF"),
            "Картинки GIF не принимаются. Сохраните её как PNG или JPEG, а то, что движется, добавьте как видео.",
        ),
        "SVG with a script": (
            file("logo.svg", SVG),
            "Рисунки SVG не принимаются: в них могут прятаться программы. "
            "Экспортируйте рисунок как PNG шириной 2000 пикселей.",
        ),
        "SVG named .png": (file("logo.png", SVG), f"Файл называется «logo.png», а внутри него SVG. {taken}"),
        "web page named .png": (file("a.png", WEB_PAGE), f"Файл называется «a.png», а внутри него HTML. {taken}"),
        "PNG named .jpg": (picture("photo.jpg"), f"Файл называется «photo.jpg», а внутри него PNG. {taken}"),
        "JPEG named .exe": (
            picture("photo.exe", kind="JPEG"),
            f"Файл называется «photo.exe», а внутри него JPEG. {taken}",
        ),
        "half a JPEG": (cut_off(noise("half.jpg", "JPEG")), damaged),
        "half a PNG": (cut_off(noise("half.png", "PNG")), damaged),
        "half a WebP": (cut_off(noise("half.webp", "WEBP")), no_picture),
        "half an AVIF": (cut_off(noise("half.avif", "AVIF")), no_picture),
        "half a HEIC": (cut_off(noise("half.heic", "HEIF")), damaged),
        "text": (file("photo.jpg", "Просто текст".encode()), no_picture),
        "program": (file("photo.jpg", PROGRAM), no_picture),
        "TIFF": (picture("scan.tif", kind="TIFF"), taken),
        "strip": (
            picture("strip.png", size=(2100, 100)),
            "Эта картинка похожа на полоску: для своей ширины она слишком длинная.",
        ),
    }
