import math

from ..shapes import bar, disc, eye, half_disc, polygon, quarter_disc, rect


def crown(chance, height):
    top, band = height * 0.34, height * 0.72
    tips = chance.pick([3, 5])
    step = 240 / tips
    outline = [(30, band), (30, top)]
    for tip in range(1, tips):
        outline += [(30 + (tip - 0.5) * step, band - 46), (30 + tip * step, top)]
    outline += [(30 + (tips - 0.5) * step, band - 46), (270, top), (270, band)]
    shapes = polygon(outline, "a")
    for tip in range(tips + 1):
        shapes += disc(30 + tip * step, top - 8, 16, "c" if tip % 2 else "d")
    shapes += rect(30, band, 240, 40, "b")
    for stone in range(5):
        shapes += disc(62 + 44 * stone, band + 20, 10, "cad"[stone % 3])
    return shapes + rect(30, band + 40, 240, 14, "a") + half_disc(150, height + 30, 92, "up", "c")


def patch(chance, height):
    """A quilt of squares."""
    size = 60
    rows = math.ceil(height / size)
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("b", "a"), ("c", "b"), ("d", "c")]
    shapes = ""
    for row in range(rows):
        for column in range(5):
            ground, figure = chance.pick(pairs)
            x, y = column * size, height - (rows - row) * size
            # a hair wider than its place, or the ground shines through between neighbours
            shapes += rect(x, y, size + 0.4, size + 0.4, ground)
            shapes += quilt_figure(chance, x, y, size, ground, figure)
    return shapes


def quilt_figure(chance, x, y, size, ground, fill):
    half = size / 2
    kind = chance.between(0, 5)
    if kind < 2:
        corner = chance.pick(["ne", "nw", "se", "sw"])
        corner_x, corner_y = x + (0 if "e" in corner else size), y + (size if "n" in corner else 0)
        return quarter_disc(corner_x, corner_y, size, corner, fill)
    if kind == 2:
        return disc(x + half, y + half, half, fill) + disc(x + half, y + half, size / 5, ground)
    if kind == 3:
        return half_disc(x + half, y + size, half, "up", fill) + half_disc(x + half, y + half, half, "up", fill)
    if kind == 4:
        return polygon([(x, y + size), (x + half, y), (x + size, y + size)], fill)
    return rect(x, y, size / 3, size, fill) + disc(x + size * 0.67, y + half, size / 3, fill)


def flower(chance, height):
    x, y = 150, height * 0.4
    shapes = half_disc(56, height + 1, 62, "up", "d") + half_disc(256, height + 1, 52, "up", "d")
    shapes += rect(144, y, 12, height - y, "b")
    shapes += quarter_disc(156, height * 0.86, 62, "ne", "b") + quarter_disc(144, height * 0.93, 54, "nw", "b")
    petals = chance.pick([6, 7, 8])
    turn = chance.fraction() * math.pi
    for petal in range(petals):
        angle = turn + petal * 2 * math.pi / petals
        shapes += disc(x + 62 * math.cos(angle), y + 62 * math.sin(angle), 36, "a")
    shapes += disc(x, y, 46, "c") + disc(x, y, 24, "b")
    return shapes + tulip(40, height * 0.62, height) + tulip(262, height * 0.66, height)


def tulip(x, y, height):
    shapes = rect(x - 3, y, 6, height - y, "b") + half_disc(x, y + 4, 22, "down", "c")
    shapes += polygon([(x - 22, y + 5), (x - 22, y - 16), (x - 7, y + 5)], "c")
    shapes += polygon([(x + 22, y + 5), (x + 22, y - 16), (x + 7, y + 5)], "c")
    return shapes + polygon([(x - 13, y + 5), (x, y - 18), (x + 13, y + 5)], "c")


def clock(chance, height):
    x, y, radius = 150, height * 0.5, min(122, height * 0.44)
    shapes = disc(x, y, radius, "a") + disc(x, y, radius - 16, "c")
    for hour in range(12):
        angle = hour * math.pi / 6
        dot_x, dot_y = x + (radius - 34) * math.sin(angle), y - (radius - 34) * math.cos(angle)
        shapes += disc(dot_x, dot_y, 9 if hour % 3 == 0 else 5, "b")
    minutes, hours = chance.pick([(0, -0.06), (-0.5, 1.05), (0.55, 3.14)])
    for angle, length, thickness in ((minutes, radius - 52, 10), (hours - 0.5, radius - 70, 14)):
        shapes += bar(x, y, x + length * math.sin(angle), y - length * math.cos(angle), thickness, "b")
    return shapes + disc(x, y, 15, "d")


def heart(chance, height):
    """In love: its eyes look at each other."""
    x, y, radius = 150, height * 0.44, 58
    side = radius / math.sqrt(2)
    middle = y - side / 2
    shapes = disc(x - side, middle, radius, "a") + disc(x + side, middle, radius, "a")
    shapes += polygon(
        [(x, middle - side), (x + 2 * side, middle + side), (x, middle + 3 * side), (x - 2 * side, middle + side)], "a"
    )
    shapes += half_disc(x, y + 6, 44, "down", "b")
    shapes += eye(x - 42, y - 26, 20, (0.7, 0.3)) + eye(x + 42, y - 26, 20, (-0.7, 0.3))
    for dot_x, dot_y, dot_radius in ((34, 0.16, 12), (266, 0.14, 18), (40, 0.82, 20), (258, 0.8, 12)):
        shapes += disc(dot_x, height * dot_y, dot_radius, "c")
    return shapes
