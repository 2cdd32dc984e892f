"""The theatre's own facts: one row, one form in the admin."""

import re
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import Translated, said, translated
from theatre_site.richtext import RichTextField
from theatre_site.written_once import WrittenOnce

from .box_office import HoursException, OpeningHours, Schedule
from .page import Notice, Page
from .partner import Partner


def rows(queryset, *names):
    """The rows of another table as one JSON column, so that a page's frame costs one query and not five."""
    return ArraySubquery(queryset.values(row=JSONObject(**{name: name for name in names})))


def revived(model, found):
    """Model instances made from what `rows()` brought along."""
    to_python = {field.attname: field.to_python for field in model._meta.concrete_fields}
    return [model(**{name: to_python[name](value) for name, value in row.items()}) for row in found]


def field_names(model):
    return [field.attname for field in model._meta.concrete_fields]


NAMELESS = {"name_ru": "Театр", "name_uk": "Театр", "short_name_ru": "Театр", "short_name_uk": "Театр"}

# No telephone number in the world is longer.
DIALLED = re.compile(r"\+?\d{3,15}")


class TheatreQuerySet(models.QuerySet):
    def with_front_desk(self):
        """With all that stands on every page: hours, exceptions, notices, social links and the menu."""
        return self.annotate(
            hours_rows=rows(OpeningHours.objects.all(), *field_names(OpeningHours)),
            exception_rows=rows(HoursException.objects.not_over(), *field_names(HoursException)),
            notice_rows=rows(Notice.objects.current(), *field_names(Notice)),
            social_rows=rows(SocialLink.objects.all(), *field_names(SocialLink)),
            menu_rows=rows(Page.objects.in_menu(), *Page.MENU_FIELDS),
            paying_rows=rows(Partner.objects.paying(), "url"),
        )

    def current(self):
        """The theatre with its front desk; an empty one as long as nobody has filled in the form."""
        return FRONT_DESK.first() or Theatre(**NAMELESS)

    def sets_type(self):
        """Whether texts are mended when a form is saved: yes, unless the theatre says no."""
        return not self.filter(sets_typography=False).exists()


class Theatre(Translated):
    said_in_some_language = ["name"]

    name = translated(models.CharField(_("full name"), max_length=200))
    short_name = translated(models.CharField(_("short name"), max_length=20, help_text=_("As in the logo: ТЮЗ, ТЮГ.")))
    town = translated(models.CharField(_("town"), max_length=100))
    about = translated(
        models.TextField(_("in one sentence"), help_text=_("Search engines show it below the title of the home page."))
    )
    invitation = translated(
        RichTextField(_("invitation"), help_text=_("Stands on the home page: when you play and how to get a ticket."))
    )

    phones = models.CharField(
        _("box office telephones"),
        max_length=200,
        blank=True,
        help_text=_("As visitors know them, separated by commas: 6-46-01, 6-46-51"),
    )
    dialling_prefix = models.CharField(
        _("dialling prefix"),
        max_length=12,
        blank=True,
        help_text=_("What a mobile phone must dial before these numbers, such as +38 and the town's code."),
    )
    email = models.EmailField(_("e-mail"), blank=True)

    adults_price_min = models.PositiveIntegerField(_("for adults, from"), null=True, blank=True)
    adults_price_max = models.PositiveIntegerField(_("for adults, to"), null=True, blank=True)
    children_price_min = models.PositiveIntegerField(_("for children, from"), null=True, blank=True)
    children_price_max = models.PositiveIntegerField(_("for children, to"), null=True, blank=True)
    ticket_url = models.URLField(
        _("ticket shop"),
        blank=True,
        help_text=_("Where tickets are sold on the internet. Leave empty if they are ordered by telephone."),
    )
    weeks_ahead = models.PositiveSmallIntegerField(
        _("weeks ahead"), default=8, help_text=_("How far ahead the weekly rhythm makes dates.")
    )

    sets_typography = models.BooleanField(
        _("mend the typography of texts"),
        default=True,
        help_text=_("Quotes, dashes, ellipses and the Ukrainian apostrophe, when a form is saved."),
    )

    objects = TheatreQuerySet.as_manager()

    class Meta:
        default_permissions = ["add", "change", "delete", "view", "set_up"]
        verbose_name = _("theatre")
        verbose_name_plural = _("the theatre: name, telephones, hours, prices")
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="there_is_one_theatre"),
            said("name"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{audience}_price_min__isnull": True, f"{audience}_price_max__isnull": True})
                    | Q(
                        **{
                            f"{audience}_price_min__isnull": False,
                            f"{audience}_price_max__isnull": False,
                            f"{audience}_price_min__lte": F(f"{audience}_price_max"),
                        }
                    ),
                    name=f"theatre_{audience}_prices_in_order",
                    violation_error_message=_("The lowest price must not be above the highest."),
                )
                for audience in ("adults", "children")
            ),
        ]

    def __str__(self):
        return str(self.short_name or self.name)

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        for audience in ("adults", "children"):
            lowest, highest = self.price_band(audience)
            if (lowest is None) != (highest is None):
                raise ValidationError({f"{audience}_price_max": _("Fill in both prices, or neither.")})
            if lowest is not None and lowest > highest:
                raise ValidationError({f"{audience}_price_max": _("The lowest price must not be above the highest.")})
        self.check_telephones()

    def check_telephones(self):
        for number, dialled in self.telephones:
            if not re.search(r"\d", number) or not DIALLED.fullmatch(dialled):
                words = _("“%(number)s” would be dialled as “%(dialled)s”. Put a comma between numbers.")
                raise ValidationError({"phones": words % {"number": number, "dialled": dialled}})

    def price_band(self, audience):
        """The default (lowest, highest) price in hryvnias, or (None, None)."""
        return getattr(self, f"{audience}_price_min"), getattr(self, f"{audience}_price_max")

    @cached_property
    def telephones(self):
        """[(as people know it, as a phone dials it), …]: town numbers get the prefix, +38… and 0… have theirs."""
        numbers = [number.strip() for number in re.split("[,;]", self.phones) if number.strip()]
        return [(number, self.dialled(number)) for number in numbers]

    def dialled(self, number):
        prefix = "" if number.startswith(("+", "0")) else self.dialling_prefix
        return re.sub(r"[^\d+]", "", prefix + number)

    @cached_property
    def hours(self):
        return revived(OpeningHours, getattr(self, "hours_rows", []))

    @cached_property
    def exceptions(self):
        return revived(HoursException, getattr(self, "exception_rows", []))

    @cached_property
    def schedule(self):
        return Schedule(self.hours, self.exceptions)

    @property
    def box_office_now(self):
        return self.schedule.state_at(timezone.now())

    @cached_property
    def notices(self):
        return revived(Notice, getattr(self, "notice_rows", []))

    @cached_property
    def social_links(self):
        return revived(SocialLink, getattr(self, "social_rows", []))

    @cached_property
    def menu(self):
        return revived(Page, getattr(self, "menu_rows", []))

    @cached_property
    def paying_hosts(self):
        """{"partner.example", …}: whose links are paid for."""
        hosts = (urlsplit(row["url"]).hostname or "" for row in getattr(self, "paying_rows", []))
        return {host.removeprefix("www.") for host in hosts}


FRONT_DESK = WrittenOnce(lambda: Theatre.objects.with_front_desk()[:1])


class SocialLink(models.Model):
    theatre = models.ForeignKey(Theatre, on_delete=models.CASCADE, related_name="links", default=1)
    name = models.CharField(_("name"), max_length=60)
    url = models.URLField(_("address"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("social network")
        verbose_name_plural = _("social networks")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name
