"""A programme on paper: one sheet, day by day, everything that the table on the screen says.

The measures are those of static/css/print/programme.css, in em of a line's type.
"""

from itertools import groupby

from django.utils.functional import cached_property

from theatre_site.paper import POINT, TYPE_SIZES, WIDTH, Row, Setting, Sheet, Text

ROOM = 188  # millimetres between head and foot, without the title
COLUMNS = (1, 2, 3)
LARGEST = 15  # points
TITLE_SIZE, TITLE_LEADING = 13, 1.2
PRELIMINARY = 8  # millimetres

TIME, GAP, PADDING = 3.2, 0.6, 0.5
RULE = 0.5  # points
LEADING, COMPANY, NOTE = 1.2, 0.85, 0.8
NOTES_ASIDE = 13  # in one column the notes stand beside, in more below
DENSE = 6  # points: in a smaller type they run on
FEW = 4  # so few lines do not share the height of the sheet
CAPTION = 2.45


class Line:
    """An item of the programme as paper shows it."""

    def __init__(self, item, home):
        self.item = item
        self.place = item.place or (home if item.performance else None)

    @cached_property
    def what(self):
        return Text(f"«{self.item.name}»", signs=[words for kind, words in self.item.badges])

    @cached_property
    def company(self):
        if self.item.participant:
            company = self.item.participant.company
            return Text(f"{company.name}, {company.town}")
        return Text("Театр юного зрителя" if self.item.performance else "")

    @cached_property
    def notes(self):
        item = self.item
        audience = ["● Взрослым"] if item.audience else []
        minutes = f"{item.minutes} мин" if item.minutes else ""
        place = f"{self.place.name}," if self.place else ""
        return Text(f"{place} {minutes} {item.move_note}", signs=[*audience, *filter(None, [item.age_mark])])

    @cached_property
    def running(self):
        """All of it as one running text."""
        return self.what + self.company * COMPANY + self.notes * NOTE

    @cached_property
    def day(self):
        return self.item.day


def in_table(line, measure):
    """The height of a line whose notes stand beside it."""
    measure -= NOTES_ASIDE + GAP
    what = line.what.lines(measure) * LEADING
    if line.company.words:
        what += line.company.lines(measure / COMPANY) * COMPANY * LEADING
    return max(what, line.notes.lines(NOTES_ASIDE / NOTE) * NOTE * LEADING)


def below(line, measure):
    """Each text of a line in lines of its own."""
    texts = [(line.what, 1), (line.company, COMPANY), (line.notes, NOTE)]
    return sum(text.lines(measure / size) * size * LEADING for text, size in texts if text.words)


def running_on(line, measure):
    return line.running.lines(measure) * LEADING


class ProgrammeSheet(Sheet):
    caption = CAPTION

    def __init__(self, edition, items, home):
        self.edition, self.items, self.home = edition, items, home

    @cached_property
    def lines(self):
        return [Line(item, self.home) for item in self.items]

    def settings(self):
        """The larger the type the better, then the fewer columns."""
        return [Setting(columns, size) for size in TYPE_SIZES if size <= LARGEST for columns in COLUMNS]

    def room(self, setting):
        title = Text(self.edition.programme_title, "sans").lines(WIDTH / (TITLE_SIZE * POINT))
        preliminary = 0 if self.edition.programme_confirmed else PRELIMINARY
        return ROOM - title * TITLE_SIZE * POINT * TITLE_LEADING - preliminary

    def rows(self, setting):
        return [self.row(line, setting) for line in self.lines]

    def row(self, line, setting):
        measure = setting.measure - TIME - GAP
        height_of = in_table if setting.columns == 1 else running_on if setting.size < DENSE else below
        return Row(line, height_of(line, measure) + PADDING + RULE / setting.size, group=line.day)

    @property
    def is_table(self):
        return self.setting.columns == 1

    @property
    def is_dense(self):
        return self.setting.size < DENSE

    @property
    def has_few(self):
        return len(self.lines) <= FEW

    @cached_property
    def days(self):
        """[[(day, goes on from the column before, [row, …]), …], …], a list for each column."""
        begun, columns = set(), []
        for column in self.columns:
            columns.append([(day, day in begun, list(rows)) for day, rows in groupby(column, lambda row: row.group)])
            begun.update(row.group for row in column)
        return columns
