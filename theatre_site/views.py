"""Pages that bring several apps together, and those of the theatre itself."""

import sys
from datetime import date, timedelta
from errno import EDQUOT, ENOSPC
from http import HTTPStatus
from operator import attrgetter

from django.db import InterfaceError, OperationalError
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from festivals import search as festivals_search
from festivals.models import PUBLIC_EDITIONS
from news import search as news_search
from news.models import Post, Rubric
from repertoire import search as repertoire_search
from repertoire.models import Performance, Production, Season, WeeklySlot
from repertoire.on_calendar import gaps_on
from theatre_site import front_desk
from theatre_site.appearance import Appearance, forget, remember, way_back
from theatre_site.languages import LANGUAGE_CODES, is_office
from theatre_site.models import Banner, Concession, Page, Partner, Venue
from theatre_site.pagination import page_of
from theatre_site.parts import part_of_the_era
from theatre_site.previews import shows
from theatre_site.redirects import new_address
from theatre_site.search import HitsOfKind, SearchForm, find, narrowed
from theatre_site.search import pages as pages_search
from theatre_site.sharing import picture_of_theatre, picture_response
from theatre_site.structured_data import theatre_in_full, website
from theatre_site.written_once import WrittenOnce

SATURDAY, SUNDAY = 6, 7
LOOK_AHEAD = 40
ROWS, POSTERS, POSTS = 4, 6, 5
# An office that stands elsewhere is not given away here; its pages say themselves that they are not for robots.
NOT_FOR_ROBOTS = ["/admin/", *(f"/{code}/{path}/" for code in LANGUAGE_CODES for path in ("search", "vision"))]
NO_PAGES = ("/media/", "/static/")
ACCESSIBILITY_CHECKED_ON = date(2026, 11, 24)
SEARCHED = [*repertoire_search.KINDS, *news_search.KINDS, *festivals_search.KINDS, *pages_search.KINDS]
HITS_A_PAGE = 10
ASK_AGAIN_AFTER = 30  # seconds
DISK_IS_FULL = {ENOSPC, EDQUOT}

UPCOMING = WrittenOnce(lambda: Performance.objects.upcoming()[:LOOK_AHEAD])
SHELF = WrittenOnce(lambda: Production.objects.playing().for_list()[:POSTERS])
NEWEST_POSTS = WrittenOnce(lambda: Post.objects.published().newest(POSTS))
PARTNERS = WrittenOnce(lambda: Partner.objects.shown().prefetch_related(their_posts()))
BANNERS = WrittenOnce(lambda: Banner.objects.shown())


def home(request):
    return show_home(request, part_of_the_era("banners", BANNERS.ask))


@shows(Banner)
def show_banner(request, banner):
    """Where it will stand, alone."""
    return show_home(request, [banner])


def show_home(request, banners):
    read = part_of_the_era("home", read_home)
    return render(request, "home.html", {**read, "banners": banners, "structured_data": [website, theatre_in_full]})


def read_home():
    upcoming = UPCOMING.ask()
    gaps = gaps_of_the_coming_week()
    saturday, sunday = first_on(SATURDAY, upcoming, gaps), first_on(SUNDAY, upcoming, gaps)
    remembered_weekend(saturday, sunday)
    return {
        "saturday": saturday,
        "sunday": sunday,
        "nearest": next((each for each in upcoming if each in (saturday, sunday) or not each.is_off), None),
        "performances": [performance for performance in upcoming if performance not in (saturday, sunday)][:ROWS],
        "season": Season.objects.current_or_next(),
        "productions": SHELF.ask(),
        "posts": NEWEST_POSTS.ask(),
        "editions": PUBLIC_EDITIONS.ask(),
        "partners": PARTNERS.ask(),
    }


def gaps_of_the_coming_week():
    today = timezone.localdate()
    return [gap for gap in gaps_on(today, today + timedelta(days=6)) if not gap.is_over]


def first_on(weekday, performances, gaps=()):
    """The first performance on that weekday, or the gap before it; where both stand on one day, the performance."""
    found = [each for each in [*performances, *gaps] if each.day.isoweekday() == weekday]
    return min(found, key=attrgetter("day"), default=None)


def their_posts():
    """What partners have published with us; a post that is not public stays away."""
    return Prefetch("posts", Post.objects.published().for_list(), to_attr="published_posts")


def home_in_default_language(request):
    """`/` is the home page itself, without a redirect; its canonical address has the language (G1). An earlier site
    may have had all its pages there: /?p=123."""
    if request.GET and (address := new_address(request)):
        return HttpResponsePermanentRedirect(address)
    return home(request)


def box_office(request):
    context = {
        "venue": Venue.objects.home(),
        "concessions": Concession.objects.all(),
        "slots": WeeklySlot.objects.current(),
        "structured_data": [theatre_in_full],
    }
    return render(request, "box_office.html", context)


def page(request, slug):
    return show_page(request, get_object_or_404(Page.objects.published(), slug=slug))


@shows(Page)
def show_page(request, page):
    return render(request, "page.html", {"page": page, "object_languages": page.said_in})


def search(request):
    """The best of each kind, or one kind page by page."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    if not form.is_valid():
        return render(request, "search.html", {"form": form}, status=400 if form.is_bound else 200)
    kind, year = narrowed(request.GET, SEARCHED)
    results = find(SEARCHED, form.cleaned_data["q"])
    total = results.total(kind, year)
    request.kept_query = request.GET.urlencode()
    context = {
        "form": form,
        "results": results,
        "chosen": {"kind": kind, "year": year, "total": total},
        "page_of_hits": page_of(request, HitsOfKind(results, kind, year), size=HITS_A_PAGE) if kind else None,
        "groups": [] if kind else results.groups(year),
        "weekend": [] if total else coming_weekend(),
    }
    return render(request, "search.html", context)


def picture(request):
    """What friends see of every page that has no picture of its own."""
    return picture_response(request, picture_of_theatre(front_desk.current()))


def accessibility(request):
    context = {"venue": Venue.objects.home(), "checked_on": ACCESSIBILITY_CHECKED_ON}
    return render(request, "accessibility.html", context)


def subscribe(request):
    """Calendars, feeds and open data: what others may take from us, and how."""
    context = {"rubrics": Rubric.objects.all(), "editions": PUBLIC_EDITIONS.ask()}
    return render(request, "subscribe.html", context)


def robots(request):
    """Search engines read everything but the office, the search and the choice of looks."""
    sitemap = request.build_absolute_uri(reverse("sitemaps"))
    rules = "".join(f"Disallow: {path}\n" for path in NOT_FOR_ROBOTS)
    return HttpResponse(f"User-agent: *\n{rules}\nSitemap: {sitemap}\n", content_type="text/plain; charset=utf-8")


@never_cache
def vision(request):
    """Switches the version for the visually impaired on or changes it, and leads back to where the link stood."""
    try:
        chosen = (request.appearance or Appearance()).changed(request.GET)
    except ValueError as reason:
        raise Http404 from reason
    response = go_back(request, "#vision")
    remember(response, chosen)
    return response


@never_cache
def vision_off(request):
    response = go_back(request)
    forget(response)
    return response


def go_back(request, anchor=""):
    response = HttpResponseRedirect((way_back(request) or reverse("home")) + anchor)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def coming_weekend():
    """The next Saturday's and the next Sunday's performance: for visitors who have lost their way."""
    return part_of_the_era("coming weekend", read_weekend)


def read_weekend():
    upcoming = UPCOMING.ask()
    return remembered_weekend(first_on(SATURDAY, upcoming), first_on(SUNDAY, upcoming))


def remembered_weekend(*performances):
    """Keeps what there is for the page that may not ask the database."""
    front_desk.last_weekend = [each for each in performances if each and not each.is_gap]
    return front_desk.last_weekend


def is_no_page(request):
    """An upload, a style, the back office: no visitor looks for a play there."""
    return is_office(request) or request.path_info.startswith(NO_PAGES)


def not_found(request, exception):
    if is_no_page(request):
        return render(request, "404_plain.html", status=404)
    if address := new_address(request):
        return HttpResponsePermanentRedirect(address)
    return render(request, "404.html", {"weekend": coming_weekend()}, status=404)


def refused(request, exception=None, reason=""):
    """For a form that is out of date, and for whoever sends one where there is none."""
    context = {
        "weekend": [] if is_no_page(request) else coming_weekend(),
        "lost_form": bool(reason) and is_office(request),
    }
    return render(request, "403.html", context, status=403)


def broken(request):
    """Asks the database nothing: it may be what broke, and if it is, this passes without anybody mending the site."""
    status = status_of(sys.exc_info()[1])
    context = {
        "theatre": front_desk.last_seen,
        "weekend": front_desk.weekend_ahead(),
        "status": status,
        "lost_form": is_office(request) and request.method == "POST",
    }
    response = render(request, "500.html", context, status=status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = ASK_AGAIN_AFTER
    return response


def status_of(reason):
    if isinstance(reason, (OperationalError, InterfaceError)):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(reason, OSError) and reason.errno in DISK_IS_FULL:
        return HTTPStatus.INSUFFICIENT_STORAGE
    return HTTPStatus.INTERNAL_SERVER_ERROR
