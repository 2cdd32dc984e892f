"""One row of the file: one language of one post."""

from datetime import datetime

from django.utils import timezone

from news.models import Rubric
from theatre_site.languages import LANGUAGE_CODES, columns
from theatre_site.models.redirect import LONGEST_ADDRESS, WAS_ADDRESS, as_asked
from theatre_site.publishing import Status

DAYS = ["%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S"]
STATES = {"": Status.PUBLISHED, "published": Status.PUBLISHED, "draft": Status.DRAFT}
PER_LANGUAGE = {
    "title": "title",
    "lead": "lead",
    "body": "body",
    "picture_alt": "image_alt",
    "picture_caption": "image_caption",
}


class Refused(Exception):
    """Its text says why."""


class Row:
    """`columns` is what it says of a post: {"title_ru": …, "publish_at": …, "rubric": …}; `refusals` why it cannot."""

    def __init__(self, number, words, rubrics):
        self.number, self.words = number, words
        self.refusals, self.notes = [], []
        self.language = self.understood("language", language)
        self.source = self.understood("source", old_address)
        self.key = words.get("key") or f"row {number}"
        self.columns = self.texts() | {
            "publish_at": self.understood("date", moment),
            "status": self.understood("status", state),
            "rubric": self.understood("rubric", rubrics.find),
        }
        if words.get("slug"):
            self.columns["slug"] = words["slug"]
        if not words["title"]:
            self.refusals.append("The title is missing.")

    def texts(self):
        """An empty cell says nothing: it never empties what is there."""
        said = {name: self.words.get(name) for name in PER_LANGUAGE}
        return {f"{PER_LANGUAGE[name]}_{self.language}": text for name, text in said.items() if text}

    def understood(self, name, meaning):
        try:
            return meaning(self.words.get(name, ""))
        except Refused as reason:
            self.refusals.append(str(reason))
            return None


def language(word):
    if word.lower() not in LANGUAGE_CODES:
        raise Refused(f"The language is one of {', '.join(LANGUAGE_CODES)}, not “{word}”.")
    return word.lower()


def old_address(word):
    """/index.php?id=12 of https://old.example/index.php?id=12"""
    address = as_asked(word)
    if not WAS_ADDRESS.regex.match(address):
        raise Refused(f"“{word}” is no address of a page: https://old.example/index.php?id=12 or /node/5.")
    if len(address) > LONGEST_ADDRESS:
        raise Refused(f"The old address is longer than {LONGEST_ADDRESS} characters.")
    return address


def state(word):
    if word.lower() not in STATES:
        raise Refused(f"The status is published or draft, not “{word}”.")
    return STATES[word.lower()]


def moment(word):
    """By the clocks of the theatre, unless it says another zone."""
    found = from_iso(word) or from_words(word)
    if found is None or not 1900 <= found.year <= 2100:
        raise Refused(f"“{word}” is no date: 2011-10-05 12:30 or 05.10.2011 12:30.")
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def from_iso(word):
    try:
        return datetime.fromisoformat(word)
    except ValueError:
        return None


def from_words(word):
    for form in DAYS:
        try:
            return datetime.strptime(word, form)
        except ValueError:
            continue
    return None


class Rubrics:
    """By address or name in any language; new ones are made only if that was asked for."""

    def __init__(self, default="", *, may_make=False):
        self.default, self.may_make = default, may_make
        self.known = {}
        for rubric in Rubric.objects.all():
            for name in [rubric.slug, *(getattr(rubric, column) for column in columns("name"))]:
                self.known.setdefault(name.casefold(), rubric)

    def find(self, word):
        """None stands for one that is to be made."""
        name = (word or self.default).casefold()
        if name and name not in self.known and self.may_make:
            self.known[name] = Rubric(name_ru=word, name_uk=word)
        if name not in self.known:
            raise Refused(
                f"There is no rubric “{word or self.default}”. Make it first, or say --make-rubrics."
                if name
                else "The rubric is missing; say --rubric for all that have none."
            )
        return self.known[name]
