from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from festivals.clashes import Timetable
from festivals.models import ProgrammeItem
from festivals.resources import ProgrammeItemResource
from theatre_site.admin import ExchangesFiles, both
from theatre_site.languages import columns

from .of_an_edition import OfAnEditionAdmin, offer_participants


@admin.register(ProgrammeItem)
class ProgrammeItemAdmin(ExchangesFiles, OfAnEditionAdmin):
    resource_class = ProgrammeItemResource
    list_display = ["when", "what", "kind", "where", "edition_name"]
    list_display_links = ["when", "what"]
    list_filter = [*OfAnEditionAdmin.list_filter, "kind", "venue"]
    search_fields = columns("title") + [
        f"participant__{column}" for column in columns("show") + [f"company__{name}" for name in columns("name")]
    ]
    autocomplete_fields = ["performance"]
    fieldsets = [
        (None, {"fields": ["edition", "kind", "participant", both("title")]}),
        (_("When and where"), {"fields": ["starts_at", "duration", "venue"]}),
        (_("In what’s on"), {"fields": ["performance"]}),
        (_("For ourselves"), {"fields": ["note"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return ProgrammeItem.objects.in_order().select_related("edition")

    def get_ordering(self, request):
        return ["-edition__year", "begins_at", "pk"]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        offer_participants(form, obj and obj.edition)
        return form

    def save_model(self, request, obj, form, change):
        if change and obj.edition.programme_confirmed and "starts_at" in form.changed_data:
            obj.tell_of_move(form.initial["starts_at"])
        super().save_model(request, obj, form, change)
        for clash in Timetable.of(obj.edition).clashes():
            if obj in clash.items:
                messages.warning(request, clash.words)

    @admin.display(description=_("when"), ordering="begins_at")
    def when(self, item):
        return date_format(timezone.localtime(item.moment), "D, d.m.Y, H:i")

    @admin.display(description=_("what"))
    def what(self, item):
        company = f" ({item.participant.company.name})" if item.participant else ""
        return f"{item.name}{company}"

    @admin.display(description=_("venue"))
    def where(self, item):
        return item.place

    @admin.display(description=_("edition"), ordering="edition__year")
    def edition_name(self, item):
        return item.edition
