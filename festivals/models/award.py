from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Translated, columns, said, translated
from theatre_site.search import SearchField

from .company import Participant


class Nomination(Translated):
    """A prize category of an edition."""

    said_in_some_language = ["title"]

    edition = models.ForeignKey(
        "festivals.Edition", verbose_name=_("edition"), on_delete=models.CASCADE, related_name="nominations"
    )
    title = translated(models.CharField(_("nomination"), max_length=200))
    is_grand_prix = models.BooleanField(_("Grand Prix"), default=False)
    presented_by = models.ForeignKey(
        "theatre_site.Partner",
        verbose_name=_("special prize of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For a special prize that a partner gives."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    search = SearchField(title=columns("title"))

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["-is_grand_prix", "order", "pk"]
        indexes = [GinIndex(fields=["search"], name="nomination_search")]
        constraints = [
            said("title"),
            models.UniqueConstraint(
                fields=["edition"],
                condition=Q(is_grand_prix=True),
                name="one_grand_prix_an_edition",
                violation_error_message=_("This edition has a Grand Prix already."),
            ),
        ]

    def __str__(self):
        return self.title


class Award(Translated):
    """Who received the prize of a nomination and in which degree, or that nobody did. Several share a prize."""

    class Degree(models.TextChoices):
        NONE = "", _("without a degree")
        LAUREATE = "laureate", _("laureate")
        FIRST = "first", _("first degree")
        SECOND = "second", _("second degree")
        THIRD = "third", _("third degree")
        DIPLOMA = "diploma", _("diploma")
        NOT_AWARDED = "not_awarded", _("Not awarded")

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="awards")
    degree = models.CharField(_("degree"), max_length=12, choices=Degree, default=Degree.NONE, blank=True)
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    person = translated(
        models.CharField(_("person"), max_length=200, help_text=_("If the prize goes to a person: actor, director …"))
    )
    for_what = translated(models.CharField(_("for what"), max_length=200))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    search = SearchField(title=columns("person"), lead=columns("for_what"))

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["order", "pk"]
        indexes = [GinIndex(fields=["search"], name="award_search")]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(degree="not_awarded", participant__isnull=True, **dict.fromkeys(columns("person"), ""))
                    | (
                        ~Q(degree="not_awarded")
                        & (Q(participant__isnull=False) | ~Q(**dict.fromkeys(columns("person"), "")))
                    )
                ),
                name="award_has_a_winner_or_none",
                violation_error_message=_("Say who received it, or choose “not awarded” and name nobody."),
            )
        ]

    def __str__(self):
        return f"{self.nomination}: {self.winner or self.get_degree_display()}"

    def clean(self):
        super().clean()
        has_winner = bool(self.participant_id or self.languages_of("person"))
        if has_winner == (self.degree == self.Degree.NOT_AWARDED):
            raise ValidationError({"degree": _("Say who received it, or choose “not awarded” and name nobody.")})
        if self.participant_id and self.participant.edition_id != self.nomination.edition_id:
            raise ValidationError({"participant": _("This participant came to another edition.")})

    @property
    def winner(self):
        """A person, else a company: the largest words of the card."""
        return self.person or (self.participant.company.name if self.participant else "")
