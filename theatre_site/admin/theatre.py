from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import columns
from theatre_site.models import Concession, Partner, SocialLink, Theatre, Venue

from .badges import GOOD, badge, thumbnail
from .hours import HoursExceptionInline, OpeningHoursInline, PastHoursExceptionInline
from .matters import MissingTranslations
from .models import SiteModelAdmin, TabularInline, both
from .rules import RulesBesideFields


class SocialLinkInline(TabularInline):
    model = SocialLink


@admin.register(Theatre)
class TheatreAdmin(MissingTranslations, SiteModelAdmin):
    """One settings form: there is one theatre, so its list leads to it. Whoever sells tickets keeps the hours right;
    names, telephones and prices belong to those who may set the theatre up."""

    save_on_top = True
    inlines = [OpeningHoursInline, HoursExceptionInline, PastHoursExceptionInline, SocialLinkInline]
    fieldsets = [
        (_("Box office"), {"fields": [("phones", "dialling_prefix"), ("email", "ticket_url")]}),
        (
            _("Usual ticket prices, in hryvnias"),
            {
                "fields": [("adults_price_min", "adults_price_max"), ("children_price_min", "children_price_max")],
                "description": _("They hold for every date that has no price of its own."),
            },
        ),
        (_("Name and town"), {"fields": [both("name"), both("short_name"), both("town")], "classes": ["collapse"]}),
        (_("Home page"), {"fields": [both("about"), *columns("invitation")], "classes": ["collapse"]}),
        (_("Weekly rhythm"), {"fields": ["weeks_ahead"], "classes": ["collapse"]}),
        (_("Typography"), {"fields": ["sets_typography"], "classes": ["collapse"]}),
    ]

    def may_set_up(self, request):
        return request.user.has_perm("theatre_site.set_up_theatre")

    may_translate = may_set_up

    def get_fieldsets(self, request, obj=None):
        """Whoever keeps the hours sees the telephones and prices, and whom to ask about them."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.may_set_up(request):
            return fieldsets
        (name, office), (_name, prices), *_others = fieldsets
        words = _("Something is wrong here? Tell the chief editor.")
        return [(name, {"fields": [*office["fields"], *prices["fields"]], "description": words})]

    def get_readonly_fields(self, request, obj=None):
        fixed = super().get_readonly_fields(request, obj)
        return fixed if self.may_set_up(request) else [*fixed, *flatten_fieldsets(self.fieldsets)]

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if theatre := Theatre.objects.first():
            return redirect("admin:theatre_site_theatre_change", theatre.pk)
        return redirect("admin:theatre_site_theatre_add")

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Theatre.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False


class VenueForm(RulesBesideFields):
    beside = {"one_home_venue": "is_home"}


@admin.register(Venue)
class VenueAdmin(MissingTranslations, SiteModelAdmin):
    form = VenueForm
    list_display = ["__str__", "town", "address", "own_house"]
    search_fields = columns("name", "town")
    fieldsets = [
        (None, {"fields": [both("name"), both("town"), both("address"), "is_home"]}),
        (_("How visitors find it"), {"fields": ["map_url", *columns("directions", "access")]}),
    ]

    @admin.display(description=_("our own house"), ordering="is_home")
    def own_house(self, venue):
        return badge(GOOD, _("our own house")) if venue.is_home else ""


@admin.register(Concession)
class ConcessionAdmin(MissingTranslations, SiteModelAdmin):
    list_display = ["__str__", "discount", "document", "order"]
    list_editable = ["order"]
    search_fields = columns("who")
    fieldsets = [(None, {"fields": [both("who"), both("discount"), both("document"), both("applies"), "order"]})]


@admin.register(Partner)
class PartnerAdmin(MissingTranslations, SiteModelAdmin):
    list_display = ["__str__", "logo_thumbnail", "kind", "on_site", "shown_from", "shown_until", "order"]
    list_editable = ["on_site", "order"]
    list_filter = ["kind", "on_site"]
    search_fields = columns("name")
    instead_of_deleting = _("Untick “on the home page” instead.")
    fieldsets = [
        (None, {"fields": [both("name"), both("note"), "kind", ("logo", "logo_ppoi")]}),
        (_("Link"), {"fields": ["url", "rel"]}),
        (_("On the home page"), {"fields": ["on_site", ("shown_from", "shown_until"), "order"]}),
    ]

    def on_the_site(self, request):
        return Partner.objects.shown()

    @admin.display(description=_("logo"))
    def logo_thumbnail(self, partner):
        return thumbnail(partner.logo)
