"""Files as editors upload them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(name="photo.png", size=(60, 40), color="#8c1535", kind="PNG"):
    content = BytesIO()
    Image.new("RGB", size, color).save(content, kind)
    return SimpleUploadedFile(name, content.getvalue(), content_type=f"image/{kind.lower()}")


def pdf(name="document.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")


def photo():
    """Of a gallery."""
    return {"image": picture(), "alt_ru": "Сцена", "alt_uk": "Сцена"}


def video():
    return {"title_ru": "Открытие", "title_uk": "Відкриття", "url": "https://www.youtube.com/watch?v=abcdefghijk"}
