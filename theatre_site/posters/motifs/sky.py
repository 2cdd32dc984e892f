import math

from ..shapes import bar, disc, half_disc, polygon, rect, ring


def sun(chance, height):
    x, radius = chance.pick([84, 216]), chance.between(78, 92)
    y = height * 0.42
    core = "d" if chance.fraction() > 0.5 else "c"
    return (
        ring(x, y, radius + 44, 16, "c")
        + disc(x, y, radius, "a")
        + disc(x, y, radius * 0.52, core)
        + half_disc(300 - x, height, 118, "up", "b")
        + half_disc(x - 40, height, 74, "up", "c")
        + half_disc(300 - x + 70, height, 62, "up", "d")
    )


def moon(chance, height):
    """Over four roofs."""
    side = chance.side()
    x, y = 150 - 14 * side, height * 0.46
    shapes = disc(x, y, 112, "a") + disc(x + 46 * side, y - 26, 92, "g")
    for dx, dy, radius in ((62, 0.3, 7), (30, -0.3, 11), (88, -0.02, 5), (108, 0.38, 9), (96, -0.5, 6)):
        shapes += disc(x + side * dx, y + dy * height * 0.6, radius, "c")
    for house in range(4):
        left, fill = house * 75, "bd"[house % 2]
        top = height - [44, 66, 34, 54][(house + chance.between(0, 3)) % 4]
        shapes += rect(left, top, 75, height - top, fill)
        shapes += polygon([(left, top), (left + 37.5, top - 30), (left + 75, top)], fill)
        shapes += rect(left + 31.5, top + 10, 12, 16, "c", 2)
    return shapes


def snow(chance, height):
    x, y = 150, height * 0.5
    shapes = ""
    for flake_x, flake_y, radius in (
        (30, 0.16, 9),
        (270, 0.2, 13),
        (40, 0.86, 14),
        (262, 0.9, 9),
        (20, 0.52, 6),
        (284, 0.56, 6),
    ):
        shapes += disc(flake_x, height * flake_y, radius, "c")
    shapes += disc(x, y, 128, "a")
    for ray in range(6):
        shapes += snowflake_ray(x, y, ray * math.pi / 3 + math.pi / 6)
    return shapes + disc(x, y, 27, "b") + disc(x, y, 12, "d")


def snowflake_ray(x, y, angle):
    dx, dy = math.cos(angle), math.sin(angle)
    shapes = bar(x, y, x + 98 * dx, y + 98 * dy, 13, "c") + disc(x + 102 * dx, y + 102 * dy, 15, "c")
    fork_x, fork_y = x + 52 * dx, y + 52 * dy
    for turn in (-math.pi / 3, math.pi / 3):
        tip_x, tip_y = fork_x + 32 * math.cos(angle + turn), fork_y + 32 * math.sin(angle + turn)
        shapes += bar(fork_x, fork_y, tip_x, tip_y, 10, "c")
    return shapes
