"""The letters of posters: which face speaks to whom, how wide and how tall they are."""

from theatre_site import typefaces

ADVANCES = {"adults": typefaces.ADVANCES["serif"], "children": typefaces.ADVANCES["sans"]}
UNKNOWN_ADVANCE = 1000  # a letter that our fonts lack is set in another one: rather too much room than too little
WORD_SPACE = 120  # added to every space by .po .t, .v-adult and the standalone poster
CAP_HEIGHT = {"adults": 0.644, "children": 0.700}


def width(text, audience):
    """In em."""
    advances = ADVANCES[audience]
    return (sum(advances.get(glyph, UNKNOWN_ADVANCE) for glyph in text) + WORD_SPACE * text.count(" ")) / 1000
