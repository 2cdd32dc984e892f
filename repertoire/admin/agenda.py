"""The coming two weeks on the start page: every date with its state, and what is still missing where it is mended."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from translated_fields import to_attribute

from repertoire.models import Performance
from theatre_site.languages import LANGUAGE_CODES

DAYS, AT_MOST = 14, 40


@dataclass
class ComingDate:
    performance: Performance
    address: str
    problems: list  # [(words, address of the field), …]


class ShowsComingDates:
    """ModelAdmin of performances."""

    def coming_dates(self, request):
        today = timezone.localdate()
        rows = Performance.objects.with_facts().between(today, today + timedelta(days=DAYS - 1)).not_over()
        return [ComingDate(row, form_of(row), problems_of(row, request.user)) for row in rows[:AT_MOST]]


def form_of(row, field=""):
    address = reverse(admin_urlname(row._meta, "change"), args=[row.pk])
    return f"{address}#id_{field}" if field else address


def problems_of(performance, user):
    """Of the date and of its play, as far as this user may mend them."""
    found = []
    if user.has_perm("repertoire.change_performance"):
        found += [(words, form_of(performance, field)) for words, field in of_the_date(performance)]
    if performance.production and user.has_perm("repertoire.change_production"):
        play = performance.production
        found += [(words, form_of(play, field)) for words, field in of_the_play(play, performance)]
    return found


def of_the_date(performance):
    if performance.is_off:
        if not performance.state_reason:
            yield _("no reason given"), "state_reason_ru"
        return
    if performance.is_to_be_announced:
        yield _("no play yet"), "production"
    if performance.lowest_price is None and performance.sale != Performance.Sale.FREE:
        yield _("no price"), "price_min"
    if not performance.production:
        if performance.name and not performance.age_mark:
            yield _("no age mark"), "age_rating"
        yield from untranslated(performance)


def of_the_play(play, performance):
    if not play.is_public:
        yield _("the play is not on the site"), "status"
    if not performance.is_off:
        if not performance.age_mark:
            yield _("no age mark"), "age_rating"
        yield from untranslated(play)


def untranslated(row):
    """Its title, if it has one in another language."""
    for language in LANGUAGE_CODES:
        column = to_attribute("title", language)
        if row.title and not getattr(row, column):
            yield {"ru": _("no Russian title"), "uk": _("no Ukrainian title")}[language], column
