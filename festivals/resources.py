"""Companies, participants and programme of a festival as files."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theatre_site.exchange import KnownBySlug, Link, ListResource, key, number_column, usual_names
from theatre_site.exchange.cells import AgeMark
from theatre_site.languages import columns

from .models import Company, Edition, Participant, ProgrammeItem


def names_of_edition(edition):
    return [*usual_names(edition), str(edition.year)]


def names_of_participant(participant):
    return [*(getattr(participant, column) for column in columns("show")), str(participant), participant.company.name]


def names_of_date(performance):
    moment = timezone.localtime(performance.starts_at)
    return [f"{moment:%Y-%m-%d %H:%M}", f"{moment:%d.%m.%Y %H:%M}", str(performance)]


def all_editions():
    return Edition.objects.for_list().reverse()


def all_participants():
    return Participant.objects.select_related("company").defer("note", *columns("about"))


def all_dates():
    performances = ProgrammeItem._meta.get_field("performance").related_model.objects
    return performances.select_related("production", "venue").order_by("-starts_at")


class CompanyResource(KnownBySlug, ListResource):
    """For those who take part for the first time: their companies come in before them."""

    private = ["note"]
    examples = {
        "slug": "maska-odesa",
        "name_ru": "Маска",
        "name_uk": "Маска",
        "town_ru": "Одесса",
        "town_uk": "Одеса",
    }

    class Meta(ListResource.Meta):
        model = Company
        fields = ["slug", *columns("name", "town"), "url", "note"]


class OfAnEditionResource(ListResource):
    cells = {"edition": Link(all_editions, names=names_of_edition)}
    private = ["note"]

    def after_init_instance(self, instance, new, row, **kwargs):
        self.edition = None if new else instance.edition_id

    def check(self, instance):
        """A list of last time with another edition written above it must not move the rows of last time."""
        super().check(instance)
        if self.edition and instance.edition_id != self.edition:
            words = _("This number belongs to another edition. Empty the number, and the row will be a new one.")
            raise ValidationError({"edition": words})

    def among(self, sketches):
        return Q(edition__in={sketch.edition_id for sketch in sketches if sketch.edition_id})


class ParticipantResource(OfAnEditionResource):
    key_columns = ["edition", "company", *columns("show")]
    required_columns = ["edition", "company"]
    cells = {**OfAnEditionResource.cells, "age_rating": AgeMark()}
    examples = {
        "show_ru": "Колобок",
        "show_uk": "Колобок",
        "author_ru": "русская народная сказка",
        "author_uk": "народна казка",
        "age_rating": "6+",
        "running_time": "50",
    }
    id = number_column()

    class Meta(OfAnEditionResource.Meta):
        model = Participant
        fields = [
            "id",
            "edition",
            "company",
            "state",
            *columns("show", "author"),
            "audience",
            "age_rating",
            "running_time",
            *columns("about"),
            "order",
            "note",
        ]

    def keys_of(self, participant):
        """The same show of the same company; its title in one language is enough."""
        if not (participant.edition_id and participant.company_id):
            return []
        shows = dict.fromkeys(key(getattr(participant, column)) for column in columns("show"))
        return [(participant.edition_id, participant.company_id, show) for show in shows if show]


class ProgrammeItemResource(OfAnEditionResource):
    key_columns = ["edition", "starts_at", "venue", "participant", *columns("title")]
    required_columns = ["edition", "starts_at"]
    cells = {
        **OfAnEditionResource.cells,
        "participant": Link(all_participants, names=names_of_participant, within="edition_id"),
        "performance": Link(
            all_dates, names=names_of_date, hint=_("its day and hour: 03.10.2026 18:00"), are_few=False
        ),
    }
    examples = {"starts_at": "2026-10-03 12:00", "title_ru": "Открытие фестиваля", "title_uk": "Відкриття фестивалю"}
    id = number_column()

    class Meta(OfAnEditionResource.Meta):
        model = ProgrammeItem
        fields = [
            "id",
            "edition",
            "starts_at",
            "duration",
            "venue",
            "kind",
            "participant",
            *columns("title"),
            "performance",
            "note",
        ]

    def keys_of(self, item):
        """The hour and the stage; where no stage is named, also what it is."""
        if not (item.edition_id and item.starts_at):
            return []
        start = item.starts_at.replace(second=0, microsecond=0)
        if item.venue_id:
            return [(item.edition_id, start, item.venue_id)]
        what = item.participant_id or key(item.title)
        return [(item.edition_id, start, None, what)]
