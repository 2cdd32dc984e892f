from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.images import PictureField
from theatre_site.languages import Translated, said, translated


class PartnerQuerySet(models.QuerySet):
    def shown(self):
        """Today's partners of the theatre, in the editor's order."""
        return self.filter(
            Q(shown_from__isnull=True) | Q(shown_from__lte=moments.today()),
            Q(shown_until__isnull=True) | Q(shown_until__gte=moments.today()),
            on_site=True,
        )

    def paying(self):
        """Whose links are paid for."""
        return self.filter(rel=Partner.Rel.SPONSORED).exclude(url="")


class Partner(Translated):
    class Kind(models.TextChoices):
        PARTNER = "partner", _("Partner")
        SPONSOR = "sponsor", _("Sponsor")
        MEDIA = "media", _("Media partner")
        ORGANISER = "organiser", _("Organiser")

    class Rel(models.TextChoices):
        SPONSORED = "sponsored", _("paid for (sponsored)")
        NOFOLLOW = "nofollow", _("not recommended by us (nofollow)")
        PLAIN = "", _("an ordinary link")

    said_in_some_language = ["name"]

    name = translated(models.CharField(_("name"), max_length=150))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PARTNER)
    url = models.URLField(_("address"), blank=True)
    rel = models.CharField(
        _("what the link means to search engines"), max_length=10, choices=Rel, default=Rel.SPONSORED, blank=True
    )
    logo = PictureField(_("logo"), upload_to="partners/", blank=True, auto_add_fields=True, uses=["logo"])
    note = translated(models.CharField(_("words beside the name"), max_length=150))
    on_site = models.BooleanField(
        _("on the home page"), default=True, help_text=_("Off for those who only help a festival.")
    )
    shown_from = models.DateField(_("shown from"), null=True, blank=True)
    shown_until = models.DateField(_("shown until"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["order", "pk"]
        constraints = [
            said("name"),
            models.CheckConstraint(
                condition=Q(shown_from__isnull=True)
                | Q(shown_until__isnull=True)
                | Q(shown_until__gte=F("shown_from")),
                name="partner_is_shown_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def link_rel(self):
        return f"{self.rel} noopener".strip()
