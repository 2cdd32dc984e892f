"""Twelve palettes of cut paper: six bright ones for children, six deep ones for adults. The same in dark mode.

static/css/components/poster-palettes.css says the same in CSS; a test keeps the two equal.
"""

INK, CREAM, TOMATO, MARIGOLD, ROSE, WINE = "#2d1a4a", "#fff2da", "#e5462a", "#f8b62d", "#f7b5b0", "#8c1535"
SKY, NIGHT, MINT, LEAF, FOREST = "#93cdea", "#22307a", "#b9e0c2", "#0c7c66", "#0a4a41"

# z title ground, t title, g picture ground, a b c d shapes
ROLES = "ztgabcd"
PALETTES = {
    "children": [
        (MARIGOLD, INK, TOMATO, CREAM, INK, ROSE, MARIGOLD),
        (TOMATO, CREAM, ROSE, INK, MARIGOLD, CREAM, TOMATO),
        (SKY, INK, MARIGOLD, TOMATO, CREAM, INK, SKY),
        (MINT, INK, LEAF, MARIGOLD, CREAM, TOMATO, MINT),
        (ROSE, INK, SKY, CREAM, TOMATO, MARIGOLD, INK),
        (CREAM, TOMATO, MARIGOLD, TOMATO, INK, LEAF, CREAM),
    ],
    "adults": [
        (INK, CREAM, TOMATO, CREAM, MARIGOLD, INK, ROSE),
        (INK, MARIGOLD, WINE, ROSE, MARIGOLD, TOMATO, CREAM),
        (NIGHT, CREAM, SKY, CREAM, NIGHT, TOMATO, MARIGOLD),
        (WINE, CREAM, ROSE, WINE, CREAM, INK, TOMATO),
        (CREAM, INK, INK, TOMATO, MARIGOLD, CREAM, ROSE),
        (FOREST, CREAM, MINT, FOREST, CREAM, TOMATO, MARIGOLD),
    ],
}


def colours(audience, number):
    """{"z": "#f8b62d", …}"""
    return dict(zip(ROLES, PALETTES[audience][number], strict=True))
