"""What was typed while the keyboard spoke another language: "ntfnh" is «театр»."""

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + '{}:"<>~'
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё" + "хъжэбюё"
UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю'" + "хїжєбю'"

LAYOUTS = [
    str.maketrans(typed, meant)
    for typed, meant in [
        (LATIN, RUSSIAN),
        (LATIN, UKRAINIAN),
        (RUSSIAN, UKRAINIAN),
        (UKRAINIAN, RUSSIAN),
        (RUSSIAN, LATIN),
        (UKRAINIAN, LATIN),
    ]
]


def in_other_layouts(text):
    """The same keys on other keyboards; those that make a difference."""
    small = text.lower()
    return [other for other in dict.fromkeys(small.translate(layout) for layout in LAYOUTS) if other != small]
