"""The coming two weeks on the start page: every date with its state, and what is still missing where it is mended."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils import timezone

from repertoire.models import Performance

from .missing import missing_in

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
    return [
        (words, form_of(row, field))
        for words, row, field in missing_in(performance)
        if user.has_perm(f"repertoire.change_{row._meta.model_name}")
    ]
