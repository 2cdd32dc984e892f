from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theatre_site.images import GalleryPhoto
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.models import Addressed
from theatre_site.moments import soonest
from theatre_site.publishing import Publishable, PublishableQuerySet
from theatre_site.richtext import RichTextField
from theatre_site.search import SearchField
from theatre_site.shareable import Shareable
from theatre_site.videos import Video
from theatre_site.written_once import WrittenOnce

from .award import Award
from .company import Participant
from .document import Document
from .programme import ProgrammeItem


class EditionQuerySet(PublishableQuerySet):
    def for_list(self):
        """What the year switcher shows, oldest first: no long texts."""
        return self.defer(*columns("about", "programme_note", "results_note")).order_by("year")

    def with_sections(self):
        """Knowing which sections have something to show, so that an empty one has no tab (C2)."""

        def has(queryset):
            return Exists(queryset.filter(edition=OuterRef("pk")))

        awards = Award.objects.filter(nomination__edition=OuterRef("pk"))
        return self.annotate(
            has_regulations=has(Document.objects.filter(kind=Document.Kind.REGULATIONS)),
            has_press=has(Document.objects.filter(kind=Document.Kind.PRESS_RELEASE)),
            has_programme=has(ProgrammeItem.objects.public()),
            has_participants=has(Participant.objects.public()),
            has_awards=Exists(awards),
            has_photos=has(EditionPhoto.objects.public()),
            has_videos=has(EditionVideo.objects.all()),
        )


def waits_until(label):
    """The moment of a section that appears with its edition unless it has one of its own."""
    return models.DateTimeField(
        label, null=True, blank=True, help_text=_("It stays hidden until this moment. Empty means: at once.")
    )


class Edition(Addressed, Publishable, Shareable, InStep, Translated):
    """One year's Open Festival of Theatres for Children and Youth."""

    in_address = "year"
    said_in_some_language = ["name"]

    year = models.PositiveSmallIntegerField(
        _("year"),
        unique=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2199)],
        error_messages={"unique": _("There is an edition of this year already.")},
    )
    number = models.PositiveSmallIntegerField(
        _("which one"), unique=True, validators=[MinValueValidator(1), MaxValueValidator(39)], help_text=_("4 for IV.")
    )
    name = translated(models.CharField(_("name"), max_length=60, help_text=_("ТЮЗ-2013, ТЮГ-2013.")))
    title = translated(
        models.CharField(_("full title"), max_length=200, help_text=_("Fourth Open Festival of Theatres for …"))
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    about = translated(RichTextField(_("about this edition")))

    programme_title = translated(models.CharField(_("title of the programme"), max_length=250))
    programme_note = translated(RichTextField(_("words above the programme")))
    programme_confirmed = models.BooleanField(
        _("the programme is final"), default=False, help_text=_("Until then visitors read “preliminary programme”.")
    )
    lists_participants = models.BooleanField(
        _("show the list of participants"), default=True, help_text=_("Off while the list is not ready.")
    )
    participants_title = translated(models.CharField(_("title of the participants"), max_length=250))
    results_title = translated(models.CharField(_("title of the results"), max_length=250))
    results_note = translated(RichTextField(_("words above the results")))
    results_at = models.DateTimeField(
        _("results appear at"),
        null=True,
        blank=True,
        help_text=_("They stay hidden until this moment and then appear all at once. Empty means: hidden."),
    )
    press_at = waits_until(_("press release appears at"))
    photos_at = waits_until(_("photos and videos appear at"))
    set_change = models.PositiveSmallIntegerField(
        _("minutes to change the set"),
        default=60,
        validators=[MaxValueValidator(600)],
        help_text=_("Two shows on one stage that stand closer together get a warning."),
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    # Without its results: they have their own moment, and their own vectors.
    search = SearchField(
        title=columns("name", "title"),
        lead=columns("programme_title", "participants_title"),
        body=columns("about", "programme_note"),
    )

    objects = EditionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("edition")
        verbose_name_plural = _("editions of the festival")
        ordering = ["-year"]
        indexes = [GinIndex(fields=["search"], name="edition_search")]
        constraints = [
            *Publishable.Meta.constraints,
            said("name"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True, ends_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__isnull=False, starts_on__lt=F("ends_on")),
                name="edition_dates_in_order",
                violation_error_message=_("A festival has a first and, later, a last day; or none is known."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__year=F("year")),
                name="edition_is_in_its_year",
                violation_error_message=_("The first day is in another year."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("festivals:edition", args=[self.year])

    def clean(self):
        super().clean()
        if (self.starts_on is None) != (self.ends_on is None):
            raise ValidationError({"ends_on": _("Fill in both days, or neither.")})
        if self.starts_on and self.ends_on <= self.starts_on:
            raise ValidationError({"ends_on": _("The last day must come after the first.")})
        if self.starts_on and self.year and self.starts_on.year != self.year:
            raise ValidationError({"starts_on": _("The first day is in another year.")})

    @property
    def is_over(self):
        today = timezone.localdate()
        return self.ends_on < today if self.ends_on else self.year < today.year

    @property
    def is_on(self):
        return bool(self.starts_on) and self.starts_on <= timezone.localdate() <= self.ends_on

    @property
    def results_are_out(self):
        return self.results_at is not None and self.results_at <= timezone.now()

    @property
    def press_is_out(self):
        return self.press_at is None or self.press_at <= timezone.now()

    @property
    def photos_are_out(self):
        return self.photos_at is None or self.photos_at <= timezone.now()

    @classmethod
    def moments(cls):
        return [*super().moments(), *soonest(cls.objects, "results_at", "press_at", "photos_at")]

    @property
    def titles(self):
        """[(full title, address), …] of the sections that are a document of their own, in the order of the tabs."""
        documents = {document.kind: document.title for document in self.documents.all()}
        words = {
            **documents,
            "programme": self.programme_title,
            "participants": self.participants_title,
            "results": self.results_title,
        }
        return [(words[word], address) for word, label, address in self.sections if words.get(word)]

    @property
    def sections(self):
        """[(word, tab label, address), …] of what has something to show, in the order of the tabs."""
        known = [
            ("regulations", _("Regulations"), self.has_regulations),
            ("programme", _("Programme"), self.has_programme),
            ("participants", _("Participants"), self.lists_participants and self.has_participants),
            ("results", _("Results"), self.has_awards and self.results_are_out),
            ("press", _("Press release"), self.has_press and self.press_is_out),
            ("photos", _("Photos and video"), (self.has_photos or self.has_videos) and self.photos_are_out),
        ]
        return [
            (word, label, reverse(f"festivals:{word}", args=[self.year])) for word, label, is_there in known if is_there
        ]


PUBLIC_EDITIONS = WrittenOnce(lambda: Edition.objects.published().for_list())


class EditionPartner(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="partners")
    partner = models.ForeignKey(
        "theatre_site.Partner", verbose_name=_("partner"), on_delete=models.PROTECT, related_name="+"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("organiser or partner")
        verbose_name_plural = _("organisers and partners")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "partner"],
                name="a_partner_once_an_edition",
                violation_error_message=_("This partner is in the list already."),
            )
        ]

    def __str__(self):
        return str(self.partner)


class EditionPhoto(GalleryPhoto):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="photos")


class EditionVideo(Video):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="videos")
