from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from repertoire.checklist import before_publishing_person, before_publishing_production
from repertoire.models import Credit, Person, Production, ProductionPhoto, ProductionVideo
from repertoire.resources import ProductionResource
from theatre_site.admin import (
    DuplicatesAsDraft,
    ExchangesFiles,
    PhotoInline,
    PublishableAdmin,
    PublishableForm,
    RulesBesideFields,
    SaysWhoSeesThePhoto,
    TabularInline,
    VideoInline,
    badge,
    both,
    elsewhere,
    publication,
    thumbnail,
)
from theatre_site.languages import columns

from .poster import PosterForm, choice_of, photo_in_form, poster_thumbnail


class CreditInline(TabularInline):
    model = Credit
    fields = ["kind", *both("role"), "person", "order"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


class ProductionPhotoInline(PhotoInline):
    model = ProductionPhoto


class ProductionVideoInline(VideoInline):
    model = ProductionVideo


class ProductionForm(RulesBesideFields, PublishableForm):
    beside = {"running_time_is_sane": "running_time"}


@admin.register(Production)
class ProductionAdmin(ExchangesFiles, SaysWhoSeesThePhoto, DuplicatesAsDraft, PublishableAdmin):
    resource_class = ProductionResource
    form = ProductionForm
    checklist = staticmethod(before_publishing_production)
    duplicated_parts = ["credits", "videos"]
    not_duplicated = {"premiere_on": None, "is_archived": False}
    list_display = ["__str__", "poster", "publication", "audience", "age_rating", "premiere_on", "archived"]
    list_filter = ["status", "is_archived", "audience", "age_rating", "language"]
    search_fields = [*columns("title", "author"), "slug"]
    inlines = [CreditInline, ProductionPhotoInline, ProductionVideoInline]
    readonly_fields = ["poster_panel", "photo_seen"]
    instead_of_deleting = _("Tick “no longer played” instead.")
    fieldsets = [
        (None, {"fields": [both("title"), "slug", both("genre"), both("author")]}),
        (
            _("For whom and how long"),
            {"fields": [("audience", "age_rating", "language"), ("running_time", "intervals")]},
        ),
        (_("Text"), {"fields": [both("lead"), *columns("description")]}),
        (
            _("Ticket prices, in hryvnias"),
            {
                "fields": [("price_min", "price_max")],
                "description": _("Leave empty and the prices of the weekly slot hold, or the theatre’s usual ones."),
            },
        ),
        (
            _("What to know beforehand"),
            {"fields": ["content_note_state", both("content_note")], "classes": ["collapse"]},
        ),
        (
            _("Poster"),
            {
                "fields": [
                    "poster_panel",
                    ("photo", "photo_ppoi"),
                    ("photo_shows_children", "photo_has_consent", "photo_seen"),
                    ("poster_motif", "poster_variant", "poster_palette", "poster_title_on_top"),
                ]
            },
        ),
        (_("In the repertoire"), {"fields": [("premiere_on", "is_archived")]}),
        publication(),
        elsewhere(),
    ]

    class Media:
        js = [Script("js/admin/poster-panel.js", defer=True)]

    def get_urls(self):
        own = [
            self.own_page("add/poster/", self.poster_view, "new_poster"),
            self.own_page("<int:pk>/poster/", self.poster_view, "poster"),
        ]
        return own + super().get_urls()

    def poster_view(self, request, pk=None):
        """The poster as the form has it, not saved yet, with what is needed to leaf on."""
        production = get_object_or_404(Production, pk=pk) if pk else Production()
        if not (self.has_change_permission(request, production) if pk else self.has_add_permission(request)):
            raise PermissionDenied
        form = PosterForm(request.GET)
        if not form.is_valid():
            return HttpResponseBadRequest(form.complaint, content_type="text/plain; charset=utf-8")
        choice = form.choice(photo_in_form(request.GET, production))
        return render(request, "admin/repertoire/_poster_choice.html", {"choice": choice})

    @admin.display(description=_("poster"))
    def poster_panel(self, production):
        """Without JavaScript: the poster as it is saved."""
        context = {
            "address": self.url_of("poster", production.pk) if production.pk else self.url_of("new_poster"),
            "poster": choice_of(production).draw() if production.pk else "",
        }
        return render_to_string("admin/repertoire/_poster_panel.html", context)

    @admin.display(description=_("poster"))
    def poster(self, production):
        return poster_thumbnail(production)

    @admin.display(description=_("no longer played"), ordering="is_archived")
    def archived(self, production):
        return badge("off", _("no longer played")) if production.is_archived else ""


@admin.register(Person)
class PersonAdmin(SaysWhoSeesThePhoto, PublishableAdmin):
    checklist = staticmethod(before_publishing_person)
    list_display = ["__str__", "portrait", "publication", "position"]
    list_filter = ["status"]
    search_fields = [*columns("name"), "slug"]
    readonly_fields = ["photo_seen"]
    instead_of_deleting = _("Withdraw it from the site instead.")
    fieldsets = [
        (None, {"fields": [both("name"), "slug", both("position")]}),
        (
            _("Photo"),
            {
                "fields": [
                    ("photo", "photo_ppoi"),
                    ("photo_shows_children", "photo_has_consent", "photo_seen"),
                ]
            },
        ),
        (_("Text"), {"fields": columns("bio")}),
        publication(),
    ]

    @admin.display(description=_("photo"))
    def portrait(self, person):
        return thumbnail(person.photo, is_public=person.public_photo is not None)
