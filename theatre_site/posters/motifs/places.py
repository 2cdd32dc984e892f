from ..shapes import disc, eye, half_disc, polygon, rect


def forest(chance, height):
    shapes = disc(chance.pick([80, 220]), height * 0.3, 52, "c")
    kinds = [chance.pick([round_tree, fir, poplar]) for _ in range(6)]
    for place, tree in enumerate(kinds):
        x = 25 + 50 * place
        y = height * (0.3 + 0.28 * chance.fraction()) + (22 if place % 2 else 0)
        crown, trunk = ("b", "a") if place % 2 else ("a", "b")
        shapes += rect(x - 5, y, 10, height - y, trunk) + tree(x, y, crown)
    return shapes + half_disc(70, height + 10, 84, "up", "d") + half_disc(240, height + 10, 96, "up", "c")


def round_tree(x, y, fill):
    return disc(x, y, 34, fill)


def fir(x, y, fill):
    return "".join(
        polygon([(x, y - 34 + 34 * i), (x + 26 + 5 * i, y + 12 + 34 * i), (x - 26 - 5 * i, y + 12 + 34 * i)], fill)
        for i in range(3)
    )


def poplar(x, y, fill):
    return rect(x - 22, y - 34, 44, 96, fill, 22)


def town(chance, height):
    shapes = disc(chance.pick([70, 230]), height * 0.3, 58, "c")
    x = 0
    for house, width in enumerate(chance.pick([[62, 50, 76, 54, 58], [54, 76, 50, 66, 54], [76, 54, 58, 50, 62]])):
        top = height * (0.38 + 0.3 * chance.fraction())
        fill = "abda"[house % 4]
        roof = [gable, dome, battlements][(house + chance.between(0, 1)) % 3]
        shapes += rect(x, top, width, height - top, fill) + roof(x, top, width, fill)
        shapes += windows(x + width / 2, top, height, {"a": "c", "b": "d", "d": "b"}[fill])
        x += width
    return shapes


def gable(x, y, width, fill):
    return polygon([(x, y), (x + width / 2, y - 46), (x + width, y)], fill)


def dome(x, y, width, fill):
    middle, radius = x + width / 2, width / 2
    spire = rect(middle - 2.5, y - radius - 22, 5, 26, fill) + disc(middle, y - radius - 24, 6, "c")
    return half_disc(middle, y, radius, "up", fill) + spire


def battlements(x, y, width, fill):
    return "".join(rect(x + i * width / 3, y - 14, width / 6, 15, fill) for i in range(3))


def windows(middle, top, height, fill):
    shapes = ""
    y = top + 22
    while y < height - 40:
        shapes += rect(middle - 17, y, 11, 22, fill, 5.5) + rect(middle + 6, y, 11, 22, fill, 5.5)
        y += 40
    return shapes


def waves(chance, height):
    shapes = disc(chance.pick([90, 210]), height * 0.36, 70, "a")
    for row in range(4):
        y = height - (3 - row) * 30 + 8
        shift = 0 if row % 2 else -37.5
        outer, inner = ("b", "c") if row % 2 else ("d", "a")
        for wave in range(5):
            x = shift + wave * 75 + 37.5
            shapes += half_disc(x, y, 37.5, "up", outer) + half_disc(x, y, 37.5 * 0.55, "up", inner)
    return shapes


def ship(chance, height):
    side = chance.side()
    mast, deck = 150 - 8 * side, height * 0.68
    shapes = disc(150 + 84 * side, height * 0.24, 40, "c")
    shapes += rect(mast - 5, height * 0.1, 10, deck - height * 0.1 + 4, "b")
    fore, aft = mast + 5 * side, mast - 5 * side
    shapes += polygon([(fore, height * 0.12), (fore, deck - 16), (mast + 104 * side, deck - 16)], "a")
    shapes += polygon([(aft, height * 0.22), (aft, deck - 16), (mast - 72 * side, deck - 16)], "d")
    shapes += half_disc(150, deck, 104, "down", "b")
    for x in (112, 150, 188):
        shapes += disc(x, deck + 26, 9, "c")
    for wave in range(5):
        shapes += half_disc(wave * 75, height + 2, 37.5, "up", "a" if wave % 2 else "c")
    for wave in range(5):
        shapes += half_disc(37.5 + wave * 75, height + 22, 37.5, "up", "d")
    return shapes


def stairs(chance, height):
    """Two round someones meet on the steps."""
    side = chance.side()
    upper, lower = (225, 125) if side > 0 else (75, 175)
    shapes = disc(300 - upper, height * 0.3, 56, "c")
    for step in range(6):
        rise = height * (0.16 + 0.125 * step)
        x = step * 50 if side > 0 else 250 - step * 50
        shapes += rect(x, height - rise, 50, rise, "ab"[step % 2])
    for x, step, radius, fill, look in ((upper, 4, 34, "d", -0.6 * side), (lower, 2, 24, "c", 0.7 * side)):
        y = height - height * (0.16 + 0.125 * step) - radius
        white = "g" if fill == "c" else "c"
        shapes += disc(x, y, radius, fill)
        for eye_x in (x - radius * 0.42, x + radius * 0.42):
            shapes += eye(eye_x, y - 2, radius * 0.3, (look, 0.5), white)
    return shapes
