from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from theatre_site.languages import columns
from theatre_site.models import Concession, HoursException, OpeningHours, Partner, SocialLink, Theatre, Venue

from .badges import GOOD, badge, thumbnail
from .models import SiteModelAdmin, StackedInline, TabularInline, both
from .rules import RulesBesideFields


class OpeningHoursInline(TabularInline):
    model = OpeningHours
    fields = ["weekday", "is_closed", "opens", "closes", "break_from", "break_until"]
    max_num = 7


class HoursExceptionInline(StackedInline):
    model = HoursException
    fields = [
        ("first_day", "last_day", "is_closed"),
        ("opens", "closes"),
        ("break_from", "break_until"),
        both("reason"),
    ]


class SocialLinkInline(TabularInline):
    model = SocialLink


@admin.register(Theatre)
class TheatreAdmin(SiteModelAdmin):
    """One settings form: there is one theatre, so its list leads to it."""

    save_on_top = True
    inlines = [OpeningHoursInline, HoursExceptionInline, SocialLinkInline]
    fieldsets = [
        (None, {"fields": [both("name"), both("short_name"), both("town")]}),
        (_("Box office"), {"fields": [("phones", "dialling_prefix"), "email", "ticket_url"]}),
        (
            _("Usual ticket prices, in hryvnias"),
            {
                "fields": [("adults_price_min", "adults_price_max"), ("children_price_min", "children_price_max")],
                "description": _("They hold for every date that has no price of its own."),
            },
        ),
        (_("Home page"), {"fields": [both("about"), *columns("invitation")]}),
        (_("Weekly rhythm"), {"fields": ["weeks_ahead"], "classes": ["collapse"]}),
        (_("Typography"), {"fields": ["sets_typography"], "classes": ["collapse"]}),
    ]

    def changelist_view(self, request, extra_context=None):
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
class VenueAdmin(SiteModelAdmin):
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
class ConcessionAdmin(SiteModelAdmin):
    list_display = ["__str__", "discount", "document", "order"]
    list_editable = ["order"]
    search_fields = columns("who")
    fieldsets = [(None, {"fields": [both("who"), both("discount"), both("document"), both("applies"), "order"]})]


@admin.register(Partner)
class PartnerAdmin(SiteModelAdmin):
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

    @admin.display(description=_("logo"))
    def logo_thumbnail(self, partner):
        return thumbnail(partner.logo)
