"""How wide letters are. The figures come from advances.json (1/1000 em), so a page that shows posters opens no font."""

import json
from pathlib import Path

ADVANCES = json.loads((Path(__file__).parent / "advances.json").read_text(encoding="utf-8"))
UNKNOWN_ADVANCE = 1000  # a letter that our fonts lack is set in another one: rather too much room than too little
WORD_SPACE = 120  # added to every space by .po .t, .v-adult and the standalone poster
CAP_HEIGHT = {"adults": 0.644, "children": 0.700}


def width(text, audience):
    """In em."""
    advances = ADVANCES[audience]
    return (sum(advances.get(glyph, UNKNOWN_ADVANCE) for glyph in text) + WORD_SPACE * text.count(" ")) / 1000
