"""What was measured, beside the limit that it has to keep."""

from dataclasses import dataclass


@dataclass
class Figure:
    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def limit(self):
        if self.at_most is not None:
            return f"≤ {self.at_most:g}"
        return f"≥ {self.at_least:g}" if self.at_least is not None else ""

    @property
    def verdict(self):
        if not self.limit:
            return ""
        kept = self.value <= self.at_most if self.at_most is not None else self.value >= self.at_least
        return "kept" if kept else "**missed**"

    @property
    def said(self):
        is_round = abs(self.value) >= 100 or self.value == int(self.value)
        number = f"{self.value:,.0f}" if is_round else f"{self.value:.2f}"
        return f"{number} {self.unit}".rstrip()


def table(figures):
    """Markdown."""
    rows = [["What", "Measured", "Limit", ""], ["---", "---:", "---:", "---"]]
    rows += [[each.name, each.said, each.limit, each.verdict] for each in figures]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
