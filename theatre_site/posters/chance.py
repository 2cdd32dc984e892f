import hashlib


class Chance:
    """Random numbers that a word decides: the same seed gives the same numbers on every machine."""

    def __init__(self, seed):
        self.seed = seed
        self.drawn = 0

    def fraction(self):
        """From 0 to 1, without 1."""
        self.drawn += 1
        digest = hashlib.sha256(f"{self.seed}:{self.drawn}".encode()).digest()
        return int.from_bytes(digest[:4], "big") / 2**32

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + int(self.fraction() * (high - low + 1))

    def pick(self, things):
        return things[int(self.fraction() * len(things))]

    def side(self):
        """1 or -1: which way a drawing looks."""
        return self.pick([1, -1])
