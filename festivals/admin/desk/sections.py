"""The sections of an edition as its organiser sees them: how much there is, who sees it, what is missing."""

from dataclasses import dataclass, field

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from festivals.admin.of_an_edition import THIS_EDITION
from festivals.clashes import Timetable
from festivals.models import Document, JuryMember, Nomination, Participant, ProgrammeItem
from theatre_site.admin.badges import GOOD, OFF, PLAIN, badge, from_moment
from theatre_site.languages import columns
from theatre_site.models import Venue

from .missing import Missing, Place, form_of, in_rows, nothing_yet, untranslated


@dataclass
class Section:
    title: str
    count: int | None
    seen: str
    missing: list
    links: list = field(default_factory=list)


def sections_of(edition):
    """Every section, in the order of the work."""
    rows = Rows(edition)
    builders = [about, regulations, participants, programme, jury, partners, results, press, photos]
    return [build(edition, rows) for build in builders]


class Rows:
    """Everything of an edition, each kind with one query."""

    def __init__(self, edition):
        self.documents = {document.kind: document for document in edition.documents.defer(*columns("body"))}
        self.participants = list(edition.participants.select_related("company").defer(*columns("about")))
        self.items = list(edition.programme.in_order())
        self.jury = list(edition.jury.defer(*columns("bio")))
        self.partners = list(edition.partners.select_related("partner"))
        self.nominations = list(edition.nominations.prefetch_related("awards"))
        self.photos = edition.photos.aggregate(
            total=Count("pk"),
            silent=Count("pk", filter=Q(is_decorative=False) & (Q(alt_ru="") | Q(alt_uk=""))),
            without_consent=Count("pk", filter=Q(shows_children=True, has_consent=False)),
        )
        self.videos = edition.videos.count()
        self.home = Venue.objects.home()


# Where things are mended


def edition_form(edition, row=""):
    """The form of the edition; with an id, opened there."""
    address = reverse("admin:festivals_edition_change", args=[edition.pk])
    return f"{address}#{row}" if row else address


def part_of(edition, rows):
    """For rows that stand in the form of the edition, in this order."""
    numbers = {row.pk: number for number, row in enumerate(rows)}

    def place(row):
        return Place(str(row), edition_form(edition, f"{row._meta.model_name}-{numbers[row.pk]}"))

    return place


def list_of(model, edition, words):
    address = reverse(admin_urlname(model._meta, "changelist"))
    return Place(words, f"{address}?{THIS_EDITION}={edition.pk}")


def add_one(model, edition, words):
    return Place(words, f"{reverse(admin_urlname(model._meta, 'add'))}?edition={edition.pk}")


def page_of(edition, word, words):
    return Place(words, reverse(f"admin:festivals_edition_{word}", args=[edition.pk]))


# Who sees it


def seen(edition, *, there, moment=None, hidden=False):
    if not there:
        return badge(PLAIN, _("Empty"))
    if hidden:
        return badge(OFF, _("Hidden"))
    if moment and moment > timezone.now():
        return from_moment(moment)
    return badge(GOOD, _("On the site")) if edition.is_public else badge(PLAIN, _("Together with the edition"))


# The sections


def about(edition, rows):
    form = (Place(_("the form"), edition_form(edition)),)
    missing = [*untranslated([edition], "name", "title", "about", place=lambda row: form[0])]
    if not edition.starts_on:
        missing.append(Missing(_("No first and last day"), form))
    if not edition.languages_of("about"):
        missing.append(Missing(_("No words about this edition"), form))
    return Section(
        _("About the festival"), None, seen(edition, there=True), missing, [Place(_("Edit"), form[0].address)]
    )


def document(edition, rows, kind, title, *, words, **who_sees):
    document = rows.documents.get(kind)
    address = edition_form(edition, f"document-{list(rows.documents).index(kind)}" if document else "document-group")
    missing = nothing_yet(document)
    if document:
        here = (Place(_("the form"), address),)
        missing += untranslated([document], "title", "contact", place=lambda row: here[0])
        missing += [Missing(said, here) for said in words(document)]
        if not document.languages_of("pdf"):
            missing.append(Missing(_("No signed PDF"), here))
    there = document is not None
    return Section(title, None, seen(edition, there=there, **who_sees), missing, [Place(_("Edit"), address)])


def regulations(edition, rows):
    def words(document):
        return [] if document.approved_on else [_("Not said when they were approved")]

    return document(edition, rows, Document.Kind.REGULATIONS, _("Regulations"), words=words)


def press(edition, rows):
    def words(document):
        return [] if document.languages_of("contact") else [_("No contact for the press")]

    return document(
        edition, rows, Document.Kind.PRESS_RELEASE, _("Press release"), words=words, moment=edition.press_at
    )


def participants(edition, rows):
    public = [each for each in rows.participants if each.is_public]
    missing = [
        *nothing_yet(rows.participants),
        *in_rows(_("Not decided yet"), (each for each in rows.participants if each.state == each.State.SUBMITTED)),
        *in_rows(_("No age mark"), (each for each in public if each.age_rating is None)),
        *in_rows(_("No running time"), (each for each in public if not each.running_time)),
        *untranslated(public, "show", "author"),
        *untranslated({each.company_id: each.company for each in public}.values(), "name", "town"),
    ]
    if rows.participants and not edition.lists_participants:
        missing.append(Missing(_("The list is switched off"), (Place(_("the form"), edition_form(edition)),)))
    links = [
        list_of(Participant, edition, _("All participants")),
        add_one(Participant, edition, _("Add a participant")),
    ]
    is_seen = seen(edition, there=bool(public), hidden=not edition.lists_participants)
    return Section(_("Participants"), len(rows.participants), is_seen, missing, links)


def programme(edition, rows):
    grid = page_of(edition, "programme", _("the programme"))
    clashes = Timetable(edition, rows.items, rows.participants, rows.home).clashes()
    missing = nothing_yet(rows.items)
    if clashes:
        words = ngettext("%(count)d warning", "%(count)d warnings", len(clashes)) % {"count": len(clashes)}
        missing.append(Missing(words, (grid,)))
    if rows.items and not edition.programme_confirmed:
        missing.append(Missing(_("Preliminary until you confirm it"), (grid,)))
    missing += in_rows(_("No duration"), (item for item in rows.items if not item.minutes), named_item)
    missing += in_rows(_("No venue"), (item for item in rows.items if not (item.place or item.performance)), named_item)
    missing += untranslated(rows.items, "title", place=named_item)
    links = [grid._replace(name=_("By day and venue")), add_one(ProgrammeItem, edition, _("Add an item"))]
    return Section(_("Programme"), len(rows.items), seen(edition, there=edition.has_programme), missing, links)


def named_item(item):
    return form_of(item)._replace(name=str(item.name))


def jury(edition, rows):
    place = part_of(edition, rows.jury)
    hidden = (each for each in rows.jury if each.photo and not each.public_photo)
    missing = [
        *nothing_yet(rows.jury),
        *in_rows(_("Not said who they are"), (each for each in rows.jury if not each.languages_of("role")), place),
        *in_rows(_("A child in the photo, and no consent"), hidden, place),
        *untranslated(rows.jury, "name", "role", place=place),
    ]
    first = f"{JuryMember._meta.model_name}-{0 if rows.jury else 'group'}"
    links = [Place(_("Edit"), edition_form(edition, first))]
    return Section(_("Jury and committee"), len(rows.jury), seen(edition, there=bool(rows.jury)), missing, links)


def partners(edition, rows):
    companies = [each.partner for each in rows.partners]
    missing = [
        *nothing_yet(companies),
        *in_rows(_("No logo"), (each for each in companies if not each.logo)),
        *untranslated(companies, "name"),
    ]
    links = [Place(_("Edit"), edition_form(edition, "editionpartner-group"))]
    return Section(_("Organisers and partners"), len(companies), seen(edition, there=bool(companies)), missing, links)


def results(edition, rows):
    grid = page_of(edition, "results", _("the grid of results"))
    awards = [award for nomination in rows.nominations for award in nomination.awards.all()]
    undecided = (each for each in rows.nominations if not each.awards.all())
    missing = [
        *nothing_yet(rows.nominations),
        *in_rows(_("Not decided yet"), undecided),
        *untranslated(rows.nominations, "title"),
        *untranslated_awards(awards, rows.nominations),
    ]
    if awards and edition.results_at is None:
        missing.append(Missing(_("Hidden: no moment is set for them"), (Place(_("the moments"), "#moments"),)))
    links = [grid._replace(name=_("Enter the results")), list_of(Nomination, edition, _("All nominations"))]
    is_seen = seen(edition, there=bool(awards), hidden=edition.results_at is None, moment=edition.results_at)
    return Section(_("Nominations and results"), len(rows.nominations), is_seen, missing, links)


def untranslated_awards(awards, nominations):
    """An award is written in the form of its nomination."""
    of = {nomination.pk: nomination for nomination in nominations}
    return untranslated(awards, "person", "for_what", place=lambda award: form_of(of[award.nomination_id]))


def photos(edition, rows):
    there = rows.photos["total"] + rows.videos
    form = (
        Place(_("the form"), edition_form(edition, "editionphoto-0" if rows.photos["total"] else "editionphoto-group")),
    )
    missing = nothing_yet(there)
    if count := rows.photos["silent"]:
        words = ngettext(
            "%(count)d photo is not described in both languages",
            "%(count)d photos are not described in both languages",
            count,
        )
        missing.append(Missing(words % {"count": count}, form))
    if count := rows.photos["without_consent"]:
        words = ngettext(
            "%(count)d photo shows children without consent: hidden",
            "%(count)d photos show children without consent: hidden",
            count,
        )
        missing.append(Missing(words % {"count": count}, form))
    is_seen = seen(edition, there=edition.has_photos or edition.has_videos, moment=edition.photos_at)
    return Section(_("Photos and video"), there, is_seen, missing, [Place(_("Edit"), form[0].address)])
