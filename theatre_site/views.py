"""Pages that bring several apps together, and those of the theatre itself."""

from django.conf import settings
from django.db import connection
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.static import serve

from festivals.models import Edition
from news.models import Post
from repertoire.models import Performance, Production, Season, WeeklySlot
from theatre_site import front_desk
from theatre_site.models import Concession, Page, Partner, Venue
from theatre_site.sharing import picture_of_theatre, picture_response

SATURDAY, SUNDAY = 6, 7
LOOK_AHEAD = 40
ROWS, POSTERS, POSTS = 4, 6, 5


def home(request):
    upcoming = list(Performance.objects.upcoming()[:LOOK_AHEAD])
    saturday = first_on(SATURDAY, upcoming)
    sunday = first_on(SUNDAY, upcoming)
    context = {
        "saturday": saturday,
        "sunday": sunday,
        "nearest": min(filter(None, [saturday, sunday]), key=lambda shown: shown.starts_at, default=None),
        "performances": [performance for performance in upcoming if performance not in (saturday, sunday)][:ROWS],
        "season": Season.objects.current_or_next(),
        "productions": Production.objects.playing().for_list()[:POSTERS],
        "posts": Post.objects.published().for_list()[:POSTS],
        "editions": list(Edition.objects.published().for_list()),
        "partners": Partner.objects.shown().prefetch_related(their_posts()),
    }
    return render(request, "home.html", context)


def first_on(weekday, performances):
    return next((shown for shown in performances if shown.day.isoweekday() == weekday), None)


def their_posts():
    """What partners have published with us; a post that is not public stays away."""
    return Prefetch("posts", Post.objects.published().for_list(), to_attr="published_posts")


def home_in_default_language(request):
    """`/` is the home page itself, without a redirect; its canonical address has the language (G1)."""
    return home(request)


def box_office(request):
    context = {
        "venue": Venue.objects.home(),
        "concessions": Concession.objects.all(),
        "slots": WeeklySlot.objects.current(),
    }
    return render(request, "box_office.html", context)


def page(request, slug):
    page = get_object_or_404(Page.objects.published(), slug=slug)
    return render(request, "page.html", {"page": page, "object_languages": page.said_in})


def picture(request):
    """What friends see of every page that has no picture of its own."""
    return picture_response(request, picture_of_theatre(front_desk.current()))


def media(request, path):
    """Uploads, where no web server in front serves them from the disk."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)


@never_cache
def healthz(request):
    """Says ok only if the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def not_found(request, exception):
    return render(request, "404.html", status=404)


def refused(request, exception=None, reason=""):
    """For a form that is out of date, and for whoever sends one where there is none."""
    return render(request, "403.html", status=403)


def broken(request):
    """Asks the database nothing: it may be what broke."""
    return render(request, "500.html", {"telephones": front_desk.last_seen.telephones}, status=500)
