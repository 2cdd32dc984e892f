"""Old addresses lead to new ones: by themselves when an address is changed, or entered by the chief editor.

Addresses are kept without their language and lead on in every one. What stands below an address goes along with it:
/festival/2011/ takes /festival/2011/results/ with it.
"""

from itertools import combinations
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import LANGUAGE_CODES, split_language

NO_LANGUAGE = rf"/(?!/|({'|'.join(LANGUAGE_CODES)}|admin)/)"
WAS_ADDRESS = RegexValidator(
    rf"^{NO_LANGUAGE}([^\s?#]+(\?[^\s#]+)?|\?[^\s#]+)$",
    _("Write it with a / before it and without the language: /news/premiere/"),
)
IS_ADDRESS = RegexValidator(
    rf"^{NO_LANGUAGE}[^\s?#]+/$", _("Write it with a / at both ends and without the language: /news/premiere/")
)
IN_A_CIRCLE = _("It would lead in a circle.")
LONGEST_WAY = 10
LONGEST_ADDRESS = 200
MOST_PARTS_OF_A_QUERY = 6


class RedirectQuerySet(models.QuerySet):
    @transaction.atomic
    def leave(self, old, new):
        """Who asks for `old` is led to `new` from now on, and so is whoever was led to `old` before."""
        self.filter(old=new).delete()  # a page stands there again
        self.filter(new=old).update(new=new)
        self.update_or_create(old=old, defaults={"new": new})

    def lead_on(self, address):
        """Where this address, or the nearest one above it, has gone in the end; None if nowhere or in a circle."""
        return self.way(address)[1]

    def way(self, address):
        """(the row that knows this address or the nearest one above it, where it leads in the end)"""
        first = known = self.nearest(address)
        for _step in range(LONGEST_WAY):
            if known is None:
                return first, address if first else None
            address = known.further(address)
            known = self.nearest(address)
        return first, None

    def nearest(self, address):
        """With a slash at its end or without, as people write it."""
        known = self.filter(old__in=[*above(address), other_spelling(address)])
        return known.order_by(Length("old").desc()).first()

    def by_query(self, address, query):
        """For /index.php?id=12, whatever else has been appended: the row that knows most of it, or None."""
        parts = sorted(parse_qsl(query, keep_blank_values=True))
        if not 0 < len(parts) <= MOST_PARTS_OF_A_QUERY:
            return None
        some = (urlencode(each) for length in range(1, len(parts) + 1) for each in combinations(parts, length))
        asked = [old for each in some if len(old := f"{address}?{each}") <= LONGEST_ADDRESS]
        return self.filter(old__in=asked).order_by(Length("old").desc()).first()


def above(address):
    """/news/premiere/picture.png: itself, /news/premiere/, /news/"""
    parts = address.split("/")
    return [address, *("/".join(parts[:length]) + "/" for length in range(2, len(parts)))]


def other_spelling(address):
    return address.rstrip("/") if address.endswith("/") else f"{address}/"


def as_asked(address):
    """An address as it stands in links, as it is kept: without its host, in letters, its query in order."""
    parts = urlsplit(address.strip())
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    _language, path = split_language(unquote(parts.path) or "/")
    return f"{path}?{query}" if query else path


class Redirect(models.Model):
    old = models.CharField(_("old address"), max_length=LONGEST_ADDRESS, unique=True, validators=[WAS_ADDRESS])
    new = models.CharField(_("leads to"), max_length=LONGEST_ADDRESS, validators=[IS_ADDRESS])
    language = models.CharField(
        _("language"),
        max_length=2,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("In which the old page was written, if its address does not say so."),
    )

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

    def further(self, address):
        """What stands below the old address goes along."""
        return self.new + address.removeprefix(self.old.rstrip("/")).removeprefix("/")

    def clean(self):
        super().clean()
        if "?" in self.old:
            self.old = as_asked(self.old)
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
