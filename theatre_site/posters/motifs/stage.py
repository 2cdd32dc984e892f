from ..shapes import bar, disc, half_disc, polygon, quarter_disc, rect


def curtain(chance, height):
    """Two small people made of post and disc, hand in hand: the letter Ю on stage."""
    shapes = disc(150, height * 0.66, 74, "c")
    shapes += rect(0, height - 34, 300, 34, "b")
    shapes += rect(112, height - 108, 28, 74, "b") + disc(126, height - 128, 17, "b")
    shapes += rect(138, height - 84, 34, 9, "b") + disc(190, height - 61, 28, "b")
    shapes += disc(183, height - 68, 4, "c") + disc(197, height - 68, 4, "c")
    lengths = [0.93, 0.74, 0.5] if chance.fraction() > 0.5 else [0.86, 0.62, 0.42]
    for fold, length in enumerate(lengths):
        for x in (fold * 50, 250 - fold * 50):
            shapes += rect(x, -30, 50, length * height * 0.72 + 30, "ad"[fold % 2], 25)
    return shapes


def beams(chance, height):
    """Stage lights on one or two people."""
    floor = height - 30
    shapes = polygon([(26, 0), (62, 0), (248, floor), (96, floor)], "c")
    shapes += polygon([(274, 0), (238, 0), (52, floor), (204, floor)], "a")
    shapes += polygon([(150, height * 0.317), (200, floor), (100, floor)], "d")
    shapes += rect(0, floor, 300, 32, "b")
    if chance.fraction() > 0.5:
        shapes += rect(116, floor - 104, 28, 104, "b") + disc(130, floor - 124, 19, "b")
        shapes += rect(140, floor - 66, 30, 9, "b") + disc(186, floor - 30, 30, "b")
    else:
        shapes += rect(136, floor - 104, 28, 104, "b") + disc(150, floor - 124, 19, "b")
        shapes += bar(150, floor - 90, 208, floor - 128, 9, "b") + bar(150, floor - 90, 92, floor - 70, 9, "b")
    return shapes + rect(14, -4, 60, 18, "b") + rect(226, -4, 60, 18, "b")


def masks(chance, height):
    """One face, half glad and half sad."""
    side = chance.side()
    look = chance.pick([-1, 1]) * 0.8
    radius, y = 128, height * 0.47
    shapes = half_disc(150, y, radius, "left", "a") + half_disc(150, y, radius, "right", "b")
    shapes += disc(96, y - 26, 31, "c") + disc(204, y - 26, 31, "c")
    shapes += disc(96 + 12 * look, y - 22, 14, "b") + disc(204 + 12 * look, y - 22, 14, "b")
    shapes += bar(62, y - 66 - 8 * side, 124, y - 70 + 8 * side, 11, "b")
    shapes += bar(238, y - 66 + 8 * side, 176, y - 70 - 8 * side, 11, "a")
    shapes += polygon([(150, y - 22), (150, y + 34), (126, y + 34)], "b")
    shapes += polygon([(150, y - 22), (150, y + 34), (174, y + 34)], "a")
    if side > 0:
        return shapes + quarter_disc(150, y + 54, 58, "sw", "c") + quarter_disc(150, y + 106, 58, "ne", "d")
    return shapes + quarter_disc(150, y + 106, 58, "nw", "c") + quarter_disc(150, y + 54, 58, "se", "d")
