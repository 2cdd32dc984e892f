from datetime import date, timedelta
from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from theatre_site.parts import part_of_the_era
from theatre_site.previews import shows
from theatre_site.sharing import picture_response

from .calendars import NAMES, calendar_of
from .models import Performance, Person, Production, Season, WeeklySlot
from .on_calendar import gaps_on, performances_on
from .paper import MonthPoster
from .sharing import picture_of_performance, picture_of_production
from .structured_data import play, theater_event
from .weeks import Month, Week, by_season, by_week, in_order

WEEKS_SHOWN = 4
RELATED = 4


def whats_on(request, audience=""):
    """This week and the next ones: the calendar of the week, and below it what has not ended yet."""
    read = part_of_the_era(("what's on", audience), lambda: read_whats_on(audience))
    return render(request, "repertoire/whats_on.html", read)


def read_whats_on(audience):
    this_week = Week(timezone.localdate())
    last_week = this_week.ahead(WEEKS_SHOWN - 1)
    # from Sunday on: a show of last night may still go on
    shown = performances_on(this_week.first_day - timedelta(days=1), last_week.last_day, audience)
    gaps = gaps_on(this_week.first_day, last_week.last_day, audience)
    still_ahead = [each for each in in_order(shown, gaps) if not each.is_over]
    (_first, coming), *later_weeks = by_week(still_ahead, first=this_week)
    return {
        "week": this_week.fill(shown, gaps),
        "dates": coming,
        "later_weeks": later_weeks,
        "audience": audience,
        "later": Month(last_week.last_day.year, last_week.last_day.month),
        **({} if coming else what_comes_next(audience)),
    }


def what_comes_next(audience=""):
    """For an empty list: the next date and, in the summer, when the season opens (A25)."""
    upcoming = Performance.objects.upcoming()
    if audience:
        upcoming = upcoming.for_audience(audience)
    return {"next_performance": upcoming.taking_place().first(), "next_season": Season.objects.opening()}


def week(request, year, week):
    try:
        shown = Week(date.fromisocalendar(year, week, 1))
    except ValueError as reason:
        raise Http404 from reason
    days = shown.first_day, shown.last_day
    shown.fill(performances_on(*days), gaps_on(*days))
    context = {"week": shown, **({} if shown.dates else what_comes_next())}
    return render(request, "repertoire/week.html", context)


def month(request, year, month):
    read = part_of_the_era(("month", year, month), lambda: read_month(year, month))
    return render(request, "repertoire/month.html", {**read, "poster": MonthPoster(read["month"])})


def read_month(year, month):
    shown = Month(year, month)
    shown.fill(performances_on(*shown.days), gaps_on(*shown.days))
    return {"month": shown, **({} if shown.has_dates else what_comes_next())}


def whats_on_calendar(request, audience=""):
    performances = Performance.objects.in_calendars()
    if audience:
        performances = performances.for_audience(audience)
    page = reverse(f"repertoire:whats_on_for_{audience}" if audience else "repertoire:whats_on")
    return calendar_of(request, performances, name=NAMES[audience], page=page)


def production_list(request, only=""):
    productions = {
        "": Production.objects.playing(),
        "premieres": Production.objects.premieres(),
        "adults": Production.objects.playing().for_audience("adults"),
        "children": Production.objects.playing().for_audience("children"),
        "archive": Production.objects.archived(),
    }[only]
    return render(
        request,
        "repertoire/production_list.html",
        {"productions": productions.by_audience(), "only": only, "slots": WeeklySlot.objects.current()},
    )


def production_detail(request, slug):
    return show_production(request, part_of_the_era(("production called", slug), partial(read_production, slug)))


def read_production(slug):
    return get_object_or_404(Production.objects.published(), slug=slug)


@shows(Production)
def show_production(request, production):
    context = {
        "production": production,
        "object_languages": production.said_in,
        "sharing_picture": picture_of_production(production),
        "structured_data": [partial(play, production=production)],
        **part_of_the_era(("production", production.pk), lambda: read_about(production)),
    }
    return render(request, "repertoire/production_detail.html", context)


def read_about(production):
    dates = list(Performance.objects.of_or_instead_of(production).upcoming())
    past = list(Performance.objects.filter(production=production).past())
    return {
        "dates": dates,
        "performances": [each for each in dates if each.production_id == production.pk],
        "past": past,
        "seasons": by_season(past),
        "credits": list(production.credits.select_related("person")),
        "photos": list(production.photos.public()),
        "videos": list(production.videos.all()),
        "posts": list(production.posts.published().for_list()[:RELATED]),
        "related": list(Production.objects.like(production).for_list()[:RELATED]),
    }


def production_picture(request, slug):
    production = get_object_or_404(Production.objects.published(), slug=slug)
    return picture_response(request, picture_of_production(production))


def production_calendar(request, slug):
    production = get_object_or_404(Production.objects.published(), slug=slug)
    performances = Performance.objects.in_calendars().filter(production=production)
    return calendar_of(request, performances, name=production.title, page=production.get_absolute_url())


def performance_detail(request, pk):
    performance = get_object_or_404(Performance.objects.public().defer(None), pk=pk)
    others = list(Performance.objects.upcoming().of_the_same_play(performance)[:RELATED])
    context = {
        "performance": performance,
        "object_languages": performance.said_in,
        "sharing_picture": picture_of_performance(performance),
        "structured_data": [partial(theater_event, performance=performance)],
        "others": others,
        "next_date": next((each for each in others if not each.is_off), None),
        "posts": performance.posts.published().for_list()[:RELATED],
    }
    return render(request, "repertoire/performance_detail.html", context)


def performance_picture(request, pk):
    performance = get_object_or_404(Performance.objects.public(), pk=pk)
    return picture_response(request, picture_of_performance(performance))


def performance_calendar(request, pk):
    """One date, for as long as its page stands."""
    performance = get_object_or_404(Performance.objects.public(), pk=pk)
    return calendar_of(request, [performance], name=performance.heading, page=performance.get_absolute_url())


def person_detail(request, slug):
    person = get_object_or_404(Person.objects.published(), slug=slug)
    return show_person(request, person)


@shows(Person)
def show_person(request, person):
    context = {"person": person, "object_languages": person.said_in, "credits": person.credits.public()}
    return render(request, "repertoire/person_detail.html", context)
