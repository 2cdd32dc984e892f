"""What visitors would miss about a date: said beside it in the planner, and on the start page where it is mended."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from translated_fields import to_attribute

from repertoire.models import Performance
from theatre_site.languages import LANGUAGE_CODES, columns


class Missing(NamedTuple):
    words: str
    row: object  # the date or its play, in whose form it is mended
    field: str


def missing_in(performance):
    """Nothing about what is over; of what does not take place only the reason."""
    if performance.is_over:
        return
    if performance.state != Performance.State.SCHEDULED:
        yield from unexplained(performance)
    if not performance.is_off:
        yield from unsaid(performance)
        yield from untranslated(performance.production or performance)


def unexplained(performance):
    silent = [column for column in columns("state_reason") if not getattr(performance, column)]
    if silent:
        yield Missing(_("no reason in both languages"), performance, silent[0])


def unsaid(performance):
    play = performance.production
    if performance.is_to_be_announced:
        yield Missing(_("no play"), performance, "production")
    if play and not play.is_public:
        yield Missing(_("the play is not on the site"), play, "status")
    if performance.name and not performance.age_mark:
        yield Missing(_("no age mark"), play or performance, "age_rating")
    if performance.lowest_price is None and performance.sale != Performance.Sale.FREE:
        yield Missing(_("no price"), performance, "price_min")


def untranslated(row):
    """Its title, if it has one in another language."""
    for language in LANGUAGE_CODES:
        column = to_attribute("title", language)
        if row.title and not getattr(row, column):
            yield Missing({"ru": _("no Russian title"), "uk": _("no Ukrainian title")}[language], row, column)
