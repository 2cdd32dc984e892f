"""Old addresses lead to new ones: by themselves when an address is changed, or entered by the chief editor.

Addresses are kept without their language and lead on in every one. What stands below an address goes along with it:
/festival/2011/ takes /festival/2011/results/ with it.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import LANGUAGE_CODES

NO_LANGUAGE = rf"/(?!/|({'|'.join(LANGUAGE_CODES)}|admin)/)"
WAS_ADDRESS = RegexValidator(
    rf"^{NO_LANGUAGE}[^\s?#]+$", _("Write it with a / before it and without the language: /news/premiere/")
)
IS_ADDRESS = RegexValidator(
    rf"^{NO_LANGUAGE}[^\s?#]+/$", _("Write it with a / at both ends and without the language: /news/premiere/")
)
IN_A_CIRCLE = _("It would lead in a circle.")
LONGEST_WAY = 10


class RedirectQuerySet(models.QuerySet):
    @transaction.atomic
    def leave(self, old, new):
        """Who asks for `old` is led to `new` from now on, and so is whoever was led to `old` before."""
        self.filter(old=new).delete()  # a page stands there again
        self.filter(new=old).update(new=new)
        self.update_or_create(old=old, defaults={"new": new})

    def lead_on(self, address):
        """Where this address, or the nearest one above it, has gone in the end; None if nowhere or in a circle."""
        gone = self.next_of(address)
        for _step in range(LONGEST_WAY):
            if gone is None or (further := self.next_of(gone)) is None:
                return gone
            gone = further
        return None

    def next_of(self, address):
        known = self.filter(old__in=above(address)).order_by(Length("old").desc()).first()
        return known.new + address.removeprefix(known.old) if known else None


def above(address):
    """/news/premiere/picture.png: itself, /news/premiere/, /news/"""
    parts = address.split("/")
    return [address, *("/".join(parts[:length]) + "/" for length in range(2, len(parts)))]


class Redirect(models.Model):
    old = models.CharField(_("old address"), max_length=200, unique=True, validators=[WAS_ADDRESS])
    new = models.CharField(_("leads to"), max_length=200, validators=[IS_ADDRESS])

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["old"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(old=F("new")), name="redirect_leads_elsewhere", violation_error_message=IN_A_CIRCLE
            )
        ]

    def __str__(self):
        return self.old

    def clean(self):
        super().clean()
        others = Redirect.objects.exclude(pk=self.pk)
        if self.old and self.new and (others.lead_on(self.new) or self.new).startswith(self.old):
            raise ValidationError({"new": IN_A_CIRCLE})


class Addressed(models.Model):
    """What has a page whose address is made of one of its columns: a changed one leaves a redirect, in both languages.

    Nobody asks whether the old address was ever public: a redirect leads on only to what visitors may see.
    """

    in_address = "slug"

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        may_move = self.pk and (update_fields is None or self.in_address in update_fields)
        known = type(self)._base_manager.filter(pk=self.pk).only(self.in_address).first() if may_move else None
        super().save(*args, update_fields=update_fields, **kwargs)
        if known and address_of(known) != address_of(self):
            Redirect.objects.leave(address_of(known), address_of(self))


def address_of(row):
    """Without the language: /news/premiere/"""
    with translation.override(settings.LANGUAGE_CODE):
        return row.get_absolute_url().removeprefix(f"/{settings.LANGUAGE_CODE}")
