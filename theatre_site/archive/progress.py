class Progress:
    """Says a line for every tenth of the way: enough for a person, and not too much for a journal."""

    def __init__(self, what, total, say):
        self.what, self.total, self.say = what, total, say
        self.done = self.told = 0

    def advance(self, steps=1):
        self.done += steps
        tenths = 10 * self.done // self.total if self.total else 10
        if tenths > self.told:
            self.told = tenths
            self.say(f"  {self.what}: {min(tenths, 10) * 10} %")


def in_megabytes(size):
    return f"{size / 1024 / 1024:,.1f} MB"
