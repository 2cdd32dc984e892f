from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Translated, columns, said, translated
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField
from theatre_site.slugs import AddressField


class Company(Translated):
    """A theatre, the same one across all editions."""

    said_in_some_language = ["name"]

    name = translated(models.CharField(_("name"), max_length=200))
    slug = AddressField(_("address"), max_length=80, made_from="name")
    town = translated(models.CharField(_("town"), max_length=100))
    url = models.URLField(_("its site"), blank=True)
    note = models.TextField(_("internal note"), blank=True, help_text=_("Never shown to visitors."))
    search = SearchField(title=columns("name"), lead=columns("town"))

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name_ru", "name_uk", "pk"]
        constraints = [said("name")]
        indexes = [GinIndex(fields=["search"], name="company_search")]

    def __str__(self):
        return f"{self.name}, {self.town}" if self.town else self.name


class ParticipantQuerySet(models.QuerySet):
    def public(self):
        """Who is sure to come; applications and refusals are the organisers' own business."""
        return self.filter(state__in=Participant.PUBLIC_STATES)


class Participant(Translated):
    """What a company brought to one edition. It can be shown before it has its hour in the programme (C8)."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("has applied")
        ACCEPTED = "accepted", _("accepted")
        CONFIRMED = "confirmed", _("has confirmed")
        REJECTED = "rejected", _("refused")
        WITHDRAWN = "withdrawn", _("has withdrawn")

    PUBLIC_STATES = (State.ACCEPTED, State.CONFIRMED)

    class Audience(models.TextChoices):
        ADULTS = "adults", _("For adults")
        CHILDREN = "children", _("For children")

    said_in_some_language = ["show"]

    edition = models.ForeignKey(
        "festivals.Edition", verbose_name=_("edition"), on_delete=models.CASCADE, related_name="participants"
    )
    company = models.ForeignKey(
        Company, verbose_name=_("company"), on_delete=models.PROTECT, related_name="participations"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SUBMITTED)
    show = translated(models.CharField(_("show"), max_length=200))
    author = translated(models.CharField(_("author"), max_length=200))
    about = translated(RichTextField(_("about the show")))
    audience = models.CharField(_("audience"), max_length=10, choices=Audience, blank=True)
    age_rating = models.PositiveSmallIntegerField(
        _("age mark"), null=True, blank=True, validators=[MaxValueValidator(18)], help_text=_("6 for 6+.")
    )
    running_time = models.PositiveSmallIntegerField(
        _("running time, minutes"), null=True, blank=True, validators=[MaxValueValidator(600)]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    note = models.TextField(_("internal note"), blank=True, help_text=_("Never shown to visitors."))
    search = SearchField(title=columns("show"), lead=columns("author"), body=columns("about"))

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["order", "pk"]
        constraints = [said("show")]
        indexes = [GinIndex(fields=["search"], name="participant_search")]

    def __str__(self):
        return f"{self.company.name}: {self.show}"

    @property
    def is_public(self):
        return self.state in self.PUBLIC_STATES

    @property
    def age_mark(self):
        return f"{self.age_rating}+" if self.age_rating is not None else ""
