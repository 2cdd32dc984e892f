"""What the search finds in the repertoire: plays, their dates, people."""

from datetime import timedelta

from django.db.models import Case, FloatField, Q, When
from django.db.models.functions import Extract, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.search import Kind, texts

from .models import Performance, Person, Production
from .models.performance_queryset import USUAL_RUNNING_TIME


def ahead():
    """Not over, as far as one can say without asking how long each play is."""
    return Q(starts_at__gt=moments.now(before=timedelta(minutes=USUAL_RUNNING_TIME)))


def dates():
    """The play to be announced has nothing that could be found."""
    return Performance.objects.public().exclude(production=None, title_ru="", title_uk="")


def soonest_first():
    """Of those ahead the soonest fits best; the past has the latest first."""
    return Case(When(ahead(), then=-Extract("starts_at", "epoch")), output_field=FloatField())


PRODUCTIONS = Kind(
    name="productions",
    label=_("Productions"),
    public=lambda: Production.objects.published(),
    address=lambda hit: reverse("repertoire:production", args=[hit.key]),
    title=texts("title"),
    lead=texts("lead"),
    body=texts("description"),
    note=texts("genre"),
    is_current=lambda: Q(is_archived=False),
)

PERFORMANCES = Kind(
    name="dates",
    label=_("Dates"),
    public=dates,
    address=lambda hit: reverse("repertoire:performance", args=[hit.pk]),
    title=texts("title", "production__title"),
    lead=texts("remark_text"),
    body=texts("state_reason"),
    key="pk",
    moment="starts_at",
    year=ExtractYear("starts_at"),
    newest_first=("-starts_at", "-pk"),
    fits=soonest_first,
    is_current=ahead,
    belongs_to={"production": Production},
    things=lambda: Performance.objects.public(),
)

PEOPLE = Kind(
    name="people",
    label=_("People"),
    public=lambda: Person.objects.published(),
    address=lambda hit: reverse("repertoire:person", args=[hit.key]),
    title=texts("name"),
    lead=texts("position"),
    body=texts("bio"),
)

KINDS = [PRODUCTIONS, PERFORMANCES, PEOPLE]
