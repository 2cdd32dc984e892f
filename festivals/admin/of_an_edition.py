"""What the lists of one edition share: participants, programme, nominations."""

from django.contrib import admin
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from festivals.models import Edition, Participant
from theatre_site.admin import SiteModelAdmin

THIS_EDITION = "edition__id__exact"


class EditionFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("edition")


class OfAnEditionAdmin(SiteModelAdmin):
    list_filter = [("edition", EditionFilter)]

    def get_changeform_initial_data(self, request):
        """A new row belongs to the edition whose list is open, else to the newest one."""
        filters = QueryDict(request.GET.get("_changelist_filters", ""))
        edition = filters.get(THIS_EDITION) or Edition.objects.order_by("-year").values_list("pk", flat=True).first()
        return {"edition": edition, **super().get_changeform_initial_data(request)}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "edition":
            field.label = capfirst(_("edition"))
        return field


def offer_participants(form, edition):
    """Lets a form choose among the participants of this edition; of every one, named with it, if none is known yet."""
    if field := form.base_fields.get("participant"):
        participants = Participant.objects.select_related("company", "edition").order_by(
            "-edition__year", "order", "pk"
        )
        field.queryset = participants.filter(edition=edition) if edition else participants
        field.label_from_instance = str if edition else named_with_edition
        field.choices = list(field.choices)  # asked for once, and not for every row


def named_with_edition(participant):
    return f"{participant.edition}: {participant}"
