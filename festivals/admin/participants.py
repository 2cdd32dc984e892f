from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from festivals.models import Company, Participant
from festivals.resources import CompanyResource, ParticipantResource
from theatre_site.admin import ExchangesFiles, SiteModelAdmin, TabularInline, badge, both
from theatre_site.languages import columns

from .decisions import ACTIONS
from .newcomers import NEW_COMPANY, FirstParticipantForm
from .of_an_edition import OfAnEditionAdmin

BADGE_KINDS = {
    Participant.State.SUBMITTED: "wait",
    Participant.State.ACCEPTED: "good",
    Participant.State.CONFIRMED: "good",
    Participant.State.REJECTED: "off",
    Participant.State.WITHDRAWN: "off",
}


class ParticipationInline(TabularInline):
    """To look at: where this company has been. It is edited in the list of the participants."""

    model = Participant
    fields = readonly_fields = ["edition", "show", "state"]
    show_change_link = True
    can_delete = False

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("edition", "company").order_by("-edition__year")

    @admin.display(description=_("edition"))
    def edition(self, participant):
        return participant.edition


@admin.register(Company)
class CompanyAdmin(ExchangesFiles, SiteModelAdmin):
    resource_class = CompanyResource
    list_display = ["__str__", "url"]
    search_fields = columns("name", "town")
    inlines = [ParticipationInline]
    fieldsets = [
        (None, {"fields": [both("name"), "slug", both("town"), "url"]}),
        (_("For ourselves"), {"fields": ["note"], "classes": ["collapse"]}),
    ]


@admin.register(Participant)
class ParticipantAdmin(ExchangesFiles, OfAnEditionAdmin):
    resource_class = ParticipantResource
    list_display = ["company", "show", "edition_name", "state_badge", "age_mark", "running_time", "order"]
    list_editable = ["order"]
    list_filter = [*OfAnEditionAdmin.list_filter, "state", "audience"]
    ordering = ["-edition__year", "order", "pk"]
    search_fields = [*columns("show"), *(f"company__{column}" for column in columns("name"))]
    autocomplete_fields = ["company"]
    actions = ACTIONS
    instead_of_deleting = _("Choose the state “has withdrawn” instead.")
    fieldsets = [
        (None, {"fields": ["edition", "company", "state"]}),
        (_("The show"), {"fields": [both("show"), both("author"), ("audience", "age_rating", "running_time")]}),
        (_("Text"), {"fields": columns("about")}),
        (_("Place in the list"), {"fields": ["order"]}),
        (_("For ourselves"), {"fields": ["note"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company", "edition")

    def may_name_a_company(self, request, obj):
        return obj is None and request.user.has_perm("festivals.add_company")

    def get_fieldsets(self, request, obj=None):
        first, *others = super().get_fieldsets(request, obj)
        return [first, *([NEW_COMPANY] if self.may_name_a_company(request, obj) else []), *others]

    def get_form(self, request, obj=None, **kwargs):
        if self.may_name_a_company(request, obj):
            kwargs["form"] = FirstParticipantForm
        return super().get_form(request, obj, **kwargs)

    @admin.display(description=_("edition"), ordering="edition__year")
    def edition_name(self, participant):
        return participant.edition

    @admin.display(description=_("state"), ordering="state")
    def state_badge(self, participant):
        return badge(BADGE_KINDS[participant.state], participant.get_state_display())

    @admin.display(description=_("age mark"), ordering="age_rating")
    def age_mark(self, participant):
        return participant.age_mark
