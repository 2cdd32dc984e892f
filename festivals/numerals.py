"""Roman numerals, and how they are cut from posts."""

VALUES = [
    *[("M", 1000), ("CM", 900), ("D", 500), ("CD", 400)],
    *[("C", 100), ("XC", 90), ("L", 50), ("XL", 40)],
    *[("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)],
]

# how each is cut from posts, 100 high: its width and its outline
GLYPHS = {
    "I": (22, "h22v100h-22z"),
    "V": (78, "h24l15 62 15-62h24l-26 100h-26z"),
    "X": (78, "h26l13 32 13-32h26l-26 50 26 50h-26l-13-32-13 32h-26l26-50z"),
}
GAP = 10


def roman(number):
    """4 → IV."""
    letters = ""
    for letter, value in VALUES:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def outlines(letters):
    """(width, paths) of a numeral 100 high. Only I, V and X are cut: enough for 39 festivals."""
    paths, x = [], 0
    for letter in letters:
        width, shape = GLYPHS[letter]
        paths.append(f"M{x} 0{shape}")
        x += width + GAP
    return x - GAP, paths
