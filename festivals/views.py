from functools import partial

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render

from theatre_site.models import Venue
from theatre_site.parts import part_of_the_era
from theatre_site.previews import shows
from theatre_site.sharing import picture_response

from .calendars import calendar_of
from .models import Document, Edition
from .paper import ProgrammeSheet
from .sharing import picture_of_edition
from .structured_data import festival as festival_event


def festival(request):
    """All editions, opened at the current or the last one (C3)."""
    editions = list(Edition.objects.published().for_list().with_sections().prefetch_related("documents"))
    context = {
        "editions": editions,
        "edition": editions[-1] if editions else None,
        "sharing_picture": picture_of_edition(editions[-1]) if editions else None,
        "documents": [title for edition in editions for title in edition.titles],
    }
    return render(request, "festivals/festival.html", context)


def find(request, year, section=None):
    """The edition of this year, or the one that is previewed. Raises Http404 if it is not public or this section has
    nothing to show (C2)."""
    preview = getattr(request, "preview", None)
    edition = preview.row if preview else part_of_the_era(("edition", year), partial(read_edition, year))
    if section and section not in {word for word, label, address in edition.sections}:
        raise Http404
    return edition


def read_edition(year):
    return get_object_or_404(Edition.objects.published().with_sections(), year=year)


def show(request, edition, section, **context):
    context = {
        "edition": edition,
        "section": section,
        **addresses(request, edition),
        "object_languages": edition.said_in,
        "sharing_picture": picture_of_edition(edition),
        "structured_data": [partial(festival_event, edition=edition)],
        **context,
    }
    return render(request, f"festivals/{section}.html", context)


def addresses(request, edition):
    """Of the edition and its tabs; in a preview they lead on from preview to preview."""
    preview = getattr(request, "preview", None)
    if not preview:
        return {"edition_address": edition.get_absolute_url(), "tabs": lambda: edition.sections}
    tabs = [(word, label, f"{preview.address}{word}/") for word, label, address in edition.sections]
    return {"edition_address": preview.address, "tabs": tabs}


def edition(request, year):
    edition = find(request, year)
    return show(
        request,
        edition,
        "edition",
        jury=edition.jury.all(),
        partners=edition.partners.select_related("partner"),
        posts=edition.posts.published().for_list(),
    )


def regulations(request, year):
    return show_document(request, find(request, year, "regulations"), "regulations", Document.Kind.REGULATIONS)


def press(request, year):
    return show_document(request, find(request, year, "press"), "press", Document.Kind.PRESS_RELEASE)


def show_document(request, edition, section, kind):
    document = edition.documents.get(kind=kind)
    return show(request, edition, section, document=document, object_languages=document.languages_of("body"))


def pdf(request, year, kind, language):
    """The signed version of a document, as long as visitors may read the document itself."""
    document = get_object_or_404(find(request, year, kind).documents, kind=kind)
    if language not in document.languages_of("pdf"):
        raise Http404
    try:
        file = getattr(document, f"pdf_{language}").open()
    except FileNotFoundError as gone:
        raise Http404 from gone
    return FileResponse(file, filename=f"{kind}-{year}-{language}.pdf")


def programme(request, year):
    edition = find(request, year, "programme")
    home = Venue.objects.home()
    items = part_of_the_era(("programme", edition.pk), lambda: list(edition.programme.public().in_order()))
    sheet = ProgrammeSheet(edition, items, home)
    said = [partial(festival_event, edition=edition, items=items)]
    return show(request, edition, "programme", items=items, home=home, sheet=sheet, structured_data=said)


def calendar(request, year):
    edition = find(request, year, "programme")
    return calendar_of(request, edition, edition.programme.public().in_order())


def participants(request, year):
    edition = find(request, year, "participants")
    return show(request, edition, "participants", participants=edition.participants.public().select_related("company"))


def results(request, year):
    edition = find(request, year, "results")
    nominations = edition.nominations.select_related("presented_by").prefetch_related("awards__participant__company")
    return show(request, edition, "results", nominations=nominations)


def photos(request, year):
    edition = find(request, year, "photos")
    return show(request, edition, "photos", photos=edition.photos.public(), videos=edition.videos.all())


def picture(request, year):
    edition = get_object_or_404(Edition.objects.published(), year=year)
    return picture_response(request, picture_of_edition(edition))


SECTIONS = {
    "": edition,
    "regulations": regulations,
    "programme": programme,
    "participants": participants,
    "results": results,
    "press": press,
    "photos": photos,
}


@shows(Edition, Edition.objects.with_sections, SECTIONS)
def preview(request, edition, section=""):
    """Results wait for their moment here, too."""
    return SECTIONS[section](request, edition.year)
