from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from repertoire.models import Credit, Person, Production, ProductionPhoto
from theatre_site.admin import (
    PhotoInline,
    PublishableAdmin,
    RulesBesideFields,
    TabularInline,
    badge,
    both,
    elsewhere,
    publication,
    thumbnail,
)
from theatre_site.languages import columns


class CreditInline(TabularInline):
    model = Credit
    fields = ["kind", *both("role"), "person", "order"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


class ProductionPhotoInline(PhotoInline):
    model = ProductionPhoto


class ProductionForm(RulesBesideFields):
    beside = {"running_time_is_sane": "running_time"}


@admin.register(Production)
class ProductionAdmin(PublishableAdmin):
    form = ProductionForm
    list_display = ["__str__", "poster", "publication", "audience", "age_rating", "premiere_on", "archived"]
    list_filter = ["status", "is_archived", "audience", "age_rating", "language"]
    search_fields = [*columns("title", "author"), "slug"]
    prepopulated_fields = {"slug": columns("title")[:1]}
    inlines = [CreditInline, ProductionPhotoInline]
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
                "fields": ["photo", ("poster_motif", "poster_variant", "poster_palette", "poster_title_on_top")],
                "classes": ["collapse"],
            },
        ),
        (_("In the repertoire"), {"fields": [("premiere_on", "is_archived")]}),
        publication(),
        elsewhere(),
    ]

    @admin.display(description=_("poster photo"))
    def poster(self, production):
        return thumbnail(production.photo)

    @admin.display(description=_("no longer played"), ordering="is_archived")
    def archived(self, production):
        return badge("off", _("no longer played")) if production.is_archived else ""


@admin.register(Person)
class PersonAdmin(PublishableAdmin):
    list_display = ["__str__", "portrait", "publication", "position"]
    list_filter = ["status"]
    search_fields = [*columns("name"), "slug"]
    prepopulated_fields = {"slug": columns("name")[:1]}
    instead_of_deleting = _("Choose the status “Withdrawn” instead.")
    fieldsets = [
        (None, {"fields": [both("name"), "slug", both("position"), "photo"]}),
        (_("Text"), {"fields": columns("bio")}),
        publication(),
    ]

    @admin.display(description=_("photo"))
    def portrait(self, person):
        return thumbnail(person.photo)
