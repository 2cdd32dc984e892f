from datetime import timedelta

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theatre_site.images import ConsentedPhoto, GalleryPhoto, PictureField, rendition
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.models import Addressed
from theatre_site.publishing import Publishable, PublishableQuerySet
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField
from theatre_site.shareable import Shareable
from theatre_site.slugs import AddressField
from theatre_site.videos import Video

from .audience import AgeRating, Audience
from .motif import Motif
from .person import Person
from .prices import Priced

SLUG_IS_NO_FILTER = RegexValidator(
    r"^(premieres|adults|children|archive)$", _("Another page of the repertoire has this address."), inverse_match=True
)

NEWEST_FIRST = [F("premiere_on").desc(nulls_last=True), "pk"]


class ProductionQuerySet(PublishableQuerySet):
    def playing(self):
        """In the repertoire now."""
        return self.published().filter(is_archived=False)

    def archived(self):
        return self.published().filter(is_archived=True)

    def to_plan(self):
        """What may be put on a date: what is played or will be, on the site already or not."""
        return self.exclude(status=Production.Status.WITHDRAWN).filter(is_archived=False).for_list()

    def for_list(self):
        """What a shelf of posters shows: no long texts, the newest premiere first."""
        return self.defer(*columns("description")).order_by(*NEWEST_FIRST)

    def by_audience(self):
        """For shelves, the children's first."""
        return self.for_list().order_by("-audience", *NEWEST_FIRST)

    def for_audience(self, audience):
        return self.filter(audience=audience)

    def like(self, production):
        """Others in the repertoire for the same audience."""
        return self.playing().for_audience(production.audience).exclude(pk=production.pk)

    def premieres(self):
        """First shown within the last half year, or about to be."""
        return self.playing().filter(premiere_on__gte=timezone.localdate() - Production.NEW_FOR)


class Production(Addressed, Publishable, Priced, ConsentedPhoto, Shareable, InStep, Translated):
    NEW_FOR = timedelta(days=183)

    class Language(models.TextChoices):
        UKRAINIAN = "uk", _("in Ukrainian")
        RUSSIAN = "ru", _("in Russian")
        BOTH = "both", _("in Ukrainian and Russian")
        NONE = "none", _("without words")

    class ContentNote(models.TextChoices):
        NOT_DECLARED = "", _("nothing said")
        NONE = "none", _("nothing to warn of")
        STATED = "stated", _("there is something to know")

    said_in_some_language = ["title"]

    title = translated(models.CharField(_("title"), max_length=150))
    slug = AddressField(_("address"), max_length=80, validators=[SLUG_IS_NO_FILTER])
    genre = translated(models.CharField(_("genre"), max_length=100, help_text=_("Comedy, musical tale …")))
    author = translated(
        models.CharField(_("after"), max_length=200, help_text=_("After a tale by Pyotr Yershov, by Nikolai Gogol."))
    )
    lead = translated(models.TextField(_("in one sentence"), max_length=400))
    description = translated(RichTextField(_("about the production")))

    audience = models.CharField(_("audience"), max_length=10, choices=Audience)
    age_rating = models.PositiveSmallIntegerField(_("age mark"), choices=AgeRating, null=True, blank=True)
    running_time = models.PositiveSmallIntegerField(
        _("running time, minutes"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(600)],
        help_text=_("With intervals. A date stays in what's on until its end."),
    )
    intervals = models.PositiveSmallIntegerField(
        _("intervals"), null=True, blank=True, validators=[MaxValueValidator(9)], help_text=_("0 if there is none.")
    )
    language = models.CharField(
        _("performed"), max_length=4, choices=Language, blank=True, help_text=_("The language on stage.")
    )
    content_note_state = models.CharField(
        _("what to know beforehand"), max_length=6, choices=ContentNote, default=ContentNote.NOT_DECLARED, blank=True
    )
    content_note = translated(
        models.CharField(_("note"), max_length=300, help_text=_("Loud shots, strobe light, smoke, strong words."))
    )
    premiere_on = models.DateField(_("premiere"), null=True, blank=True)
    is_archived = models.BooleanField(
        _("no longer played"), default=False, help_text=_("Stays on the site in the archive of the repertoire.")
    )

    photo = PictureField(
        _("poster photo"),
        upload_to="posters/",
        blank=True,
        auto_add_fields=True,
        uses=["poster"],
        help_text=_("Leave empty and the site draws the poster itself."),
    )
    poster_motif = models.CharField(
        _("drawing"), max_length=20, blank=True, choices=Motif, help_text=_("Empty means: as chance has it.")
    )
    poster_palette = models.PositiveSmallIntegerField(
        _("palette"), null=True, blank=True, choices=[(number, str(number + 1)) for number in range(6)]
    )
    poster_variant = models.PositiveSmallIntegerField(
        _("which drawing"),
        default=0,
        validators=[MaxValueValidator(99)],
        help_text=_("Each number from 0 to 99 draws the same thing in another way."),
    )
    poster_title_on_top = models.BooleanField(_("title above the drawing"), null=True, blank=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    search = SearchField(
        title=columns("title"), lead=columns("genre", "author", "lead"), body=columns("description", "content_note")
    )

    objects = ProductionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("production")
        verbose_name_plural = _("productions")
        ordering = ["title_ru", "title_uk", "pk"]
        indexes = [GinIndex(fields=["search"], name="production_search")]
        constraints = [
            *Publishable.Meta.constraints,
            *Priced.Meta.constraints,
            said("title"),
            models.CheckConstraint(
                condition=Q(running_time__isnull=True) | Q(running_time__range=(1, 600)),
                name="running_time_is_sane",
                violation_error_message=_("The running time is between 1 and 600 minutes."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        is_stated = self.content_note_state == self.ContentNote.STATED
        if is_stated and not self.languages_of("content_note"):
            raise ValidationError({"content_note_ru": _("Say what there is to know, in at least one language.")})
        if self.languages_of("content_note") and not is_stated:
            raise ValidationError(
                {"content_note_state": _("There is a note. Choose “there is something to know”, or empty the note.")}
            )

    def get_absolute_url(self):
        return reverse("repertoire:production", args=[self.slug])

    @property
    def is_premiere(self):
        """New: first shown within the last half year, or not yet."""
        return self.premiere_on is not None and self.premiere_on >= timezone.localdate() - self.NEW_FOR

    @property
    def age_mark(self):
        return self.get_age_rating_display() if self.age_rating is not None else ""

    @property
    def poster_photo(self):
        """The public photo in the size of a poster, a `Rendition`; None if there is none."""
        return rendition(self.public_photo, "poster") if self.public_photo else None


class CreditQuerySet(models.QuerySet):
    def public(self):
        """Credits in productions that visitors may see, the newest production first."""
        return (
            self.filter(Production.published_condition("production__"))
            .select_related("production")
            .order_by("production__is_archived", F("production__premiere_on").desc(nulls_last=True), "pk")
        )


class Credit(Translated):
    class Kind(models.TextChoices):
        TEAM = "team", _("Creative team")
        CAST = "cast", _("Cast")

    said_in_some_language = ["role"]

    production = models.ForeignKey(Production, on_delete=models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="credits")
    kind = models.CharField(_("kind"), max_length=4, choices=Kind, default=Kind.TEAM)
    role = translated(models.CharField(_("role"), max_length=150, help_text=_("Director, composer; Ivan, the Tsar.")))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("creative team and cast")
        ordering = ["-kind", "order", "pk"]
        constraints = [said("role")]

    def __str__(self):
        return f"{self.role}: {self.person}"


class ProductionPhoto(GalleryPhoto):
    production = models.ForeignKey(Production, on_delete=models.CASCADE, related_name="photos")


class ProductionVideo(Video):
    production = models.ForeignKey(Production, on_delete=models.CASCADE, related_name="videos")
