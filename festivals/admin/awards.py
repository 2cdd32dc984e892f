from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from festivals.models import Award, Nomination
from theatre_site.admin import RulesBesideFields, StackedInline, badge, both
from theatre_site.languages import columns

from .of_an_edition import OfAnEditionAdmin, offer_participants


class AwardInline(StackedInline):
    model = Award
    fields = [("degree", "participant", "order"), both("person"), both("for_what")]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("participant__company", "nomination")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        offer_participants(formset.form, obj and obj.edition)
        return formset


class NominationForm(RulesBesideFields):
    beside = {"one_grand_prix_an_edition": "is_grand_prix"}


@admin.register(Nomination)
class NominationAdmin(OfAnEditionAdmin):
    form = NominationForm
    list_display = ["__str__", "edition_name", "grand_prix", "results", "order"]
    list_editable = ["order"]
    ordering = ["-edition__year", "-is_grand_prix", "order", "pk"]
    search_fields = columns("title")
    autocomplete_fields = ["presented_by"]
    inlines = [AwardInline]
    fieldsets = [
        (None, {"fields": ["edition", both("title"), ("is_grand_prix", "order")]}),
        (_("Special prize"), {"fields": ["presented_by"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        awards = "awards__participant__company"
        return super().get_queryset(request).select_related("edition").prefetch_related(awards)

    @admin.display(description=_("edition"), ordering="edition__year")
    def edition_name(self, nomination):
        return nomination.edition

    @admin.display(description=_("Grand Prix"), ordering="is_grand_prix")
    def grand_prix(self, nomination):
        return badge("good", _("Grand Prix")) if nomination.is_grand_prix else ""

    @admin.display(description=_("who received it"))
    def results(self, nomination):
        winners = [str(award.winner or award.get_degree_display()) for award in nomination.awards.all()]
        return "; ".join(winners) or badge("wait", _("not decided"))
