from ..shapes import bar, disc, eye, half_disc, polygon, quarter_disc, rect


def cat(chance, height):
    y = height * 0.62
    ears = whiskers = ""
    for side in (-1, 1):
        ears += polygon([(150 + side * 94, y - 104), (150 + side * 18, y - 78), (150 + side * 94, y - 4)], "a")
        ears += polygon([(150 + side * 80, y - 80), (150 + side * 44, y - 70), (150 + side * 80, y - 30)], "d")
        whiskers += bar(150 + side * 58, y + 26, 150 + side * 122, y + 14, 5, "b")
        whiskers += bar(150 + side * 58, y + 38, 150 + side * 122, y + 42, 5, "b")
    return face(chance, height, ears) + whiskers


def bear(chance, height):
    y = height * 0.62
    ears = "".join(disc(x, y - 74, 44, "a") + disc(x, y - 74, 23, "d") for x in (72, 228))
    return face(chance, height, ears)


def hare(chance, height):
    y = height * 0.62
    ears = "".join(
        rect(x - 23, y - 186, 46, 150, "a", 23) + rect(x - 10, y - 168, 20, 110, "d", 10) for x in (104, 196)
    )
    return face(chance, height, ears)


def face(chance, height, ears):
    """The round head and the shoulders that cat, bear and hare share."""
    y = height * 0.62
    look = (chance.pick([-0.8, 0, 0.8]), chance.pick([-0.4, 0.5]))
    shapes = half_disc(150, height + 34, 118, "up", "b") + ears
    shapes += disc(150, y, 96, "a")
    shapes += eye(112, y - 18, 27, look) + eye(188, y - 18, 27, look)
    shapes += half_disc(150, y + 22, 22, "down", "b") + rect(147, y + 40, 6, 22, "b")
    shapes += half_disc(128, y + 58, 19, "down", "b") + half_disc(172, y + 58, 19, "down", "b")
    return shapes + half_disc(128, y + 55, 13, "down", "a") + half_disc(172, y + 55, 13, "down", "a")


def horse(chance, height):
    """A small four-legged creature; with humps it is well known."""
    side = chance.side()
    forward, back = ("right", "left") if side > 0 else ("left", "right")
    top = height - 128
    head = top - 54

    def across(x):
        """The creature is drawn looking to the right; this turns it round."""
        return 150 + side * (x - 150)

    def post(x, y, width, tall, fill, radius=0):
        return rect(across(x) if side > 0 else across(x + width), y, width, tall, fill, radius)

    shapes = disc(across(60), top - 66, 40, "c")
    shapes += half_disc(across(96), top + 3, 33, "up", "d") + half_disc(across(158), top + 3, 33, "up", "d")
    for x in (88, 150):
        shapes += post(x, top + 50, 26, 82, "b")
    shapes += post(54, top, 152, 66, "a", 10)
    for x in (58, 178):
        shapes += post(x, top + 50, 28, 82, "a")
    for x, fill in ((58, "c"), (88, "d"), (150, "d"), (178, "c")):
        shapes += post(x, height - 24, 28, 14, fill)
    shapes += polygon([(across(160), top + 12), (across(188), head), (across(236), head), (across(206), top + 56)], "a")
    for lock in range(4):
        shapes += half_disc(across(189 - lock * 9), head + 8 + lock * 22, 13, back, "b")
    shapes += post(184, head - 22, 80, 48, "a", 8) + half_disc(across(264), head + 2, 24, forward, "a")
    shapes += post(190, head - 72, 17, 62, "a", 8.5) + post(214, head - 64, 17, 54, "d", 8.5)
    shapes += disc(across(222), head - 2, 13, "c") + disc(across(225), head - 1, 6, "b")
    shapes += disc(across(272), head + 4, 4, "b")
    shapes += quarter_disc(across(56), top + 6, 44, "sw" if side > 0 else "se", "b")
    return shapes + rect(-90, height - 11, 480, 13, "b")


def bird(chance, height):
    side = chance.side()
    y = height * 0.5

    def across(x):
        return 150 + side * (x - 150)

    shapes = half_disc(across(60), height + 1, 60, "up", "d") + half_disc(across(250), height + 1, 84, "up", "c")
    for x in (126, 162):
        shapes += bar(across(x), y + 70, across(x), height - 6, 9, "b")
    for x in (126, 162):
        shapes += rect(across(x) - (4 if side > 0 else 22), height - 14, 26, 9, "b")
    shapes += half_disc(across(140), y - 10, 96, "down", "a")
    shapes += polygon([(across(44), y - 10), (across(44), y - 74), (across(104), y - 10)], "a")
    shapes += half_disc(across(132), y - 6, 52, "down", "d") + half_disc(across(132), y - 6, 26, "down", "c")
    shapes += rect(min(across(196), across(236)), y - 66, 40, 70, "a") + disc(across(208), y - 70, 44, "a")
    shapes += polygon([(across(246), y - 90), (across(292), y - 66), (across(246), y - 52)], "c")
    shapes += disc(across(214), y - 78, 14, "c") + disc(across(218), y - 77, 7, "b")
    shapes += polygon([(across(190), y - 108), (across(180), y - 140), (across(206), y - 114)], "b")
    return shapes + polygon([(across(204), y - 112), (across(206), y - 146), (across(220), y - 112)], "b")
