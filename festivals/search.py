"""What the search finds of the festival. Results are found no earlier than they are shown."""

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.search import Kind, texts

from .models import Award, Company, Document, Edition, Nomination, Participant


def ahead(path=""):
    nobody_says_when = Q(**{f"{path}ends_on": None, f"{path}year__gte": moments.this_year()})
    return Q(**{f"{path}ends_on__gte": moments.today()}) | nobody_says_when


def participants():
    """Whom the list of participants of a public edition shows."""
    in_public = Q(edition__lists_participants=True) & Edition.published_condition("edition__")
    return Participant.objects.public().filter(in_public)


def latest(column):
    """Of the company's last time here."""
    return Subquery(participants().filter(company=OuterRef("pk")).order_by("-edition__year", "pk").values(column)[:1])


def companies():
    return Company.objects.filter(pk__in=participants().order_by().values("company"))


def documents():
    """The press release may have a moment of its own."""
    waits = Q(kind=Document.Kind.PRESS_RELEASE, edition__press_at__gt=moments.now())
    return Document.objects.filter(Edition.published_condition("edition__")).exclude(waits)


def awards():
    out = Q(nomination__edition__results_at__lte=moments.now())
    return Award.objects.filter(out, Edition.published_condition("nomination__edition__"))


def address_of_participant(hit):
    return f"{reverse('festivals:participants', args=[int(hit.key)])}#participant-{hit.part}"


EDITIONS = Kind(
    name="festivals",
    label=_("Festivals"),
    public=lambda: Edition.objects.published(),
    address=lambda hit: reverse("festivals:edition", args=[hit.year]),
    title=texts("title", "name"),
    lead=texts("programme_title"),
    body=texts("about"),
    key="pk",
    year=F("year"),
    newest_first=("-year",),
    is_current=ahead,
    fits=lambda: Value(0.0),
)

DOCUMENTS = Kind(
    name="documents",
    label=_("Documents"),
    public=documents,
    address=lambda hit: reverse(f"festivals:{hit.part}", args=[hit.year]),
    title=texts("title"),
    body=texts("body"),
    key="pk",
    part="kind",
    year=F("edition__year"),
    newest_first=("-edition__year", "pk"),
    is_current=lambda: ahead("edition__"),
)

PARTICIPANTS = Kind(
    name="participants",
    label=_("Participants of festivals"),
    public=participants,
    address=address_of_participant,
    title=texts("show"),
    lead=texts("author"),
    body=texts("about"),
    note=texts("company__name"),
    key="edition__year",
    part="pk",
    year=F("edition__year"),
    newest_first=("-edition__year", "pk"),
    is_current=lambda: ahead("edition__"),
    belongs_to={"company": Company},
)

COMPANIES = Kind(
    name="companies",
    label=_("Companies"),
    public=companies,
    address=address_of_participant,
    title=texts("name"),
    note=texts("town"),
    key=lambda: latest("edition__year"),
    part=lambda: latest("pk"),
)

AWARDS = Kind(
    name="awards",
    label=_("Awards"),
    public=awards,
    address=lambda hit: reverse("festivals:results", args=[hit.year]),
    title=texts("person", "participant__company__name", "nomination__title"),
    lead=texts("for_what", "participant__show"),
    note=texts("nomination__title"),
    key="pk",
    year=F("nomination__edition__year"),
    newest_first=("-nomination__edition__year", "pk"),
    belongs_to={"nomination": Nomination, "participant": Participant, "participant__company": Company},
)

KINDS = [EDITIONS, DOCUMENTS, PARTICIPANTS, COMPANIES, AWARDS]
