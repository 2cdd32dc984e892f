from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from festivals.checklist import before_publishing
from festivals.models import (
    Document,
    Edition,
    EditionPartner,
    EditionPhoto,
    EditionVideo,
    JuryMember,
    Nomination,
    Participant,
    ProgrammeItem,
)
from theatre_site.admin import (
    PhotoInline,
    PublishableAdmin,
    SaysWhoSeesThePhoto,
    StackedInline,
    TabularInline,
    VideoInline,
    both,
    elsewhere,
    publication,
)
from theatre_site.languages import columns

from .desk import EditionPages
from .desk.moments import MOMENTS
from .desk.sections import list_of


class DocumentInline(StackedInline):
    model = Document
    fields = [("kind", "approved_on"), both("title"), *columns("body"), both("pdf"), both("contact")]
    max_num = len(Document.Kind)
    classes = ["collapse"]


class JuryMemberInline(SaysWhoSeesThePhoto, StackedInline):
    model = JuryMember
    fields = [
        ("board", "order"),
        both("name"),
        both("role"),
        ("photo", "photo_ppoi"),
        ("photo_shows_children", "photo_has_consent", "photo_seen"),
        *columns("bio"),
    ]
    readonly_fields = ["photo_seen"]
    classes = ["collapse"]


class EditionPartnerInline(TabularInline):
    model = EditionPartner
    autocomplete_fields = ["partner"]
    classes = ["collapse"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner")


class EditionPhotoInline(PhotoInline):
    model = EditionPhoto


class EditionVideoInline(VideoInline):
    model = EditionVideo


@admin.register(Edition)
class EditionAdmin(EditionPages, PublishableAdmin):
    checklist = staticmethod(before_publishing)
    list_display = ["__str__", "desk", "title", "publication", "starts_on", "ends_on", "results_at"]
    list_filter = ["status"]
    search_fields = ["year", *columns("name", "title")]
    inlines = [DocumentInline, JuryMemberInline, EditionPartnerInline, EditionPhotoInline, EditionVideoInline]
    readonly_fields = ["own_lists"]
    instead_of_deleting = _("Withdraw it from the site instead.")
    fieldsets = [
        (
            None,
            {"fields": ["own_lists", ("year", "number"), both("name"), both("title"), ("starts_on", "ends_on")]},
        ),
        (_("Text"), {"fields": columns("about")}),
        (
            _("Participants"),
            {"fields": ["lists_participants", both("participants_title")], "classes": ["collapse"]},
        ),
        (
            _("Programme"),
            {
                "fields": [("programme_confirmed", "set_change"), both("programme_title"), *columns("programme_note")],
                "classes": ["collapse"],
            },
        ),
        (
            _("Results"),
            {"fields": [both("results_title"), *columns("results_note")], "classes": ["collapse"]},
        ),
        (_("When do they appear?"), {"fields": MOMENTS}),
        publication(),
        elsewhere(),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Moments publish, and so belong to those who may."""
        may_publish = request.user.has_perm("festivals.publish_edition")
        return [*super().get_readonly_fields(request, obj), *([] if may_publish else MOMENTS)]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "programme_confirmed" in form.changed_data:
            obj.programme.forget_moves()

    @admin.display(description=_("desk"))
    def desk(self, edition):
        address = reverse("admin:festivals_edition_desk", args=[edition.pk])
        return format_html('<a href="{}">{}</a>', address, _("To the desk"))

    @admin.display(description=_("its own lists"))
    def own_lists(self, edition):
        """Participants, programme and nominations are too many for this form."""
        if edition.pk is None:
            return _("Participants, programme and nominations are added when the edition has been saved.")
        links = format_html_join("", '<li><a href="{}">{}</a></li>', self.links_of(edition))
        return format_html('<p>{}</p><ul class="own-lists">{}</ul>', self.desk(edition), links)

    def links_of(self, edition):
        lists = {"participants": Participant, "programme": ProgrammeItem, "nominations": Nomination}
        counts = Edition.objects.filter(pk=edition.pk).aggregate(**{name: Count(name, distinct=True) for name in lists})
        for name, model in lists.items():
            words = str(model._meta.verbose_name_plural).capitalize()
            place = list_of(model, edition, f"{words} ({counts[name]})")
            yield place.address, place.name
