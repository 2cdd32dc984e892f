"""How wide letters are, so that lines are set on the server without opening a font.

ADVANCES: {face: {glyph: 1/1000 em}}. The faces are serif (Piazzolla 900), sans (Rubik 900) and text (Rubik 600, the
widest that small print has). A test measures them in static/fonts/.
"""

import json
from pathlib import Path

ADVANCES = json.loads((Path(__file__).parent / "advances.json").read_text(encoding="utf-8"))
