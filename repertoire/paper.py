"""The month on paper: one sheet, a row for every date, as a theatre pastes it on a wall.

The measures are those of static/css/print/month.css, in em of a row's type.
"""

from functools import cached_property

from django.utils.translation import gettext as _

from theatre_site.paper import TYPE_SIZES, Row, Setting, Sheet, Text, width

from .models.audience import Audience

ROOM = {1: 174, 2: 184, 3: 195}  # millimetres between head and foot: the head is lower over more columns
LEAST = {1: 15, 2: 10, 3: 4}  # points: what would be smaller goes into more columns
LARGEST_WITH_MANY = 30
FEW = 4  # so few dates are set larger, with the time in a line of its own

BLOCK, FLAT_BLOCK = (2.1, 2.1), (2.9, 1.4)  # width and height of the day; flat in three columns
GAP, PADDING = 0.5, 0.46
RULE = 0.75  # points
TIME = 2.4
LEADING, NOTE_LEADING = 1.06, 1.3
NOTE_OF_FEW = 0.3
TITLE_SCALES = (1, 0.8, 0.64)
TITLE_LINES = 2  # a title of more lines takes the next smaller type


class Day:
    """A date on the poster: a performance, or a gap in the rhythm."""

    def __init__(self, *, performance=None, gap=None):
        self.performance, self.gap = performance, gap

    @property
    def date(self):
        return self.performance.day if self.performance else self.gap.day

    @property
    def for_children(self):
        return (self.performance or self.gap).for_children

    @property
    def heading(self):
        return self.performance.heading if self.performance else _("No performance")

    @property
    def badges(self):
        return [words for kind, words in self.performance.badges] if self.performance else []

    @property
    def notes(self):
        """[text, …] beside the framed badges."""
        if self.gap:
            return [self.gap.reason] if self.gap.reason else []
        shown = self.performance
        festival = shown.edition.name if shown.edition else ""
        elsewhere = shown.venue.name if shown.venue and not shown.venue.is_home else ""
        return [text for text in (festival, shown.remark_text, elsewhere) if text]

    @property
    def price(self):
        shown = self.performance
        return shown and shown.lowest_price is not None and not shown.is_off and shown.sale != shown.Sale.FREE

    @cached_property
    def title_text(self):
        is_serif = self.performance and self.performance.for_audience == Audience.ADULTS
        return Text(self.heading, "serif" if is_serif else "sans")

    @cached_property
    def note_text(self):
        shown = self.performance
        signs = [*self.badges, shown.age_mark, f"● {shown.audience_name}"] if shown else []
        replaced = shown and shown.replaced
        instead_of = [f"{_('Instead of')} «{replaced.title}»"] if replaced else []
        return Text(", ".join([*instead_of, *self.notes, ""]), signs=signs)

    @cached_property
    def price_width(self):
        prices = f"{self.performance.lowest_price}–{self.performance.highest_price} грн" if self.price else ""
        return width(prices, "text")


class MonthPoster(Sheet):
    def __init__(self, month):
        self.days = [Day(gap=each) if each.is_gap else Day(performance=each) for each in month.dates]

    @property
    def has_few(self):
        return len(self.days) <= FEW

    def settings(self):
        largest = TYPE_SIZES[0] if self.has_few else LARGEST_WITH_MANY
        for columns, least in LEAST.items():
            yield from (Setting(columns, size) for size in TYPE_SIZES if least <= size <= largest)

    def room(self, setting):
        return ROOM[setting.columns]

    def rows(self, setting):
        return [self.row(day, setting) for day in self.days]

    def row(self, day, setting):
        block_width, block_height = FLAT_BLOCK if setting.columns == 3 else BLOCK
        measure = setting.measure - block_width - GAP
        note = NOTE_OF_FEW if self.has_few else note_size(setting.size)
        scale, title = self.title(day, measure)
        notes = day.note_text.lines((measure - day.price_width * note - GAP) / note) * note * NOTE_LEADING
        height = max(block_height, title + notes) + PADDING + RULE / setting.size
        return Row(day, height, css_class=f"x{round(scale * 100)}")

    def title(self, day, measure):
        """(scale, height) of the largest type in which the title takes no more than two lines."""
        if not self.has_few and day.performance:
            measure -= TIME
        for scale in TITLE_SCALES:
            lines = day.title_text.lines(measure / scale)
            if lines <= TITLE_LINES:
                break
        return scale, max(lines * scale, 1) * LEADING + (LEADING if self.has_few else 0)


def note_size(points):
    """Small print is a part of the title's size, but readable as long as there is room: in em."""
    return max(0.42, min(8 / points, 0.72))
