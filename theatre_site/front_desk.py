"""The theatre's facts for every template, read when a template first asks for them and not before; and what this
process saw last, for the page that says that the site is broken: it must not ask the database."""

from django.utils.functional import SimpleLazyObject

from theatre_site.models import Theatre
from theatre_site.parts import part_of_the_era

last_seen = Theatre()
last_weekend = []


def current():
    global last_seen
    last_seen = part_of_the_era("theatre", Theatre.objects.current)
    return last_seen


def weekend_ahead():
    """The weekend that was seen last, as far as it is not over."""
    return [performance for performance in last_weekend if not performance.is_over]


def front_desk(request):
    return {"theatre": SimpleLazyObject(current)}
