"""The parts of a title that stay together on a line."""

import re

from .glyphs import width
from .syllables import syllables

HYPHEN = "\u200b"  # stands after a hyphen of the title's own: the line may end here
SYLLABLE = "\u00ad"  # the end of a syllable: a hyphen if the line ends here, nothing if not

HYPHEN_IN_WORD = re.compile(r"(?<=\w)[-‐‑](?=\w)")
STAYS_WITH_NEXT = re.compile(
    r"[«„“\"(]?(а|в|и|о|у|с|к|до|за|на|не|ни|но|об|от|по|из|со|ко|і|й|з|є|та|що|як|для|при|про|без|над|под|під)",
    re.IGNORECASE,
)
MOST_HELD = 2
DASHES = {"-", "–", "—"}
LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def unbreakable_parts(title):
    """In capitals. A short word stays with the next one and a dash with the last; a hyphen may end a line."""
    parts, held = [], []
    for word in HYPHEN_IN_WORD.sub(f"-{HYPHEN} ", title.upper()).split():
        if word in DASHES and parts and not held:
            parts[-1] += f" {word}"
        elif (word in DASHES or STAYS_WITH_NEXT.fullmatch(word)) and len(held) < MOST_HELD:
            held.append(word)
        else:
            parts.append(" ".join([*held, word]))
            held = []
    return [*parts, " ".join(held)] if held else parts


def joined(parts):
    """One line of text."""
    text = " ".join(parts).replace(f"{HYPHEN} ", "").replace(f"{SYLLABLE} ", "")
    return text.removesuffix(HYPHEN) if text.endswith(HYPHEN) else text.replace(SYLLABLE, "-")


def broken(part, audience, widest):
    """[part], or its pieces where it is wider than `widest` em and has syllables to break it at."""
    longest = max(LETTERS.finditer(part), key=lambda found: len(found[0]), default=None)
    if longest is None or width(joined([part]), audience) <= widest:
        return [part]
    pieces = syllables(longest[0])
    pieces[0] = part[: longest.start()] + pieces[0]
    pieces[-1] += part[longest.end() :]
    for lines in range(2, len(pieces) + 1):
        texts = evenly(pieces, lines, audience)
        if max(width(joined([text]), audience) for text in texts) <= widest:
            return texts
    return [part]


def evenly(pieces, lines, audience):
    """The syllables on so many lines, the widest of them as narrow as can be."""
    widths = [width(piece, audience) for piece in pieces]
    groups = partition(widths, lines)
    return ["".join(pieces[start:end]) + (SYLLABLE if end < len(pieces) else "") for start, end in groups]


def partition(widths, lines, space=0):
    """[(start, end), …]: the row of widths cut into so many lines, so that the sum of their squares is least."""
    total = [0]
    for each in widths:
        total.append(total[-1] + each + space)
    best = {0: (0, [])}  # end of the last line → (how uneven, its cuts)
    for _line in range(lines):
        best = {
            end: min(
                (uneven + (total[end] - total[start]) ** 2, [*cuts, (start, end)])
                for start, (uneven, cuts) in best.items()
                if start < end
            )
            for end in range(min(best) + 1, len(widths) + 1)
        }
    return best[len(widths)][1]
