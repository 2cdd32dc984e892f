"""Facts → PNG. Shapes are drawn by resvg from the same SVG as on the poster, letters by Pillow in the same type."""

from io import BytesIO

import resvg_py
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps

from theatre_site.posters import Photo
from theatre_site.posters.lettering import MARGIN, MEASURE, set_title
from theatre_site.posters.photo import covering
from theatre_site.posters.shapes import number

from .wood_type import draw_text, draw_title, length, wrapped

WIDTH, HEIGHT = 1200, 630
ART = HEIGHT  # a square on the left; the words stand in a column on the right
PADDING = 48
LEFT, COLUMN = ART + PADDING, WIDTH - ART - 2 * PADDING
ABOVE, ABOVE_STEP = 30, 40  # size of the lines above the title, and from one to the next
MARK, MARK_WIDTH = 54, 83  # the Ю in the foot
FOOT, FOOT_TEXT, FOOT_STEP = HEIGHT - PADDING - MARK, 20, 26
AGE_X, AGE_Y, AGE_RADIUS, AGE_TEXT = ART - 60, 60, 40, 32
STATE_X, STATE_Y, STATE_HEIGHT, STATE_TEXT = 36, ART - 108, 72, 38
SIGNAL, ON_SIGNAL = "#c52e1a", "#fffaf0"
LARGEST_FILE = 260 * 1024


def png_of(picture):
    image = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=shapes_of(picture), skip_system_fonts=True)))
    image = image.convert("RGB")
    if picture.photo:
        add_photo(image, picture)
    canvas = ImageDraw.Draw(image)
    write_column(canvas, picture)
    if picture.age_mark:
        add_age(canvas, picture)
    if picture.state:
        add_state(canvas, picture)
    return compressed(image)


def shapes_of(picture):
    art = picture.art
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<svg width="{ART}" height="{ART}" viewBox="0 0 300 300">{art.shapes}</svg>'
        f'<rect x="{ART}" width="{WIDTH - ART}" height="{HEIGHT}" fill="{art.ground}"/>'
        f"{mark(LEFT, FOOT, MARK, art.ink)}</svg>"
    )


def mark(x, y, height, fill):
    """The Ю: a post, a link and a disc."""
    return (
        f'<path transform="translate({number(x)} {number(y)}) scale({height / 10:.3f})" fill="{fill}"'
        ' d="M0 0h3.2v3.8h2.35a5 5 0 1 1 0 2.4H3.2V10H0z"/>'
    )


def add_photo(image, picture):
    """In the place of the drawing. Without its file, as after a restore, the drawing stays."""
    try:
        with default_storage.open(picture.photo) as file, Image.open(file) as photo:
            photo.draft("RGB", (ART * 2, ART * 2))
            photo = ImageOps.exif_transpose(photo).convert("RGB")
    except OSError:
        return
    x, y, width, height = covering(Photo("", *photo.size, picture.focus), ART, ART)
    scale = width / photo.width
    frame = [-x / scale, -y / scale, (ART - x) / scale, (ART - y) / scale]
    image.paste(photo.resize((ART, ART), Image.Resampling.LANCZOS, box=frame))


def write_column(canvas, picture):
    y = PADDING + ABOVE * 0.8
    for line in (line for text in picture.above for line in wrapped(text, ABOVE, 700, COLUMN)):
        draw_text(canvas, line, LEFT, y, ABOVE, 700, picture.art.ink)
        y += ABOVE_STEP
    write_title(canvas, picture, y - ABOVE_STEP + 32 if picture.above else PADDING, FOOT - 40)
    write_foot(canvas, picture)


def write_title(canvas, picture, top, bottom):
    """In the middle of what the lines above it and the foot leave."""
    block = set_title(picture.title, picture.voice)
    scale = min(COLUMN / MEASURE, (bottom - top) / (block.height - 2 * MARGIN))
    y = (top + bottom - block.height * scale) / 2
    draw_title(canvas, block, LEFT, y, scale, picture.art.ink)


def write_foot(canvas, picture):
    text = ", ".join(filter(None, [picture.theatre, picture.town]))
    lines = wrapped(text, FOOT_TEXT, 500, COLUMN - MARK_WIDTH - 20)
    y = FOOT + MARK / 2 - (len(lines) - 1) * FOOT_STEP / 2 + FOOT_TEXT * 0.35
    for line in lines:
        draw_text(canvas, line, LEFT + MARK_WIDTH + 20, y, FOOT_TEXT, 500, picture.art.ink)
        y += FOOT_STEP


def add_age(canvas, picture):
    canvas.circle((AGE_X, AGE_Y), AGE_RADIUS, picture.art.ground)
    x = AGE_X - length(picture.age_mark, AGE_TEXT, 900) / 2
    draw_text(canvas, picture.age_mark, x, AGE_Y + AGE_TEXT * 0.35, AGE_TEXT, 900, picture.art.ink)


def add_state(canvas, picture):
    right = STATE_X + length(picture.state, STATE_TEXT, 700) + 56
    canvas.rounded_rectangle((STATE_X, STATE_Y, right, STATE_Y + STATE_HEIGHT), 4, SIGNAL)
    draw_text(canvas, picture.state, STATE_X + 28, STATE_Y + STATE_HEIGHT / 2 + 13, STATE_TEXT, 700, ON_SIGNAL)


def compressed(image):
    """Messengers fetch no large files: a photo gets fewer colours until it is small enough."""
    content = png(image)
    for colours in (256, 128, 64, 32):
        if len(content) <= LARGEST_FILE:
            break
        content = png(image.quantize(colours))
    return content


def png(image):
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
