"""Pictures that a response holds."""

from io import BytesIO

from PIL import Image


def picture_in(response):
    """The picture of a response, or of a file's content, decoded."""
    content = response if isinstance(response, bytes) else b"".join(response)
    image = Image.open(BytesIO(content))
    image.load()
    return image


def colours_of(image):
    """{"#2d1a4a", …}: the colours that cover more than a hundredth of the picture."""
    found = image.convert("RGB").getcolors(image.width * image.height)
    return {hex_of(colour) for count, colour in found if count > image.width * image.height / 100}


def hex_of(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)
