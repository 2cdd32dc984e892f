"""What waits for somebody at the desk: every ModelAdmin says in `matters()` which of its rows do, and the start page
asks for all of them in one query."""

from dataclasses import dataclass

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import CharField, Count, DateTimeField, F, IntegerField, TextField, Value, Window
from django.db.models.functions import Cast
from django.urls import reverse

from theatre_site.languages import LANGUAGE_CODES, preferred_languages

REVIEW, DRAFTS, TRANSLATIONS = "review", "drafts", "translations"
SHOWN = 4
SHAPE = ["matter", "row", *(f"called_{code}" for code in LANGUAGE_CODES), "place", "moment", "total"]


@dataclass(frozen=True)
class Matter:
    """Rows of one model that wait for the same thing."""

    section: str
    words: str
    rows: object
    name: str  # the translated text by which a row is called
    place: object = ""  # the field of the form where it is mended, or an expression for it
    listed: str = ""  # what to ask their list for, to see all of them

    @property
    def model(self):
        return self.rows.model

    @property
    def model_name_plural(self):
        return self.model._meta.verbose_name_plural

    def address(self, row, place):
        return reverse(admin_urlname(self.model._meta, "change"), args=[row]) + (f"#id_{place}" if place else "")

    def label(self, place):
        return self.model._meta.get_field(place).verbose_name if place else ""

    @property
    def list_address(self):
        return reverse(admin_urlname(self.model._meta, "changelist")) + self.listed

    def first_rows(self, number):
        """In the shape that all matters share, what was changed last first."""
        dated = any(field.name == "updated_at" for field in self.model._meta.fields)
        called = {f"called_{code}": Cast(f"{self.name}_{code}", TextField()) for code in LANGUAGE_CODES}
        return (
            self.rows.annotate(
                matter=Value(number, IntegerField()),
                row=F("pk"),
                **called,
                place=Cast(Value(self.place) if isinstance(self.place, str) else self.place, CharField()),
                moment=F("updated_at") if dated else Cast(Value(None), DateTimeField()),
                total=Window(Count("pk")),
            )
            .order_by("-updated_at" if dated else "pk")
            .values_list(*SHAPE)[:SHOWN]
        )


@dataclass
class Line:
    """One thing on the start page, with the way to its form."""

    address: str
    name: str
    kind: str
    words: str
    field: str  # the words of the field that is to be mended
    moment: object


@dataclass
class Found:
    """Lines of one matter, and how many more there are."""

    matter: Matter
    lines: list
    total: int

    @property
    def more(self):
        return self.total - len(self.lines)


def found(matters):
    """[Found, …] in the order of the matters, in one query."""
    first, *others = [matter.first_rows(number) for number, matter in enumerate(matters)] or [None]
    rows = () if first is None else first.union(*others, all=True)
    results = {}
    for number, row, *called, place, moment, total in rows:
        matter = matters[number]
        name = in_own_language(called) or f"№ {row}"
        line = Line(
            matter.address(row, place), name, matter.model._meta.verbose_name, matter.words, matter.label(place), moment
        )
        results.setdefault(number, Found(matter, [], total)).lines.append(line)
    return [results[number] for number in sorted(results)]


def in_own_language(called):
    texts = dict(zip(LANGUAGE_CODES, called, strict=True))
    return next((texts[code] for code in preferred_languages() if texts[code]), "")
